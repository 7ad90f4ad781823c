import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { ArrowRight, Printer } from 'lucide-react'
import { useParams } from 'react-router'
import { fa } from '../../i18n/fa.ts'
import { toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Barcode } from '../../ui/barcode.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Latin } from '../../ui/latin.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { usePrescription } from './queries.ts'
import { words } from './words.ts'

/** The patient's slip, A5: HID in digits and barcode (9-1-2 note), tracking code, QR, items with directions. */
export function SlipPage() {
  const { id = '' } = useParams()
  const prescription = usePrescription(id)
  if (prescription.isPending) return <Skeleton lines={8} />
  if (prescription.isError) return <ErrorState onRetry={() => void prescription.refetch()}>{sayProblem(prescription.error)}</ErrorState>
  const it = prescription.data
  return (
    <div className="mx-auto w-full max-w-2xl">
      <PageHeader
        title={words.print}
        hidden={false}
        actions={
          <>
            <LinkButton icon={ArrowRight} to={paths.prescription(id)}>
              {fa.action.back}
            </LinkButton>
            <Button kind="primary" icon={Printer} disabled={it.trackingCode === null} onPress={() => window.print()}>
              {fa.action.print}
            </Button>
          </>
        }
      />
      {it.trackingCode ? <Slip it={it} trackingCode={it.trackingCode} /> : <ErrorState title={words.signedTitle}>{words.signedBody}</ErrorState>}
    </div>
  )
}

function Slip({ it, trackingCode }: { it: Prescription; trackingCode: string }) {
  const { person, identity } = it.patient
  return (
    <article aria-label="برگهٔ نسخه" className="flex flex-col gap-4 rounded border border-line bg-paper p-6 text-paper-ink print:border-0 print:p-0">
      <header className="flex items-start justify-between gap-4 border-b-2 border-current pb-3">
        <div>
          <p className="text-lg font-bold">{`دکتر ${it.prescriber.firstName} ${it.prescriber.lastName}`}</p>
          <p className="text-sm">{`${it.prescriber.specialty} · نظام پزشکی ${toPersianDigits(it.prescriber.councilNumber)}`}</p>
          <p className="text-sm">{it.centre.name}</p>
          <p className="text-sm">{`${it.centre.address} · ${toPersianDigits(it.centre.phone)}`}</p>
        </div>
        <p className="text-sm whitespace-nowrap">
          <JalaliDate at={it.registeredAt ?? it.writtenAt} as="short" />
        </p>
      </header>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-1 text-sm">
        <Pair term="بیمار" value={`${person.firstName} ${person.lastName}`} />
        <Pair term={identity.kind === 'national-code' ? 'کد ملی' : 'شناسه'} value={toPersianDigits(identity.value)} isCode />
        <Pair term="پرداخت‌کننده" value={insurerTitle[it.insurer]} />
        {it.diagnosis && <Pair term="تشخیص" value={it.diagnosis.title} />}
      </dl>
      <Items it={it} />
      {it.noteToPatient && <p className="rounded-sm border border-current/30 p-2 text-sm">{it.noteToPatient}</p>}
      <Codes it={it} trackingCode={trackingCode} />
      <footer data-keep-together="" className="border-t border-current/30 pt-2 text-xs leading-relaxed">
        این برگه را گم کردید؟ با کارت ملی به هر داروخانهٔ طرف قرارداد بروید؛ نسخه با کد ملی یا کد رهگیری پیدا می‌شود. کد رهگیری را به کسی جز
        داروخانه ندهید.
      </footer>
    </article>
  )
}

function Items({ it }: { it: Prescription }) {
  return (
    <table className="w-full border-collapse text-sm [&_td]:border [&_td]:border-current/30 [&_td]:p-1.5 [&_th]:border [&_th]:border-current/30 [&_th]:p-1.5 [&_th]:text-start">
      <thead>
        <tr>
          <th>ردیف</th>
          <th>دارو</th>
          <th>دستور مصرف</th>
          <th>تعداد</th>
        </tr>
      </thead>
      <tbody>
        {it.items.map((item, place) => (
          <tr key={item.key}>
            <td>{toPersianDigits(place + 1)}</td>
            <td>
              {item.name.fa}
              <br />
              <Latin wrap className="text-xs">
                {item.name.en}
              </Latin>
            </td>
            <td>
              {item.readBack}
              {item.note && <p className="text-xs">{item.note}</p>}
            </td>
            <td className="whitespace-nowrap">{toPersianDigits(item.quantity ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Codes({ it, trackingCode }: { it: Prescription; trackingCode: string }) {
  return (
    <section data-keep-together="" className="flex flex-wrap items-center justify-between gap-4">
      <div className="flex flex-col gap-1">
        <p className="text-sm">{words.trackingCode}</p>
        <bdi dir="ltr" className="text-2xl font-bold tracking-[0.15em] tabular-nums">
          {trackingCode}
        </bdi>
      </div>
      {it.hid && (
        <div className="flex flex-col items-center gap-1">
          <Barcode kind="code128" text={it.hid.value} label="بارکد شباد" />
          <bdi dir="ltr" className="text-sm tracking-widest">{`HID ${it.hid.value}`}</bdi>
        </div>
      )}
      {/* The number of the visit and the code, and nothing about the patient: anyone may scan a slip. */}
      <Barcode kind="qr" text={it.hid ? it.hid.value : trackingCode} label="رمزینهٔ نسخه" />
    </section>
  )
}

const Pair = ({ term, value, isCode = false }: { term: string; value: string; isCode?: boolean }) => (
  <div className="flex gap-2">
    <dt>{term}:</dt>
    <dd className="font-semibold">{isCode ? <bdi dir="ltr">{value}</bdi> : value}</dd>
  </div>
)
