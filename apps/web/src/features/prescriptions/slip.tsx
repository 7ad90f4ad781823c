import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { ItemKind, PrescriptionItem } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { signedAct } from '@noskhe/shared/signing/signed-act'
import { toPersianDigits } from '../../i18n/format.ts'
import { Barcode } from '../../ui/barcode.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Latin } from '../../ui/latin.tsx'
import { kindTitle } from '../terminology/index.ts'
import { ActView } from './act-view.tsx'
import { hidLook } from './hid-line.tsx'
import { kindsAmong } from './kinds.ts'
import { codesOf } from './part-codes.ts'
import { identityTitle, words } from './words.ts'

interface SlipProps {
  it: Prescription
  trackingCode: string
}

/**
 * The patient's slip, A5, one page for six items: HID in digits and barcode (9-1-2 note), tracking code, QR, items with
 * directions, and what to do when it is lost. It holds what the patient needs at the pharmacy and nothing else of her.
 */
export function Slip({ it, trackingCode }: SlipProps) {
  const { person, identity } = it.patient
  return (
    <article
      aria-label={words.slip}
      className="flex flex-col gap-3 rounded border border-line bg-paper p-5 text-sm text-paper-ink sm:p-6 print:gap-2.5 print:border-0 print:p-0 print:text-[9pt] print:leading-normal"
    >
      <Head it={it} trackingCode={trackingCode} />
      <Codes it={it} trackingCode={trackingCode} />
      <dl className="flex flex-wrap gap-x-6 gap-y-0.5">
        <Pair term={words.patient} value={`${person.firstName} ${person.lastName}`} />
        <Pair term={identityTitle[identity.kind]} value={toPersianDigits(identity.value)} isCode />
        <Pair term={words.payer} value={insurerTitle[it.insurer]} />
        {it.diagnosis && <Pair term={words.diagnosis} value={it.diagnosis.title} />}
      </dl>
      {it.act && <ActView it={signedAct(it.act)} />}
      {(it.items.length > 0 || !it.act) && <Items it={it} />}
      {it.noteToPatient && (
        <p data-keep-together="" className="rounded-sm border border-current/30 px-2.5 py-1.5">
          {it.noteToPatient}
        </p>
      )}
      <footer data-keep-together="" className="border-t border-current/30 pt-2 text-xs leading-relaxed print:text-[7.5pt]">
        {words.lostSlip}
      </footer>
    </article>
  )
}

/** Whose prescription it is, and the QR code: the number of the visit and nothing about the patient, as anyone may scan a slip. */
function Head({ it, trackingCode }: SlipProps) {
  const { prescriber, centre } = it
  return (
    <header className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <p className="text-lg font-bold print:text-[12pt]">{`دکتر ${prescriber.firstName} ${prescriber.lastName}`}</p>
        <p>{`${prescriber.specialty} · نظام پزشکی ${toPersianDigits(prescriber.councilNumber)}`}</p>
        <p>{centre.name}</p>
        <p>
          {centre.address} · <bdi dir="ltr">{toPersianDigits(centre.phone)}</bdi>
        </p>
        <p>
          <JalaliDate at={it.registeredAt ?? it.writtenAt} as="long" />
        </p>
      </div>
      <Barcode kind="qr" text={it.hid ? it.hid.value : trackingCode} label={words.qr} className="-m-1.5 shrink-0 print:size-[28mm]" />
    </header>
  )
}

function Codes({ it, trackingCode }: SlipProps) {
  return (
    <section data-keep-together="" className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-y-2 border-current py-2">
      {codesOf(it, trackingCode).map(({ label, code }) => (
        <div key={code}>
          <p>{label}</p>
          <bdi dir="ltr" className="text-2xl leading-tight font-bold tracking-[0.15em] tabular-nums print:text-[18pt]">
            {code}
          </bdi>
        </div>
      ))}
      {it.hid && (
        <div className="flex flex-col items-center">
          <Barcode kind="code128" text={it.hid.value} label={words.hidBarcode} className="h-14! print:h-[13mm]!" />
          <bdi dir="ltr" className="font-semibold tracking-widest">{`HID ${it.hid.value}`}</bdi>
          {hidOnSlip(it.hid) && <p className="font-semibold">{hidOnSlip(it.hid)}</p>}
        </div>
      )}
    </section>
  )
}

/** What the pharmacy must know of a HID that is not in order. */
const hidOnSlip = ({ state }: NonNullable<Prescription['hid']>) => (state === 'confirmed' ? null : (hidLook[state]?.word ?? null))

/** One table for each kind; rows are numbered through all of them. */
const Items = ({ it }: { it: Prescription }) => (
  <>
    {kindsAmong(it.items).map((kind) => (
      <KindTable key={kind} kind={kind} items={it.items} />
    ))}
  </>
)

function KindTable({ kind, items }: { kind: ItemKind; items: readonly PrescriptionItem[] }) {
  return (
    <table className="w-full border-collapse [&_td]:border-b [&_td]:border-current/30 [&_td]:py-1.5 [&_td]:pe-3 [&_td]:align-top [&_th]:border-b [&_th]:border-current [&_th]:py-1 [&_th]:pe-3 [&_th]:text-start print:[&_td]:py-1">
      <thead>
        <tr>
          <th className="w-6">
            <span className="sr-only">{words.row}</span>
          </th>
          <th>{kindTitle(kind)}</th>
          <th>{kind === 'drug' ? words.directions : words.service}</th>
          <th className="pe-0! text-end!">{words.quantity}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, place) => item.kind === kind && <ItemRow key={item.key} item={item} place={place} />)}
      </tbody>
    </table>
  )
}

const ItemRow = ({ item, place }: { item: PrescriptionItem; place: number }) => (
  <tr>
    <td>{toPersianDigits(place + 1)}</td>
    <td className="w-[44%]">
      <span className="font-semibold">{item.name.fa}</span>
      <br />
      <Latin wrap className="text-xs print:text-[7.5pt]">
        {item.name.en}
      </Latin>
    </td>
    <td>
      {item.readBack}
      {item.note && <p>{item.note}</p>}
    </td>
    <td className="pe-0! text-end font-semibold whitespace-nowrap">{toPersianDigits(item.quantity ?? 0)}</td>
  </tr>
)

const Pair = ({ term, value, isCode = false }: { term: string; value: string; isCode?: boolean }) => (
  <div className="flex gap-1.5">
    <dt>{term}:</dt>
    <dd className="font-semibold">{isCode ? <bdi dir="ltr">{value}</bdi> : value}</dd>
  </div>
)
