import { InsurerCode, insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { SignedDocument } from '@noskhe/shared/signing/signed-form'
import type { ReactNode } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Latin } from '../../ui/latin.tsx'
import { ActView, ConfirmationLine, cancelReasonWord, identityTitle } from '../prescriptions/index.ts'
import { SignedRemarks, SignedRulesView } from '../rules/index.ts'
import { SignedItem } from './signed-item.tsx'
import { words } from './words.ts'

interface SignedDocumentProps {
  document: SignedDocument
  /** SHA-256 of the bytes, base64url: by which the phone's question and this page are known to be about the same text. */
  digest: string
}

/** The document that is signed, read from the very bytes that are signed: nothing here comes from anywhere else. */
export function SignedDocumentView({ document: it, digest }: SignedDocumentProps) {
  return (
    <article aria-label={words.document} className="flex flex-col gap-4 rounded border border-line bg-surface p-5 sm:p-8">
      <Head it={it} />
      <Patient it={it} />
      {it.cancellation && <Cancellation of={it.cancellation} />}
      {it.act && <ActView it={it.act} />}
      {it.items.length > 0 && (
        <ol className="divide-y divide-line border-y border-line">
          {it.items.map((item, place) => (
            <SignedItem key={item.key} item={item} place={place}>
              <SignedRemarks it={it} item={item.key} />
            </SignedItem>
          ))}
        </ol>
      )}
      {it.noteToPatient && (
        <p>
          <span className="text-quiet">{words.noteToPatient}: </span>
          {it.noteToPatient}
        </p>
      )}
      <SignedRulesView it={it} />
      <Evidence it={it} digest={digest} />
    </article>
  )
}

function Head({ it }: { it: SignedDocument }) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line pb-4">
      <div>
        <p className="text-lg font-bold">{`دکتر ${it.prescriber.firstName} ${it.prescriber.lastName}`}</p>
        <p className="text-sm text-quiet">{`${it.prescriber.specialty} · نظام پزشکی ${toPersianDigits(it.prescriber.councilNumber)}`}</p>
        <p className="text-sm text-quiet">
          {`${it.centre.name} · ${it.centre.address} · `}
          <bdi dir="ltr">{toPersianDigits(it.centre.phone)}</bdi>
        </p>
      </div>
      <p className="text-sm text-quiet">
        <JalaliDate at={it.fixedAt} as="moment" />
      </p>
    </header>
  )
}

const genders: Record<string, string> = { male: 'مرد', female: 'زن' }

function Patient({ it }: { it: SignedDocument }) {
  const { patient } = it
  const payer = InsurerCode.safeParse(it.insurer)
  const kind = patient.identity.kind as keyof typeof identityTitle
  return (
    <dl className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
      <Pair term={words.patient}>
        <strong>{`${patient.firstName} ${patient.lastName}`}</strong>
        {patient.isDeclared && <span className="text-sm text-warning"> ({words.declared})</span>}
      </Pair>
      <Pair term={identityTitle[kind] ?? patient.identity.kind}>
        <bdi dir="ltr" className="tabular-nums">
          {toPersianDigits(patient.identity.value)}
        </bdi>
      </Pair>
      {patient.birthDate && (
        <Pair term={words.born}>
          <JalaliDate at={`${patient.newbornBirthDate ?? patient.birthDate}T12:00:00Z`} />
          {patient.newbornBirthDate ? ` · ${words.newborn}` : patient.gender && ` · ${genders[patient.gender] ?? patient.gender}`}
        </Pair>
      )}
      <Pair term={words.payer}>{payer.success ? insurerTitle[payer.data] : it.insurer}</Pair>
      {it.hid && (
        <Pair term={words.hid}>
          <bdi dir="ltr">{it.hid.value}</bdi>
        </Pair>
      )}
      {it.diagnosis && (
        <Pair term={words.diagnosis}>
          {it.diagnosis.title} <Latin className="text-sm text-quiet">{it.diagnosis.code}</Latin>
        </Pair>
      )}
    </dl>
  )
}

/** What is signed here orders nothing: it takes back what was registered. */
function Cancellation({ of: { reason, note } }: { of: NonNullable<SignedDocument['cancellation']> }) {
  return (
    <p className="rounded border border-refusal bg-refusal-wash px-4 py-3 font-semibold text-refusal">
      {words.cancels}
      <span className="block font-normal text-ink">
        {`${words.cancelReason}: ${cancelReasonWord[reason]}`}
        {note && ` (${note})`}
      </span>
    </p>
  )
}

function Evidence({ it, digest }: { it: SignedDocument; digest: string }) {
  return (
    <footer className="flex flex-wrap gap-x-6 gap-y-0.5 text-xs text-quiet">
      <span>{words.version(toPersianDigits(it.version))}</span>
      {it.ruleConfirmation && (
        <span>
          <ConfirmationLine it={it.ruleConfirmation} />
        </span>
      )}
      <span>
        {words.codes} <bdi dir="ltr">{toPersianDigits(it.terminologyRelease)}</bdi>
      </span>
      <span className="min-w-0 break-all">
        {words.digest}{' '}
        <bdi dir="ltr" className="whitespace-normal!">
          {digest}
        </bdi>
      </span>
    </footer>
  )
}

const Pair = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="flex flex-wrap gap-x-2">
    <dt className="text-quiet">{term}:</dt>
    <dd>{children}</dd>
  </div>
)
