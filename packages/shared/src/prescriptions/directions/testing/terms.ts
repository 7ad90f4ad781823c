import type { SigTerm } from '../../../terminology/code.ts'

const freq = (code: string, fa: string, timesPerDay: number | null): SigTerm => ({ kind: 'freq', code, fa, en: code, timesPerDay })
const instr = (code: string, fa: string): SigTerm => ({ kind: 'instr', code, fa, en: code, timesPerDay: null })

/** The national directions list, as the catalogue ships it. */
export const terms: readonly SigTerm[] = [
  freq('QD', 'روزی یک بار', 1), freq('BID', 'روزی دو بار (هر ۱۲ ساعت)', 2), freq('TID', 'روزی سه بار (هر ۸ ساعت)', 3), freq('QID', 'روزی چهار بار (هر ۶ ساعت)', 4),
  freq('Q4H', 'هر ۴ ساعت', 6), freq('Q6H', 'هر ۶ ساعت', 4), freq('Q8H', 'هر ۸ ساعت', 3), freq('Q12H', 'هر ۱۲ ساعت', 2),
  freq('HS', 'هر شب هنگام خواب', 1), freq('QAM', 'هر روز صبح', 1), freq('QOD', 'یک روز در میان', 0.5), freq('QW', 'هفته‌ای یک بار', 0.143),
  freq('BIW', 'هفته‌ای دو بار', 0.286), freq('QM', 'ماهی یک بار', 0.033), freq('STAT', 'فوری، یک نوبت', 1), freq('PRN', 'در صورت نیاز', null), freq('ASDIR', 'طبق دستور', null),
  instr('PC', 'بعد از غذا'), instr('AC', 'قبل از غذا'), instr('WITHFOOD', 'همراه غذا'), instr('FAST', 'ناشتا'), instr('BEDTIME', 'هنگام خواب'), instr('SL', 'زیر زبان'),
  instr('CHEW', 'جویده شود'), instr('DISSOLVE', 'در آب حل شود'), instr('SHAKE', 'قبل از مصرف تکان داده شود'), instr('TOPICAL', 'موضعی روی پوست'), instr('EYE', 'در چشم'),
  instr('NASAL', 'در بینی'), instr('INHALE', 'استنشاق شود'), instr('RECTAL', 'شیاف مقعدی'), instr('VAGINAL', 'واژینال'), instr('IM', 'تزریق عضلانی'),
  instr('IV', 'تزریق وریدی'), instr('SC', 'تزریق زیرجلدی'),
]
