import { insuranceStatus } from '@noskhe/national-wire/tamin'
import type { FormularyRow } from '@noskhe/national-wire/tamin'
import type { OrderVerdict, PayerMessage } from '../port.ts'

type Judged = Extract<OrderVerdict, { checkRef: string | null }>

/** The share by which the screen splits prices of this insurer; a drug of another share is told in words. */
const USUAL_SHARE = 70

const advisory = (text: string): PayerMessage => ({ severity: 'advisory', text })
const warning = (text: string): PayerMessage => ({ severity: 'warning', text })

/**
 * What the formulary tells of a line before it is sent; more the insurer says only at the counter. Every line may be sent:
 * what is not covered the patient pays. `count` holds the other lines of the same drug too.
 */
export function verdictOf(drug: FormularyRow, count: number, checkRef: string): Judged {
  const { maxPrescription: maxCovered } = drug
  const messages: PayerMessage[] = []
  const isUsual = drug.organisationShare === USUAL_SHARE || drug.insuranceStatus !== insuranceStatus.insured
  const unitPrice = isUsual ? drug.priceWithoutSubsidy : null
  if (!isUsual) {
    const price = drug.priceWithoutSubsidy.toLocaleString('fa-IR')
    messages.push(advisory(`سهم سازمان از این دارو ${drug.organisationShare.toLocaleString('fa-IR')} درصدِ قیمت ${price} ریال برای هر واحد است.`))
  }
  if (drug.governmentSubsidy > 0) messages.push(advisory(`دولت برای هر واحد ${drug.governmentSubsidy.toLocaleString('fa-IR')} ریال یارانه می‌دهد.`))
  const verdict = { checkRef, unitPrice, messages, maxCovered: null }

  if (drug.insuranceStatus === insuranceStatus.notInsured) {
    return { ...verdict, outcome: 'not-covered', messages: [...messages, warning('این دارو در تعهد تأمین اجتماعی نیست و بیمار همهٔ بهای آن را می‌پردازد.')] }
  }
  if (drug.insuranceStatus === insuranceStatus.subsidyOnly) {
    return { ...verdict, outcome: 'not-covered', messages: [...messages, warning('این دارو تنها مشمول یارانهٔ دولت است و بیمار بقیهٔ بهای آن را می‌پردازد.')] }
  }
  if (drug.fileRequired) {
    return { ...verdict, outcome: 'needs-document', maxCovered, messages: [...messages, warning('تأمین اجتماعی این دارو را تنها برای بیمارِ دارای پرونده می‌پذیرد. بدون پرونده، بیمار همهٔ بها را می‌پردازد.')] }
  }
  if (maxCovered !== null && count > maxCovered) {
    const text = `تأمین اجتماعی در هر نسخه تا ${maxCovered.toLocaleString('fa-IR')} واحد از این دارو را می‌پذیرد؛ بهای بقیه با بیمار است.`
    return { ...verdict, outcome: 'over-ceiling', maxCovered, messages: [...messages, warning(text)] }
  }
  return { ...verdict, outcome: 'covered', maxCovered }
}
