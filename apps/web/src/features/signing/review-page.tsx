import { findSession } from '@noskhe/shared/auth/contract'
import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { readSignedForm, type SignedDocument } from '@noskhe/shared/signing/signed-form'
import type { SignatureRequest, SigningMeans } from '@noskhe/shared/signing/signature'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { queryOf } from '../../api/call.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { usePrescription, useRegisterPrescription } from '../prescriptions/index.ts'
import { SignedDocumentView } from './signed-document.tsx'
import { SigningBar } from './signing-bar.tsx'
import { usePhoneOutcome, useRequestSignature, useSignWithPasskey } from './queries.ts'
import { words } from './words.ts'

/** Review before signing: the document itself, full width, from the bytes that are signed; one primary action. */
export function ReviewPage() {
  const { id = '' } = useParams()
  const prescription = usePrescription(id)
  const session = useQuery(queryOf(findSession, {}, { isBackground: true }))
  if (prescription.isPending || session.isPending) return <Skeleton lines={10} />
  // A later asking that fails takes nothing away: a signature may be under way.
  if (!prescription.data) return <ErrorState onRetry={() => void prescription.refetch()}>{sayProblem(prescription.error)}</ErrorState>
  const means: SigningMeans = session.data?.hasPasskey && 'PublicKeyCredential' in window ? 'passkey' : 'mobile'
  return (
    <div className="mx-auto w-full max-w-4xl">
      <PageHeader title={words.title}>{means === 'passkey' ? words.hint : words.hintPhone}</PageHeader>
      <Review it={prescription.data} firstMeans={means} />
    </div>
  )
}

function Review({ it, firstMeans }: { it: Prescription; firstMeans: SigningMeans }) {
  const navigate = useNavigate()
  const [means, setMeans] = useState(firstMeans)
  const asking = useRequestSignature()
  const passkey = useSignWithPasskey()
  const registering = useRegisterPrescription()
  const document = asking.data ? documentOf(asking.data) : null
  // What cannot be shown cannot be signed.
  const request = document && (asking.data ?? null)
  const phone = usePhoneOutcome(request)

  const ask = (by: SigningMeans) => {
    setMeans(by)
    passkey.reset()
    asking.mutate({ id: it.id, revision: it.revision, means: by })
  }
  const hasAsked = useRef(false)
  const askFirst = useEffectEvent(() => {
    if (hasAsked.current) return
    hasAsked.current = true
    if (it.status === 'draft') ask(firstMeans)
    else void navigate(paths.prescription(it.id), { replace: true })
  })
  useEffect(() => askFirst(), [])

  // Whatever becomes of the registration, the prescription's own page shows it: registered, unknown, signed only, or a
  // draft again with the insurer's words.
  const register = (signed: Prescription) => {
    const toPrescription = (state?: { turnedAway: string }) => void navigate(paths.prescription(signed.id), { replace: true, state })
    registering.mutate(
      { id: signed.id, version: signed.version },
      { onSuccess: () => toPrescription(), onError: (error) => toPrescription({ turnedAway: sayProblem(error) }) },
    )
  }
  const phoneSigned = phone.data?.state === 'signed' ? phone.data.prescription : null
  const registerPhoneSigned = useEffectEvent((signed: Prescription) => register(signed))
  useEffect(() => {
    if (phoneSigned) registerPhoneSigned(phoneSigned)
  }, [phoneSigned])

  const signByPasskey = (question: SignatureRequest) => passkey.mutate(question, { onSuccess: register })

  return (
    <>
      {asking.isError ? (
        <ErrorState title={words.cannotAsk} onRetry={() => ask(means)}>
          {sayProblem(asking.error)}
          <ItemsNamed by={asking.error} it={it} />
        </ErrorState>
      ) : asking.data && !document ? (
        <ErrorState title={words.unreadable} onRetry={() => ask(means)}>
          {words.unreadableHint}
        </ErrorState>
      ) : request && document ? (
        <SignedDocumentView document={document} digest={request.digest} />
      ) : (
        <Skeleton lines={10} />
      )}
      <SigningBar
        request={request}
        phone={phone.data?.state ?? null}
        isSigning={passkey.isPending || asking.isPending}
        isRegistering={registering.isPending}
        problem={passkey.error ?? phone.error}
        canPasskey={firstMeans === 'passkey'}
        onPasskey={signByPasskey}
        onAskAgain={ask}
        onBack={() => void navigate(paths.prescription(it.id))}
      />
    </>
  )
}

function documentOf({ canonical }: SignatureRequest): SignedDocument | null {
  try {
    return readSignedForm(canonical)
  } catch {
    return null
  }
}

/** The items that a refusal is about, by name: she must find them again in the draft. */
function ItemsNamed({ by, it }: { by: Failure; it: Prescription }) {
  const keys = by instanceof Failure && Array.isArray(by.detail['items']) ? by.detail['items'] : []
  const named = it.items.filter(({ key }) => keys.includes(key))
  return (
    named.length > 0 && (
      <ul className="mt-2 font-semibold text-ink">
        {named.map(({ key, name }) => (
          <li key={key}>{name.fa}</li>
        ))}
      </ul>
    )
  )
}
