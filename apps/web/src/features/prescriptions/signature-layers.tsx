import type { SignatureLayer } from '@noskhe/shared/signing/certificate'
import { listSignatures } from '@noskhe/shared/signing/contract'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../api/call.ts'
import { Card } from '../../ui/card.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { EvidenceButton } from '../evidence/index.ts'
import { words } from './words.ts'

/** The seal comes by itself, soon after the registration. */
const ASK_AGAIN_MS = 4_000

const isWaiting = ({ at }: SignatureLayer): boolean => at === null

/** Which signatures a prescription has, and that it has no other: a passkey is not told as a certificate. */
export function SignatureLayers({ id, version }: { id: string; version: number }) {
  const { data } = useQuery({
    ...queryOf(listSignatures, { id }, { isBackground: true }),
    refetchInterval: ({ state }) => (state.data?.layers.some(isWaiting) ? ASK_AGAIN_MS : false),
  })
  if (!data || data.layers.length === 0) return null
  return (
    <Card title={words.signatures.title}>
      <ul className="flex flex-col gap-2">
        {data.layers.map((it) => (
          <Layer key={it.layer} it={it} />
        ))}
      </ul>
      <div className="mt-4 border-t border-edge pt-4">
        <EvidenceButton id={id} version={version} />
      </div>
    </Card>
  )
}

const Layer = ({ it }: { it: SignatureLayer }) => (
  <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
    {it.at === null ? (
      <>
        <StatusBadge tone="waiting">{words.signatures.sealWaits}</StatusBadge>
        <span className="text-sm text-quiet">{words.signatures.sealWaitsHint}</span>
      </>
    ) : (
      <>
        <StatusBadge tone={it.layer === 'intent' ? 'information' : 'done'}>{words.signatures.layers[it.layer]}</StatusBadge>
        <span className="text-sm text-quiet">
          {it.certificate && `${it.certificate.name} · `}
          <JalaliDate at={it.at} as="moment" />
          {it.confirmedBy && ` · ${words.signatures.confirmedBy[it.confirmedBy]}`}
        </span>
      </>
    )}
  </li>
)
