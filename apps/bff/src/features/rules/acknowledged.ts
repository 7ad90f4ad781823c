import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Acknowledgement } from '@noskhe/shared/rules/finding'
import { type InsurerLine, type InsurerMessage, insurerKeyOf, insurerLineOf, isAnswerable } from '@noskhe/shared/rules/insurer-line'
import { latestOf } from './latest.ts'
import type { GivenOverride } from './stored.ts'

export interface InsurerWarning {
  key: string
  line: InsurerLine
  message: InsurerMessage
}

/** What the insurer warns of in the draft as it is, as far as a reason may be given against it. */
export const insurerWarningsIn = ({ insurer, items }: Prescription): InsurerWarning[] =>
  items
    .map((item) => insurerLineOf(insurer, item, item.check))
    .flatMap((line) => line.messages.filter(isAnswerable).map((message) => ({ key: insurerKeyOf(line, message), line, message })))

/** Her reasons against the insurer's warnings that rest on what is known of the patient now (`basis`). */
export const acknowledgedOf = (it: Prescription, overrides: readonly GivenOverride[], basis: string): Acknowledgement[] =>
  insurerWarningsIn(it).flatMap(({ key, line, message }) => {
    const override = latestOf(overrides.filter((given) => given.findingKey === key && given.basis === basis), it.id)
    return override === null ? [] : [{ key, item: line.item, text: message.text, override }]
  })
