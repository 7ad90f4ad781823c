import { insurerTitle, InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { SignedDocument } from '@noskhe/shared/signing/signed-form'
import { toPersianDigits } from '../../i18n/format.ts'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Latin } from '../../ui/latin.tsx'
import { Money } from '../../ui/money.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { checkLook } from '../prescriptions/index.ts'

const genders: Record<string, string> = { male: 'مرد', female: 'زن' }
const identityNames: Record<string, string> = { 'national-code': 'کد ملی', fida: 'شناسهٔ فیدا', 'unique-id': 'شناسهٔ یکتا' }

/** The document that is signed, read from the very bytes that are signed: nothing here comes from anywhere else. */
export function SignedDocumentView({ document: it }: { document: SignedDocument }) {
  return (
    <article aria-label="متن نسخه‌ای که امضا می‌شود" className="flex flex-col gap-5 rounded border border-line bg-surface p-5 sm:p-8">
      <header className="flex flex-wrap items-start justify-between gap-4 border-b border-line pb-4">
        <div>
          <p className="text-lg font-bold">{`دکتر ${it.prescriber.firstName} ${it.prescriber.lastName}`}</p>
          <p className="text-sm text-quiet">{`${it.prescriber.specialty} · نظام پزشکی ${toPersianDigits(it.prescriber.councilNumber)}`}</p>
          <p className="text-sm text-quiet">{it.centre.name}</p>
        </div>
        <div className="text-sm text-quiet">
          <JalaliDate at={it.fixedAt} as="moment" />
        </div>
      </header>
      <Patient it={it} />
      <Items it={it} />
      {it.noteToPatient && (
        <p>
          <span className="text-quiet">توصیه به بیمار: </span>
          {it.noteToPatient}
        </p>
      )}
    </article>
  )
}

function Patient({ it }: { it: SignedDocument }) {
  const { patient } = it
  const payer = InsurerCode.safeParse(it.insurer)
  return (
    <dl className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
      <Pair term="بیمار">
        <strong>{`${patient.firstName} ${patient.lastName}`}</strong>
        {patient.isDeclared && <span className="text-sm text-warning"> (نام به گفتهٔ پزشک)</span>}
      </Pair>
      <Pair term={identityNames[patient.identity.kind] ?? 'شناسه'}>
        <bdi dir="ltr" className="tabular-nums">
          {toPersianDigits(patient.identity.value)}
        </bdi>
      </Pair>
      {patient.birthDate && (
        <Pair term="تولد و جنس">
          <JalaliDate at={`${patient.newbornBirthDate ?? patient.birthDate}T12:00:00Z`} />
          {patient.gender && !patient.newbornBirthDate ? ` · ${genders[patient.gender] ?? ''}` : ''}
          {patient.newbornBirthDate ? ' · نوزاد با کد ملی مادر' : ''}
        </Pair>
      )}
      <Pair term="پرداخت‌کننده">{payer.success ? insurerTitle[payer.data] : it.insurer}</Pair>
      {it.hid && (
        <Pair term="شباد (HID)">
          <bdi dir="ltr">{it.hid.value}</bdi>
        </Pair>
      )}
      {it.diagnosis && (
        <Pair term="تشخیص">
          {it.diagnosis.title} <Latin className="text-sm text-quiet">{it.diagnosis.code}</Latin>
        </Pair>
      )}
    </dl>
  )
}

function Items({ it }: { it: SignedDocument }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {it.items.map((item, place) => {
        const look = checkLook[item.check.outcome]
        return (
          <li key={item.key} className="flex gap-4 py-3">
            <span className="w-6 shrink-0 text-center font-semibold text-quiet">{toPersianDigits(place + 1)}</span>
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <p className="font-semibold">{item.name}</p>
                <p className="font-semibold whitespace-nowrap">{`${toPersianDigits(item.quantity)} عدد`}</p>
              </div>
              <Latin wrap className="text-sm text-quiet">
                {item.nameLatin}
              </Latin>
              <p>{item.readBack}</p>
              {item.note && <p className="text-sm text-quiet">{item.note}</p>}
              <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
                <StatusBadge tone={look.tone}>{look.word}</StatusBadge>
                {item.check.patientShare !== null && (
                  <span className="text-quiet">
                    سهم بیمار <Money amount={item.check.patientShare} />
                  </span>
                )}
                {item.check.messages.map((message) => (
                  <span key={message.text}>{message.text}</span>
                ))}
              </div>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

const Pair = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div className="flex flex-wrap gap-x-2">
    <dt className="text-quiet">{term}:</dt>
    <dd>{children}</dd>
  </div>
)
