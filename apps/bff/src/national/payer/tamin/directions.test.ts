import { expect, test } from 'vitest'
import { fromDirections, toDirections } from './directions.ts'

const amount = (drugAmntId: string, drugAmntConcept: string) => ({ drugAmntId, drugAmntConcept, drugAmntCode: '', drugAmntLatin: '' })
const time = (drugInstId: string, drugInstConcept: string) => ({ drugInstId, drugInstConcept, drugInstCode: '', drugInstLatin: '' })
const lists = {
  amounts: [amount('1', 'یک عدد'), amount('5', 'نصف عدد'), amount('12', '5 سی سی'), amount('22', 'دو قطره'), amount('170', 'طبق دستور')],
  instructions: [time('3', 'هر 8 ساعت'), time('12', 'فوری، یک نوبت'), time('21', 'بعد از غذا'), time('170', 'طبق دستور')],
}

test.each([
  ['یک قرص، روزی سه بار (هر ۸ ساعت)', '', '1', '3', ''],
  ['یک کپسول، هر ۸ ساعت، به مدت ۷ روز', 'بعد از غذا', '1', '3', 'به مدت ۷ روز، بعد از غذا'],
  ['۵ میلی‌لیتر، هر ۸ ساعت', '', '12', '3', ''],
  ['نصف قرص، فوری، یک نوبت', '', '5', '12', ''],
  ['دو قطره، هر ۸ ساعت، در صورت نیاز', '', '22', '3', 'در صورت نیاز'],
  ['سه آمپول، هر ۸ ساعت', '', '170', '3', 'سه آمپول'],
  ['یک قرص، یک روز در میان', '', '1', '170', 'یک روز در میان'],
  ['هر ۹ ساعت ۱ عدد', '', '170', '170', 'هر ۹ ساعت ۱ عدد'],
  ['صبح یک قرص و شب دو قرص', '', '170', '170', 'صبح یک قرص و شب دو قرص'],
  ['یک قرص، هر ۸ ساعت؛ سپس نصف قرص، هر ۸ ساعت', 'بعد از غذا', '170', '170', 'یک قرص، هر ۸ ساعت؛ سپس نصف قرص، هر ۸ ساعت، بعد از غذا'],
])('«%s» «%s» is amount %s and time %s, and in words «%s»', (consumption, instruction, drugAmntId, drugInstId, dose) => {
  expect(toDirections({ consumption, instruction, note: '' }, lists)).toEqual({ drugAmntId, drugInstId, dose })
})

test('a note goes with the words', () =>
  expect(toDirections({ consumption: 'یک قرص', instruction: '', note: 'با آب فراوان' }, lists).dose).toBe('با آب فراوان'))

test.each([
  ['1', '3', 'به مدت ۷ روز', { consumption: 'یک عدد، هر 8 ساعت', instruction: 'به مدت ۷ روز' }],
  ['170', '170', 'هر ۹ ساعت ۱ عدد', { consumption: 'هر ۹ ساعت ۱ عدد', instruction: '' }],
  ['170', '170', '', { consumption: 'طبق دستور', instruction: '' }],
])('amount %s, time %s and «%s» are read back', (amountId, timeId, dose, words) => {
  const timesAday = lists.amounts.find((it) => it.drugAmntId === amountId)
  const drugInstruction = lists.instructions.find((it) => it.drugInstId === timeId)
  if (!timesAday || !drugInstruction) throw new Error('No such row')
  expect(fromDirections({ timesAday, drugInstruction, dose })).toEqual(words)
})
