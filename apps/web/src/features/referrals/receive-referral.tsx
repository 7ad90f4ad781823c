import { type FormEvent, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ReceivedReferralView } from '../prescriptions/index.ts'
import { useOpenReferral, useReadReferral } from './queries.ts'
import { words } from './words.ts'

const FEWEST = 3

/** The patient came by referral: read what was written, then take her on with it, which begins the answer. */
export function ReceiveReferral({ encounterId }: { encounterId: string }) {
  const navigate = useNavigate()
  const reading = useReadReferral()
  const opening = useOpenReferral()
  const [trackingCode, setTrackingCode] = useState(useCodeBrought())
  const [hasTried, setTried] = useState(false)
  const isShort = trackingCode.trim().length < FEWEST

  const type = (text: string) => {
    setTrackingCode(text)
    setTried(false)
    // What stands below must never be another referral than the box names.
    reading.reset()
    opening.reset()
  }
  const read = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isShort) reading.mutate({ id: encounterId, trackingCode })
  }
  const receive = () =>
    opening.mutate({ id: encounterId, trackingCode }, { onSuccess: (it) => void navigate(paths.prescription(it.id)) })
  const problem = opening.error ?? reading.error

  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="font-semibold">{words.onReferral}</h3>
      <form noValidate onSubmit={read} className="flex flex-wrap items-end gap-3">
        <TextField
          label={words.code}
          name="trackingCode"
          dir="ltr"
          className="min-w-48 flex-1"
          error={hasTried && isShort ? words.codeFault : undefined}
          value={trackingCode}
          onChange={type}
        />
        <Button type="submit" pending={reading.isPending}>
          {words.read}
        </Button>
      </form>
      {problem && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(problem)}
        </Notice>
      )}
      {reading.data && (
        <div role="region" aria-label={words.read} className="flex flex-col items-start gap-3 rounded border border-line p-4">
          <ReceivedReferralView it={reading.data} />
          <Button kind="primary" pending={opening.isPending} onPress={receive}>
            {words.receive}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The code of the referral that she chose in her inbox, on the way here; it stands in no address. */
function useCodeBrought(): string {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'referral' in state && typeof state.referral === 'string' ? state.referral : ''
}
