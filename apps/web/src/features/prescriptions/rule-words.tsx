import type { PayerMessage, RuleConfirmation } from '@noskhe/shared/prescriptions/item'
import { toPersianDigits } from '../../i18n/format.ts'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Latin } from '../../ui/latin.tsx'
import { words } from './words.ts'

/** By which of the insurer's rules it says so (8-6 n2); nothing where it named none. */
export const RuleNamed = ({ rule }: { rule: PayerMessage['rule'] | undefined }) =>
  rule && (
    <span className="ms-1.5 text-xs whitespace-nowrap text-quiet">
      ({words.rule} <Latin>{rule.id}</Latin>
      {words.ruleVersion(toPersianDigits(rule.version))})
    </span>
  )

/** The insurer's confirmation that its rules were asked (9-1-4), and until when it holds. */
export const ConfirmationLine = ({ it: { id, validUntil } }: { it: RuleConfirmation }) => (
  <>
    {words.confirmation} <Latin className="select-all">{id}</Latin> · {words.confirmedUntil} <JalaliDate at={validUntil} as="moment" />
  </>
)
