import { serviceType } from '@noskhe/national-wire/tamin/codes'
import { insuranceStatus } from '@noskhe/national-wire/tamin/lists'
import type { FormularyRow } from '@noskhe/national-wire/tamin/lists'
import type { OrderVerdict, PayerMessage } from '../port.ts'

type Judged = Extract<OrderVerdict, { checkRef: string | null }>

/** The share by which the screen splits prices of this insurer; what has another share is told in words. */
const USUAL_SHARE = 70
const WHOLE = 100

const advisory = (text: string): PayerMessage => ({ severity: 'advisory', text })
const warning = (text: string): PayerMessage => ({ severity: 'warning', text })

interface Line {
  /** Holds the other lines of the same drug or service too. */
  count: number
  checkRef: string
  /** Under a special disease the organisation pays the whole. */
  hasIllness: boolean
}

/**
 * What the formulary tells of a line before it is sent; more the insurer says only at the counter. Every line may be sent:
 * what is not covered the patient pays.
 */
export function verdictOf(row: FormularyRow, { count, checkRef, hasIllness }: Line): Judged {
  const { maxPrescription: maxCovered } = row
  const isInsured = row.insuranceStatus === insuranceStatus.insured
  const share = isInsured && hasIllness ? WHOLE : row.organisationShare
  const it = row.srvType === serviceType.drug ? 'این دارو' : 'این خدمت'
  const messages: PayerMessage[] = []
  const isUsual = share === USUAL_SHARE || !isInsured
  if (!isUsual) {
    const price = row.priceWithoutSubsidy.toLocaleString('fa-IR')
    messages.push(advisory(`سهم سازمان از ${it} ${share.toLocaleString('fa-IR')} درصدِ قیمت ${price} ریال برای هر واحد است.`))
  }
  if (row.governmentSubsidy > 0) messages.push(advisory(`دولت برای هر واحد ${row.governmentSubsidy.toLocaleString('fa-IR')} ریال یارانه می‌دهد.`))
  const verdict = { checkRef, unitPrice: isUsual ? row.priceWithoutSubsidy : null, messages, maxCovered: null }

  if (row.insuranceStatus === insuranceStatus.notInsured) {
    return { ...verdict, outcome: 'not-covered', messages: [...messages, warning(`${it} در تعهد تأمین اجتماعی نیست و بیمار همهٔ بهای آن را می‌پردازد.`)] }
  }
  if (row.insuranceStatus === insuranceStatus.subsidyOnly) {
    return { ...verdict, outcome: 'not-covered', messages: [...messages, warning(`${it} تنها مشمول یارانهٔ دولت است و بیمار بقیهٔ بهای آن را می‌پردازد.`)] }
  }
  if (row.fileRequired) {
    return { ...verdict, outcome: 'needs-document', maxCovered, messages: [...messages, warning(`تأمین اجتماعی ${it} را تنها برای بیمارِ دارای پرونده می‌پذیرد. بدون پرونده، بیمار همهٔ بها را می‌پردازد.`)] }
  }
  if (maxCovered !== null && count > maxCovered) {
    const text = `تأمین اجتماعی در هر نسخه تا ${maxCovered.toLocaleString('fa-IR')} واحد از ${it} را می‌پذیرد؛ بهای بقیه با بیمار است.`
    return { ...verdict, outcome: 'over-ceiling', maxCovered, messages: [...messages, warning(text)] }
  }
  return { ...verdict, outcome: 'covered', maxCovered }
}
