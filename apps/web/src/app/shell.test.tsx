import type { Role } from '@noskhe/shared/endpoint'
import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { BottomBar } from '../ui/bars.tsx'
import { Shell, type ShellProps } from './shell.tsx'
import { applyTheme } from './theme.ts'

const clinic = { id: 'a', name: 'درمانگاه بهشتی', detail: 'درمانگاه' }
const office = { id: 'b', name: 'مطب ولیعصر', detail: 'مطب' }

const shell = (props: Partial<ShellProps> = {}) =>
  render(
    <MemoryRouter>
      <Shell
        person={{ name: 'نرگس محمدی', detail: 'متخصص داخلی' }}
        role="prescriber"
        workplaces={[clinic, office]}
        currentWorkplace="a"
        onSwitchWorkplace={() => {}}
        onSignOut={() => {}}
        children={<h1>نسخه‌نویسی</h1>}
        {...props}
      />
    </MemoryRouter>,
  )

const placesOf = (role: Role | null) => {
  const { unmount } = shell({ role })
  const [navigation] = screen.getAllByRole('navigation', { name: 'بخش‌های برنامه' })
  const places = navigation ? within(navigation).queryAllByRole('link').map((link) => link.textContent) : []
  unmount()
  return places
}

afterEach(() => {
  localStorage.clear()
  applyTheme()
  vi.restoreAllMocks()
})

test('each role sees its own places, and nobody any before a centre is chosen', () => {
  expect([placesOf('prescriber'), placesOf('dispenser'), placesOf('admin'), placesOf(null)]).toEqual([
    ['نسخه‌نویسی', 'نسخه‌های من', 'ارجاع‌ها'],
    ['پیشخوان', 'تحویل‌های امروز', 'مطالبات'],
    ['صورتحساب', 'ارسال به سپاس', 'مشخصات مرکز', 'پیدانشدها', 'مطالبات'],
    [],
  ])
})

test('another centre is chosen from the menu', async () => {
  const onSwitchWorkplace = vi.fn()
  shell({ onSwitchWorkplace })
  // Only the button with its list says whether it is open; the one that stands in for it may be gone before it is pressed.
  await userEvent.click(await screen.findByRole('button', { name: 'تغییر مرکز: درمانگاه بهشتی', expanded: false }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /مطب ولیعصر/ }))
  expect(onSwitchWorkplace).toHaveBeenCalledExactlyOnceWith('b')
})

test('with one centre there is nothing to choose', () => {
  shell({ workplaces: [clinic] })
  expect(screen.queryByRole('button', { name: /تغییر مرکز/ })).toBeNull()
  expect(screen.getByText('درمانگاه بهشتی')).toBeTruthy()
})

test('the network’s absence is said, with what becomes of the draft', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  shell()
  fireEvent(window, new Event('offline'))
  expect(screen.getByText('اتصال شبکه قطع است؛ پیش‌نویس روی همین دستگاه نگه داشته می‌شود.')).toBeTruthy()
})

test('the question mark’s key lists the shortcuts, on a Persian layout too', async () => {
  shell()
  fireEvent.keyDown(document.body, { key: '؟', code: 'Slash', shiftKey: true })
  const help = await screen.findByRole('dialog', { name: 'میان‌برهای صفحه‌کلید' })
  expect(within(help).getByText('نسخه‌های من')).toBeTruthy()
})

test('the theme is chosen from the menu and remembered on the device', async () => {
  shell()
  await userEvent.click(await screen.findByRole('button', { name: 'نرگس محمدی', expanded: false }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'تیره' }))
  expect([document.documentElement.dataset['theme'], localStorage.getItem('noskhe.theme')]).toEqual(['dark', 'dark'])
})

test('a page that throws leaves the frame standing', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  function Broken(): never {
    throw new Error('broken')
  }
  shell({ children: <Broken /> })
  expect(screen.getByRole('heading', { name: 'این صفحه از کار افتاد' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'نرگس محمدی' })).toBeTruthy()
})

test('a page’s own bar stands at the foot', () => {
  shell({ children: <BottomBar>اقلام (۳)</BottomBar> })
  expect(screen.getByText('اقلام (۳)').closest('main')).toBeNull()
})
