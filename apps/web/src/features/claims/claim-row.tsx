import type { Claim } from '@noskhe/shared/claims/claim'
import { Failure } from '@noskhe/shared/failure'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useSignedIn } from '../auth/index.ts'
import { useAskClaim } from './queries.ts'
import { lookOf, words } from './words.ts'

/** One claim: how it stands and what to do, its amounts, the numbers it is known by, and the question to its company. */
export function ClaimRow({ it }: { it: Claim }) {
  const ask = useAskClaim()
  const { at } = useSignedIn()
  const { tone, word, body } = lookOf(it)
  const named = `${it.company}، ${it.trackingCode}`
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{it.company}</strong>
        <StatusBadge tone={tone}>{word}</StatusBadge>
        <JalaliDate at={it.deliveredAt} as="moment" className="text-sm text-quiet" />
      </p>
      <p className="text-sm">{body}</p>
      <Words it={it} />
      <Facts it={it} />
      {ask.isError && (
        <Notice tone="unknown" announce="alert">
          {isSilence(ask.error) ? words.unanswered : sayProblem(ask.error)}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {it.telling === 'delivered' && (
          <Button size="small" pending={ask.isPending} aria-label={`${askWord(it)}: ${named}`} onPress={() => ask.mutate(it.id)}>
            {askWord(it)}
          </Button>
        )}
        {at?.role === 'dispenser' && (
          <LinkButton size="small" to={paths.dispense(it.deliveryId)} aria-label={`${words.delivery}: ${named}`}>
            {words.delivery}
          </LinkButton>
        )}
      </div>
    </li>
  )
}

const askWord = ({ standing }: Claim) => (standing === null ? words.ask : words.askAgain)

const isSilence = (error: unknown) => error instanceof Failure && (error.code === 'national.unavailable' || error.code === 'national.unreadable')

/** The company's own words, and when it said them. */
function Words({ it: { refusal, standing } }: { it: Claim }) {
  const said = refusal ?? standing?.message ?? null
  return (
    <>
      {said !== null && said !== '' && <p className="text-sm break-words text-quiet">«{said}»</p>}
      {standing && (
        <p className="text-sm text-quiet">
          {words.said} <JalaliDate at={standing.askedAt} as="moment" />
        </p>
      )}
    </>
  )
}

function Facts({ it: { share, standing, policy, trackingCode, claimUid } }: { it: Claim }) {
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm [&_dd]:min-w-0 [&_dd]:break-all [&_div]:flex [&_div]:min-w-0 [&_div]:gap-1 [&_dt]:shrink-0 [&_dt]:text-quiet">
      <div>
        <dt>{words.asked}:</dt>
        <dd>
          <Money amount={share} />
        </dd>
      </div>
      {standing && standing.approved !== null && (
        <div>
          <dt>{words.approved}:</dt>
          <dd>
            <Money amount={standing.approved} />
          </dd>
        </div>
      )}
      <Code name={words.trackingCode} value={trackingCode} />
      <Code name={words.policy} value={policy} />
      {claimUid !== null && <Code name={words.claimUid} value={claimUid} />}
    </dl>
  )
}

const Code = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}:</dt>
    <dd>
      <bdi dir="ltr">{value}</bdi>
    </dd>
  </div>
)
