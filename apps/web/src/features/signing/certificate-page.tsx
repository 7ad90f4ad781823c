import { type RevocationReason, type SignerCertificate, canSign } from '@noskhe/shared/signing/certificate'
import { BadgeCheck, RefreshCw, ShieldX } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { toast } from '../../ui/toast.tsx'
import { useCertificate, useEnrolCertificate, useRenewCertificate, useRevokeCertificate } from './certificate-queries.ts'
import { reasonWords, stateWords, words } from './certificate-words.ts'

/** One's signing certificate: how it stands, and getting, renewing and ending it; while there is none that signs, what stands in for it. */
export function CertificatePage() {
  const asking = useCertificate()
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <PageHeader title={words.title}>{words.hint}</PageHeader>
      {asking.isPending ? (
        <Skeleton lines={5} />
      ) : asking.isError ? (
        <ErrorState onRetry={() => void asking.refetch()}>{sayProblem(asking.error)}</ErrorState>
      ) : (
        <Certificate it={asking.data} isAsking={asking.isFetching} onAskAgain={() => void asking.refetch()} />
      )}
      {asking.data && !canSign(asking.data.state) && <Card title={words.fallbackTitle}>{words.fallback}</Card>}
    </div>
  )
}

interface CertificateProps {
  it: SignerCertificate
  isAsking: boolean
  onAskAgain: () => void
}

function Certificate({ it, isAsking, onAskAgain }: CertificateProps) {
  const { tone, badge, says } = stateWords[it.state]
  return (
    <Card title={words.card} aside={<StatusBadge tone={tone}>{badge}</StatusBadge>}>
      <div className="flex flex-col items-start gap-4">
        <p aria-live="polite">{says}</p>
        <Facts it={it} />
        {/* While it is unknown it can only be asked again: nobody knows what anything else would do. */}
        {it.state === 'unknown' ? (
          <Button icon={RefreshCw} pending={isAsking} onPress={onAskAgain}>
            {words.askAgain}
          </Button>
        ) : (
          <Ways it={it} />
        )}
      </div>
    </Card>
  )
}

function Facts({ it: { certificate, revokedAt } }: { it: SignerCertificate }) {
  if (!certificate) return null
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      <Pair term={words.holder}>{certificate.name}</Pair>
      <Pair term={words.validFrom}>
        <JalaliDate at={certificate.validFrom} />
      </Pair>
      <Pair term={words.validUntil}>
        <JalaliDate at={certificate.validUntil} />
      </Pair>
      {revokedAt && (
        <Pair term={words.revokedAt}>
          <JalaliDate at={revokedAt} as="moment" />
        </Pair>
      )}
      <Pair term={words.issuer}>
        <bdi>{certificate.issuer}</bdi>
      </Pair>
      <Pair term={words.serial}>
        <bdi dir="ltr" className="text-sm break-all">
          {certificate.serial}
        </bdi>
      </Pair>
    </dl>
  )
}

const Pair = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt className="text-quiet">{term}</dt>
    <dd>{children}</dd>
  </>
)

/** What may be done with it as it stands. */
function Ways({ it: { state, certificate } }: { it: SignerCertificate }) {
  const enrolling = useEnrolCertificate()
  const renewing = useRenewCertificate()
  const problem = enrolling.error ?? renewing.error
  const told = (title: string) => ({ onSuccess: () => toast({ tone: 'done', title }) })
  return (
    <>
      {problem && <Notice tone="refusal" announce="alert" title={sayProblem(problem)} />}
      <div className="flex flex-wrap gap-3">
        {(state === 'none' || state === 'revoked' || state === 'untrusted') && (
          <Button kind="primary" icon={BadgeCheck} pending={enrolling.isPending} onPress={() => enrolling.mutate(undefined, told(words.enrolled))}>
            {words.enrol}
          </Button>
        )}
        {(state === 'good' || state === 'expiring' || state === 'expired') && (
          <Button kind={state === 'good' ? 'quiet' : 'primary'} icon={RefreshCw} pending={renewing.isPending} onPress={() => renewing.mutate(undefined, told(words.renewed))}>
            {words.renew}
          </Button>
        )}
        {(state === 'good' || state === 'expiring') && certificate && <Revoking serial={certificate.serial} />}
      </div>
    </>
  )
}

function Revoking({ serial }: { serial: string }) {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState<RevocationReason>('keyCompromise')
  const revoking = useRevokeCertificate()
  const end = () =>
    revoking.mutate(
      { serial, reason },
      {
        onSuccess: () => toast({ tone: 'done', title: words.revoked }),
        onError: (error) => toast({ tone: 'refusal', title: sayProblem(error) }),
        onSettled: () => setOpen(false),
      },
    )
  return (
    <>
      <Button icon={ShieldX} onPress={() => setOpen(true)}>
        {words.revoke}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={end}
        title={words.confirmTitle}
        confirmLabel={words.revoke}
        pending={revoking.isPending}
        body={
          <div className="flex flex-col gap-4">
            <p>{words.confirmBody}</p>
            <RadioGroup label={words.reason} value={reason} onChange={setReason} choices={reasons} />
          </div>
        }
      />
    </>
  )
}

const reasons = (Object.keys(reasonWords) as RevocationReason[]).map((value) => ({ value, label: reasonWords[value] }))
