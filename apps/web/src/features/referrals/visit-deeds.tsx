import type { OwnActKind } from '@noskhe/shared/prescriptions/act'
import { BedDouble, type LucideIcon, Send, Stethoscope } from 'lucide-react'
import { useNavigate } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useOpenAct } from '../prescriptions/index.ts'
import { ReceiveReferral } from './receive-referral.tsx'
import { useActOffers } from './queries.ts'
import { deedWord, leftOut, words } from './words.ts'

const icons: Record<OwnActKind, LucideIcon> = { referral: Send, visit: Stethoscope, hospitalisation: BedDouble }

/** What may be done in a covered visit beside prescriptions, by what its insurer's contract has; what it has not is left out and said. */
export function VisitDeeds({ encounterId }: { encounterId: string }) {
  const navigate = useNavigate()
  const offers = useActOffers(encounterId)
  const opening = useOpenAct()
  // Without an account at this insurer there is nothing to offer; the way to a private prescription stands above.
  if (!offers.data) return null
  const { insurer, acts, answersReferrals } = offers.data
  const missing = acts.length < Object.keys(deedWord).length ? leftOut[insurer] : undefined
  const open = (kind: OwnActKind) => opening.mutate({ encounterId, kind }, { onSuccess: (it) => void navigate(paths.prescription(it.id)) })
  return (
    <Card title={words.deeds}>
      <div className="flex flex-col gap-4">
        {acts.length > 0 && (
          <div className="flex flex-wrap gap-3">
            {acts.map((kind) => (
              <Button key={kind} icon={icons[kind]} pending={opening.isPending && opening.variables.kind === kind} onPress={() => open(kind)}>
                {deedWord[kind]}
              </Button>
            ))}
          </div>
        )}
        {missing && <p className="text-sm text-quiet">{missing}</p>}
        {opening.isError && (
          <Notice tone="refusal" announce="alert">
            {sayProblem(opening.error)}
          </Notice>
        )}
        {answersReferrals && <ReceiveReferral encounterId={encounterId} />}
      </div>
    </Card>
  )
}
