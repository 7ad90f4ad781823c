import type { DrugAmount, DrugInstruction } from '@noskhe/national-wire/tamin/lists'

/** Tamin's short lists. Their form is the published one; rows and numbers are synthetic, but for 170 and 171. */
const amounts: readonly [id: string, latin: string, concept: string][] = [
  ['1', '1 unit', 'یک عدد'],
  ['2', '2 units', 'دو عدد'],
  ['3', '3 units', 'سه عدد'],
  ['4', '4 units', 'چهار عدد'],
  ['5', '1/2 unit', 'نصف عدد'],
  ['6', '1/4 unit', 'یک‌چهارم عدد'],
  ['7', '1.5 units', 'یک‌ونیم عدد'],
  ['11', '2.5 mL', '۲٫۵ سی‌سی'],
  ['12', '5 mL', '۵ سی‌سی'],
  ['13', '7.5 mL', '۷٫۵ سی‌سی'],
  ['14', '10 mL', '۱۰ سی‌سی'],
  ['15', '15 mL', '۱۵ سی‌سی'],
  ['21', '1 drop', 'یک قطره'],
  ['22', '2 drops', 'دو قطره'],
  ['31', '1 puff', 'یک پاف'],
  ['32', '2 puffs', 'دو پاف'],
  ['41', '1 teaspoon', 'یک قاشق'],
  ['170', 'as directed', 'طبق دستور'],
  ['171', 'as needed', 'در صورت نیاز'],
]

const instructions: readonly [id: string, latin: string, concept: string][] = [
  ['1', 'daily', 'روزی یک بار'],
  ['2', 'q12h', 'هر ۱۲ ساعت'],
  ['3', 'q8h', 'هر ۸ ساعت'],
  ['4', 'q6h', 'هر ۶ ساعت'],
  ['5', 'q4h', 'هر ۴ ساعت'],
  ['6', 'every other day', 'یک روز در میان'],
  ['7', 'weekly', 'هفته‌ای یک بار'],
  ['8', 'twice weekly', 'هفته‌ای دو بار'],
  ['9', 'monthly', 'ماهی یک بار'],
  ['10', 'in the morning', 'هر روز صبح'],
  ['11', 'at bedtime', 'هر شب هنگام خواب'],
  ['12', 'once, at once', 'فوری، یک نوبت'],
  ['21', 'after meals', 'بعد از غذا'],
  ['22', 'before meals', 'قبل از غذا'],
  ['170', 'as directed', 'طبق دستور'],
  ['171', 'as needed', 'در صورت نیاز'],
]

export const drugAmounts: readonly DrugAmount[] = amounts.map(([id, drugAmntLatin, drugAmntConcept]) => ({
  drugAmntId: id, drugAmntCode: id.padStart(3, '0'), drugAmntLatin, drugAmntConcept,
}))

export const drugInstructions: readonly DrugInstruction[] = instructions.map(([id, drugInstLatin, drugInstConcept]) => ({
  drugInstId: id, drugInstCode: id.padStart(3, '0'), drugInstLatin, drugInstConcept,
}))

export const drugUsages = ['خوراکی', 'تزریقی', 'موضعی', 'استنشاقی', 'چشمی', 'بینی', 'رکتال', 'واژینال', 'زیرزبانی'].map((drugUsgConcept, place) => ({
  drugUsgId: String(place + 1), drugUsgConcept,
}))

export const prescriptionTypes = [
  ['1', 'دارو'], ['2', 'پاراکلینیک'], ['3', 'ویزیت'], ['5', 'خدمات'], ['6', 'خدمات ارجاعی'], ['7', 'ارجاع'], ['8', 'بازخورد ارجاع'], ['9', 'دستور بستری'],
].map(([prescTypeId = '', prescTypeDes = '']) => ({ prescTypeId, prescTypeDes }))

export const serviceTypes = [
  ['01', 'دارو', '1'], ['02', 'آزمایشگاه', '2'], ['03', 'رادیولوژی', '2'], ['04', 'سونوگرافی', '2'], ['05', 'سی‌تی‌اسکن', '2'], ['06', 'ام‌آر‌آی', '2'],
  ['07', 'پزشکی هسته‌ای', '2'], ['08', 'رادیوتراپی', '2'], ['09', 'شنوایی‌سنجی', '2'], ['10', 'گفتاردرمانی', '2'], ['11', 'آنژیوگرافی', '2'],
  ['12', 'اعمال پاراکلینیکی', '2'], ['13', 'فیزیوتراپی', '2'], ['14', 'سنجش تراکم استخوان', '2'], ['15', 'دیالیز', '2'], ['16', 'ویزیت', '3'],
  ['17', 'خدمت پزشکی یا دندان‌پزشکی', '5'], ['21', 'پرستاری', '5'],
].map(([srvType = '', srvTypeDes = '', prescTypeId = '']) => ({ srvType, srvTypeDes, prescTypeId }))

export const laboratoryGroups = [
  ['0.00', 'نامعلوم'], ['0.01', 'آسیب‌شناسی'], ['0.02', 'ژنتیک'], ['0.03', 'گلوبال ژنتیک'], ['0.04', 'تشخیص طبی'],
].map(([parGrpCode = '', parGrpDesc = '']) => ({ parGrpCode, parGrpDesc }))

export function amountOf(id: string): DrugAmount {
  const found = drugAmounts.find((it) => it.drugAmntId === id)
  if (found === undefined) throw new Error(`No drug amount ${id}`)
  return found
}

export function instructionOf(id: string): DrugInstruction {
  const found = drugInstructions.find((it) => it.drugInstId === id)
  if (found === undefined) throw new Error(`No drug instruction ${id}`)
  return found
}
