import { type SignedItem as Signed, isSignedDrug } from '@noskhe/shared/signing/signed-item'
import type { ReactNode } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { Latin } from '../../ui/latin.tsx'
import { Money } from '../../ui/money.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { checkLook, countOf } from '../prescriptions/index.ts'
import { kindTitle } from '../terminology/index.ts'
import { words } from './words.ts'

/** One item as it is signed: the drug, the directions in words, the quantity, and what it costs whom; what the rules had said of it stands below. */
export function SignedItem({ item, place, children }: { item: Signed; place: number; children: ReactNode }) {
  const look = checkLook[item.check.outcome]
  const kind = item.kind ?? 'drug'
  return (
    <li className="flex gap-4 py-3">
      <span className="w-6 shrink-0 text-center font-semibold text-quiet">{toPersianDigits(place + 1)}</span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-x-4">
          <p className="min-w-0 font-semibold">
            {kind !== 'drug' && <span className="font-normal text-quiet">{`${kindTitle(kind)}: `}</span>}
            {item.name}
          </p>
          <p className="font-semibold whitespace-nowrap">{countOf(kind, item.quantity)}</p>
        </div>
        <p className="text-sm text-quiet">
          <Latin wrap>{item.nameLatin}</Latin> · {words.code} <Latin>{item.code}</Latin>
        </p>
        <p className="empty:hidden">{item.readBack}</p>
        {item.note && <p className="text-sm text-quiet">{item.note}</p>}
        {isSignedDrug(item) && item.forPharmacist && <p className="text-sm text-quiet">{`برای داروساز: ${item.forPharmacist}`}</p>}
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <StatusBadge tone={look.tone}>{look.word}</StatusBadge>
          <Share name={words.patientShare} amount={item.check.patientShare} />
          <Share name={words.insurerShare} amount={item.check.insurerShare} />
        </div>
        {children}
      </div>
    </li>
  )
}

const Share = ({ name, amount }: { name: string; amount: number | null }) =>
  amount !== null && (
    <span className="text-quiet">
      {name} <Money amount={amount} />
    </span>
  )
