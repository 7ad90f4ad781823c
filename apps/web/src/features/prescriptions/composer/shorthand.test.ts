import type { SigTerm } from '@noskhe/shared/terminology/code'
import { expect, test } from 'vitest'
import { readShorthand, withSaid } from './shorthand.ts'

const freq = (code: string, fa: string, timesPerDay: number | null): SigTerm => ({ kind: 'freq', code, fa, en: code, timesPerDay })
const instr = (code: string, fa: string): SigTerm => ({ kind: 'instr', code, fa, en: code, timesPerDay: null })
const terms = [
  freq('QM', 'ماهی یک بار', 0.033), freq('QW', 'هفته‌ای یک بار', 0.143), freq('BIW', 'هفته‌ای دو بار', 0.286), freq('QOD', 'یک روز در میان', 0.5),
  freq('HS', 'هر شب هنگام خواب', 1), freq('QAM', 'هر روز صبح', 1), freq('QD', 'روزی یک بار', 1), freq('STAT', 'فوری، یک نوبت', 1),
  freq('BID', 'روزی دو بار (هر ۱۲ ساعت)', 2), freq('Q12H', 'هر ۱۲ ساعت', 2), freq('Q8H', 'هر ۸ ساعت', 3), freq('TID', 'روزی سه بار (هر ۸ ساعت)', 3),
  freq('PRN', 'در صورت نیاز', null), freq('Q6H', 'هر ۶ ساعت', 4), freq('QID', 'روزی چهار بار (هر ۶ ساعت)', 4), freq('ASDIR', 'طبق دستور', null),
  instr('AC', 'قبل از غذا'), instr('PC', 'بعد از غذا'), instr('WITHFOOD', 'همراه غذا'), instr('FAST', 'ناشتا'), instr('BEDTIME', 'هنگام خواب'),
  instr('SHAKE', 'قبل از مصرف تکان داده شود'), instr('SL', 'زیر زبان'),
]
const readWhole = (typed: string, form = 'قرص') => readShorthand(typed, { terms, form })
const read = (typed: string, form?: string) => {
  const { said, unread } = readWhole(typed, form)
  return { said, unread }
}

test.each([
  ['tid', 'TID'], ['BID', 'BID'], ['qd', 'QD'], ['od', 'QD'], ['daily', 'QD'], ['q8h', 'Q8H'], ['q 6 h', 'Q6H'], ['q12', 'Q12H'], ['tds', 'TID'], ['hs', 'HS'],
  ['هر ۸', 'Q8H'], ['هر ۸ ساعت', 'Q8H'], ['هر هشت ساعت', 'Q8H'], ['هر ٦ ساعت', 'Q6H'], ['هر ۲۴ ساعت', 'QD'],
  ['روزی سه بار', 'TID'], ['روزی ۲', 'BID'], ['۴ بار در روز', 'QID'], ['شب‌ها', 'HS'], ['هر شب', 'HS'], ['صبح', 'QAM'], ['روزانه', 'QD'],
  ['یک روز در میان', 'QOD'], ['هر ۲ روز', 'QOD'], ['هفته‌ای یک بار', 'QW'], ['هفته‌ای دو بار', 'BIW'], ['ماهی یک بار', 'QM'], ['طبق دستور', 'ASDIR'], ['فوری', 'STAT'],
])('%s is the frequency %s', (typed, frequency) => expect(read(typed)).toEqual({ said: { frequency }, unread: '' }))

test.each([
  ['1x3', { dose: '1', frequency: 'TID' }],
  ['۲×۲', { dose: '2', frequency: 'BID' }],
  ['1/2x1', { dose: '0.5', frequency: 'QD' }],
  ['1.5*2', { dose: '1.5', frequency: 'BID' }],
  ['نصف هر ۱۲', { dose: '0.5', frequency: 'Q12H' }],
  ['یک و نیم روزی دو بار', { dose: '1.5', frequency: 'BID' }],
  ['یک قرص هر ۸ ساعت', { dose: '1', doseUnit: 'قرص', frequency: 'Q8H' }],
  ['2 tab bid', { dose: '2', doseUnit: 'قرص', frequency: 'BID' }],
])('%s says the amount a time too', (typed, said) => expect(read(typed)).toEqual({ said, unread: '' }))

test.each([
  ['tid 7d', 7], ['tid 2w', 14], ['tid 1m', 30], ['tid ۱۰ روز', 10], ['tid ده روز', 10], ['tid دو هفته', 14], ['tid به مدت یک ماه', 30],
])('%s lasts %d days', (typed, durationDays) => expect(read(typed)).toEqual({ said: { frequency: 'TID', durationDays }, unread: '' }))

test.each([
  ['pc', ['PC']], ['بعد غذا', ['PC']], ['بعد از غذا', ['PC']], ['قبل از غذا', ['AC']], ['با غذا', ['WITHFOOD']], ['ناشتا', ['FAST']], ['sl', ['SL']],
  ['ac وقت خواب', ['BEDTIME', 'AC']], ['قبل از مصرف تکان داده شود', ['SHAKE']],
])('%s is said to the patient', (typed, instructions) => expect(read(typed)).toEqual({ said: { instructions }, unread: '' }))

test.each([
  ['1x3 7d pc prn #21', 'قرص', { dose: '1', frequency: 'TID', durationDays: 7, instructions: ['PC'], asNeeded: true, quantity: 21 }],
  ['1x3 ۲۱ عدد', 'قرص', { dose: '1', frequency: 'TID', quantity: 21 }],
  ['5 cc هر ۸ ساعت ۷ روز تعداد ۲', 'شربت', { dose: '5', doseUnit: 'میلی‌لیتر', frequency: 'Q8H', durationDays: 7, quantity: 2 }],
  ['۵ سی‌سی هر ۸', 'شربت', { dose: '5', doseUnit: 'میلی‌لیتر', frequency: 'Q8H' }],
])('a whole line: %s', (typed, form, said) => expect(read(typed, form)).toEqual({ said, unread: '' }))

test.each([
  ['فهی', { frequency: 'TID' }],
  ['۱ط۳ ۷ی حز', { dose: '1', frequency: 'TID', durationDays: 7, instructions: ['PC'] }],
])('%s was typed on the other keyboard', (typed, said) => expect(read(typed)).toEqual({ said, unread: '' }))

test.each([
  ['tid قرمز', 'قرمز'],
  ['q5h', 'q5h'],
  ['1x9', '1x9'],
  ['۵ سی‌سی هر ۸', '5 سی سی'],
  ['tid 400d', '400d'],
])('of %s, «%s» is not understood and not guessed', (typed, unread) => expect(read(typed).unread).toBe(unread))

test('nothing typed says nothing', () => expect(read('  ')).toEqual({ said: {}, unread: '' }))

const nothing = { dose: '1', doseUnit: 'قرص', frequency: null, durationDays: null, quantity: null, instructions: ['AC'], asNeeded: false }

test.each([
  ['prn', { frequency: 'PRN', asNeeded: false }],
  ['tid prn', { frequency: 'TID', asNeeded: true }],
  ['pc', { instructions: ['AC', 'PC'] }],
  ['ac', { instructions: ['AC'] }],
])('%s over an item', (typed, part) => expect(withSaid(nothing, read(typed).said, terms)).toMatchObject(part))

test.each([
  ['1x3 7d #', true],
  ['1x3 7d#', true],
  ['1x3 7d #21', false],
  ['1x3 7d', false],
])('%s takes the offered quantity: %s', (typed, takesOffer) => expect(readWhole(typed)).toMatchObject({ takesOffer, unread: '' }))
