import { Failure } from '@noskhe/shared/failure'
import { saveDraft } from '@noskhe/shared/prescriptions/contract'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { id, prescription } from '../testing/examples.ts'
import { givenDesk, itemsShown, noteBox, pick, valueOf, withOne } from '../testing/given-desk.tsx'

const device = vi.hoisted(() => new Map<string, unknown>())
vi.mock('../../../offline/draft-store.ts', () => ({
  keepDraft: async (id: string, kept: unknown) => void device.set(id, kept),
  findKeptDraft: async (id: string) => device.get(id) ?? null,
  dropDraft: async (id: string) => void device.delete(id),
}))
beforeEach(() => device.clear())

test('what another tab saved is a conflict: what she wrote stays, and both ways are open', async () => {
  const { user, server } = await givenDesk({ it: withOne() })
  server.it = { ...server.it, revision: 9, noteToPatient: 'از برگهٔ دیگر' }
  const note = noteBox()
  await user.type(note, 'نوشتهٔ من')
  await screen.findByText('این نسخه در برگه یا دستگاه دیگری تغییر کرده است')
  expect(valueOf(note)).toBe('نوشتهٔ من')
  await user.click(screen.getByRole('button', { name: 'نوشتهٔ من بماند' }))
  await waitFor(() => expect(server.it.noteToPatient).toBe('نوشتهٔ من'))
})

test('in a conflict the newest can be taken instead', async () => {
  const { user, server } = await givenDesk({ it: withOne() })
  server.it = { ...server.it, revision: 9, noteToPatient: 'از برگهٔ دیگر' }
  const note = noteBox()
  await user.type(note, 'نوشتهٔ من')
  await user.click(await screen.findByRole('button', { name: 'تازه‌ترین بماند' }))
  await waitFor(() => expect(valueOf(note)).toBe('از برگهٔ دیگر'))
  expect(server.it.revision).toBe(9)
})

test('why the insurer cannot be asked at all is said', async () => {
  const { user } = await givenDesk({ insurer: () => new Failure('payer.account-missing') })
  await pick(user, 'amox')
  await user.keyboard('1x3 #21{Enter}')
  await screen.findByText('از بیمه نتوانستیم بپرسیم')
})

test('what cannot be sent is kept on the device, with names, and comes back when the draft is opened again', async () => {
  const first = await givenDesk()
  first.server.isDown = true
  await pick(first.user, 'amox')
  await first.user.keyboard('1x3 #21{Enter}')
  await screen.findByText('به سرور نرسید؛ روی همین دستگاه هست و دوباره فرستاده می‌شود.')
  const sent = () => first.answers.inputsOf(saveDraft).length
  const before = sent()
  first.view.unmount()
  // Leaving tries once more, and fails like the others.
  await waitFor(() => expect(sent()).toBe(before + 1))

  const second = await givenDesk({ it: prescription() })
  await screen.findByText('نوشته‌ای که روی این دستگاه مانده بود برگشت')
  expect(itemsShown()[0]?.textContent).toContain('آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم')
  await waitFor(() => expect(second.server.it.items).toHaveLength(1))
})

const keptOnDevice = (revision: number, noteToPatient: string) =>
  device.set(id, { revision, draft: { items: [], diagnosis: null, noteToPatient } })

test('what the device kept does not overwrite what another device saved since', async () => {
  keptOnDevice(1, 'این دستگاه')
  const { server } = await givenDesk({ it: prescription({ revision: 4, noteToPatient: 'دستگاه دیگر' }) })
  await screen.findByText('این نسخه در برگه یا دستگاه دیگری تغییر کرده است')
  expect([valueOf(noteBox()), server.it.noteToPatient]).toEqual(['این دستگاه', 'دستگاه دیگر'])
})

test('what the device kept and the server has is not made a matter of', async () => {
  keptOnDevice(1, 'همین')
  await givenDesk({ it: prescription({ revision: 2, noteToPatient: 'همین' }) })
  await waitFor(() => expect(device.size).toBe(0))
  expect(screen.queryByText('نوشته‌ای که روی این دستگاه مانده بود برگشت')).toBeNull()
})

test('what the server does not take is said with its reason', async () => {
  const { user, answers } = await givenDesk({ it: withOne() })
  answers.on(saveDraft, new Failure('terminology.code-retired'))
  await user.type(noteBox(), 'آب')
  await screen.findByText(/از فهرست ملی کنار گذاشته شده است/)
})

test('leaving is warned of only while something is unsaved', async () => {
  const { user, server } = await givenDesk({ it: withOne() })
  const leave = () => fireEvent(window, new Event('beforeunload', { cancelable: true }))
  expect(leave()).toBe(true)
  await user.type(noteBox(), 'آب')
  expect(leave()).toBe(false)
  await waitFor(() => expect(server.it.noteToPatient).toBe('آب'))
  await waitFor(() => expect(leave()).toBe(true))
})

test('the review opens once the server has everything', async () => {
  const { user, answers } = await givenDesk({ it: withOne() })
  await user.type(noteBox(), 'آب')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('بازبینی')
  expect(answers.inputsOf(saveDraft)).toHaveLength(1)
})

test('what cannot be saved is not reviewed, and nothing typed is lost', async () => {
  const { user, server } = await givenDesk({ it: withOne() })
  server.isDown = true
  const note = noteBox()
  await user.type(note, 'آب')
  await user.click(screen.getByRole('button', { name: /بازبینی و امضا/ }))
  await screen.findByText(/پیش از امضا باید ذخیره شود/)
  expect(valueOf(note)).toBe('آب')
})

test('the insurer’s refusal of the whole stands above the open draft, in its words', async () => {
  await givenDesk({ it: withOne({ refusal: 'ظرفیت روزانهٔ پزشک پر شده است' }) })
  screen.getByText('بیمه این نسخه را ثبت نکرد')
  screen.getByText('«ظرفیت روزانهٔ پزشک پر شده است»')
})

test('a draft is thrown away after one question with the patient’s name', async () => {
  const { user, server } = await givenDesk({ it: withOne() })
  await user.click(screen.getByRole('button', { name: 'کنار گذاشتن پیش‌نویس' }))
  const question = await screen.findByRole('alertdialog', { name: 'پیش‌نویس نسخهٔ زهرا احمدی‌فر کنار گذاشته شود؟' })
  await user.click(within(question).getByRole('button', { name: 'کنار گذاشتن پیش‌نویس' }))
  await screen.findByText('بیمار بعدی')
  expect(server.it.status).toBe('discarded')
})
