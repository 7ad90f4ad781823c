import { findSession } from '@noskhe/shared/auth/contract'
import { abandonDelivery, confirmDelivery, findDelivery, scanPack } from '@noskhe/shared/dispensing/contract'
import { Failure } from '@noskhe/shared/failure'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { problemMessage } from '../../i18n/problem-message.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { DeliveryPage } from './delivery-page.tsx'
import { delivery, deliveryId, line, pack } from './testing/examples.ts'
import { words } from './words.ts'

let answers: Answers
const user = userEvent.setup()
const bare = () => line('آموکسی‌سیلین', 21)
const scanned = () => line('آموکسی‌سیلین', 21, { packs: [pack] })

beforeEach(() => {
  answers = new Answers().on(findSession, 'unreachable')
})

const open = (it: ReturnType<typeof delivery> | Failure) => {
  answers.on(findDelivery, it)
  renderPages({ '/counter': <p>counter</p>, '/counter/:id': <DeliveryPage /> }, `/counter/${deliveryId}`)
}
const box = () => screen.findByLabelText(words.scan, { selector: 'input' })
const scan = async (label: string) => user.type(await box(), `${label}{Enter}`)
const deliverButton = () => screen.getByRole<HTMLButtonElement>('button', { name: new RegExp(`^${words.deliver}`) })

test('a delivery that is not this centre’s is said not to be there', async () => {
  open(new Failure('delivery.not-found'))
  expect(await screen.findByText(problemMessage['delivery.not-found'])).toBeTruthy()
})

test('a scanned pack lands on its line, frees the box at once and readies the delivery', async () => {
  open(delivery('prepared', [bare()]))
  await box()
  expect(deliverButton().disabled).toBe(true)
  answers.on(scanPack, delivery('prepared', [scanned()]))
  await scan(pack.uid)
  const packs = await screen.findByRole('list', { name: 'بسته‌های آموکسی‌سیلین' })
  expect(within(packs).getByText(`UID ${pack.uid}`)).toBeTruthy()
  expect((await box()) as HTMLInputElement).toMatchObject({ value: '' })
  expect(document.activeElement).toBe(await box())
  expect(deliverButton().disabled).toBe(false)
})

test('a recalled pack is refused in large words and changes nothing', async () => {
  open(delivery('prepared', [bare()]))
  answers.on(scanPack, new Failure('pack.recalled', { product: 'آموکسی‌سیلین' }))
  await scan(pack.uid)
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByText(words.wrongPack)).toBeTruthy()
  expect(within(alert).getByText(problemMessage['pack.recalled'])).toBeTruthy()
  expect(deliverButton().disabled).toBe(true)
})

test('silence of the authenticity service is not said to be a bad pack, nor a good one', async () => {
  open(delivery('prepared', [bare()]))
  answers.on(scanPack, new Failure('national.unavailable'))
  await scan(pack.uid)
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByText(words.ttacSilent)).toBeTruthy()
  expect(within(alert).queryByText(words.wrongPack)).toBeNull()
})

test('what is no label is not sent', async () => {
  open(delivery('prepared', [bare()]))
  await scan('6260123456789')
  expect(await screen.findByText(words.notALabel)).toBeTruthy()
  expect(answers.inputsOf(scanPack)).toEqual([])
})

test('scans that come faster than their answers are told one after another', async () => {
  open(delivery('prepared', [bare()]))
  let underWay = 0
  let most = 0
  answers.on(scanPack, async () => {
    underWay += 1
    most = Math.max(most, underWay)
    await Promise.resolve()
    underWay -= 1
    return delivery('prepared', [scanned()])
  })
  await scan('12345012345678901234')
  await scan('12345012345678901235')
  await screen.findByRole('list', { name: 'بسته‌های آموکسی‌سیلین' })
  expect(most).toBe(1)
})

test('it is handed over from the keyboard: what and how much once more, then one key', async () => {
  open(delivery('prepared', [scanned()]))
  answers.on(confirmDelivery, delivery('delivered', [scanned()]))
  await box()
  await user.keyboard('{Control>}{Enter}{/Control}')
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText('۲۱ عدد')).toBeTruthy()
  expect(within(dialog).getByText(/۶٬۳۰۰/)).toBeTruthy()
  await user.keyboard('{Enter}')
  expect(await screen.findByText(words.doneTitle)).toBeTruthy()
})

test('the receipt tells what was given, what remains and that authenticity was verified', async () => {
  open(delivery('delivered', [scanned(), line('سرم', 2, { id: '0199c0de-0000-7000-8000-0000000000b2', needsPacks: false })]))
  const receipt = await screen.findByRole('article', { name: words.receipt })
  const [, first, second] = within(receipt).getAllByRole('row')
  expect(first?.textContent).toContain('اصالت تأیید شد')
  expect(second?.textContent).toContain('اصالت بسته بررسی نشده است')
  expect(within(receipt).getAllByText('۲۱')).toHaveLength(2)
})

test('a lost answer says not to send again, and what comes of it appears by itself', async () => {
  open(delivery('unknown', [scanned()]))
  expect((await screen.findByRole('alert')).textContent).toContain(words.waitingTitle)
  expect(screen.queryByRole('button', { name: new RegExp(words.deliver) })).toBeNull()
  answers.on(findDelivery, delivery('delivered', [scanned()]))
  expect(await screen.findByText(words.doneTitle)).toBeTruthy()
})

test('one that comes back from waiting says that nothing was registered', async () => {
  open(delivery('unknown', [scanned()]))
  await screen.findByText(words.waitingBody)
  answers.on(findDelivery, delivery('prepared', [scanned()]))
  expect(await screen.findByText(words.returnedTitle)).toBeTruthy()
})

test('a refusal tells the payer’s advice and leads back to the prescription', async () => {
  open(delivery('refused', [scanned()], { refusal: 'نسخه بایگانی شده است.' }))
  expect(await screen.findByText('نسخه بایگانی شده است.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: words.again }))
  expect(await screen.findByText('counter')).toBeTruthy()
})

test('a broken network keeps the packs, and pressing again says the same thing again', async () => {
  open(delivery('prepared', [scanned()]))
  answers.on(confirmDelivery, 'unreachable')
  await box()
  const press = async () => {
    await user.click(deliverButton())
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: words.deliver }))
  }
  await press()
  await screen.findByText(/به سرور نرسیدیم/)
  expect(screen.getByText(`UID ${pack.uid}`)).toBeTruthy()
  answers.on(confirmDelivery, delivery('delivered', [scanned()]))
  await press()
  await screen.findByText(words.doneTitle)
  const [first, second] = answers.asked.filter((it) => it.endpoint === confirmDelivery).map((it) => it.headers.get('Idempotency-Key'))
  expect(second).toBe(first)
})

test('changing the quantities leaves this delivery', async () => {
  open(delivery('prepared', [scanned()]))
  answers.on(abandonDelivery, delivery('abandoned', [scanned()]))
  await box()
  await user.click(screen.getByRole('button', { name: words.change }))
  expect(await screen.findByText('counter')).toBeTruthy()
  expect(answers.inputsOf(abandonDelivery)).toEqual([{ id: deliveryId }])
})

test('a price that nobody told is not shown as nothing', async () => {
  open(delivery('prepared', [line('سرم', 2, { shares: null })], { totals: { total: 0, insurerShare: 0, patientShare: 0 } }))
  expect(await screen.findByText(words.unknownPrice)).toBeTruthy()
  expect(screen.getByText('بیمار می‌پردازد').parentElement?.textContent).toContain('نامشخص')
})

test('where a supplementary company pays, three shares are shown and the patient pays the rest', async () => {
  const share = { state: 'known' as const, company: 'بیمهٔ دی', companyCode: 'DAY', policy: 'P-1', share: 5_040, lines: [] }
  open(delivery('prepared', [scanned()], { supplementary: share }))
  expect((await screen.findAllByText('بیمار می‌پردازد'))[0]?.parentElement?.textContent).toContain('۱٬۲۶۰')
  expect(screen.getByRole('img', { name: 'سهم بیمه ۱۴٬۷۰۰ ریال، سهم تکمیلی ۵٬۰۴۰ ریال، سهم بیمار ۱٬۲۶۰ ریال' })).toBeTruthy()
})

test('a supplementary share that nobody told is not shown as nothing', async () => {
  open(delivery('prepared', [scanned()], { supplementary: { state: 'unknown', company: 'بیمهٔ دی' } }))
  expect(await screen.findByText('سهم تکمیلی روشن نشد')).toBeTruthy()
  expect(screen.queryByText('سهم تکمیلی')).toBeNull()
  expect(screen.getAllByRole('img').at(-1)?.getAttribute('aria-label')).toBe('سهم بیمه ۱۴٬۷۰۰ ریال، سهم بیمار ۶٬۳۰۰ ریال')
})

test('a company that wants a letter first is heard', async () => {
  const refused = { state: 'refused', company: 'بیمهٔ دی', needsLetter: true, message: 'پیش از خدمت باید معرفی‌نامه گرفته شود' } as const
  open(delivery('prepared', [scanned()], { supplementary: refused }))
  expect((await screen.findByText(words.letterNeeded)).parentElement?.textContent).toContain('بیمهٔ دی: پیش از خدمت باید معرفی‌نامه گرفته شود')
})
