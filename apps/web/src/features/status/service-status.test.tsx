import { nationalStatus } from '@noskhe/shared/status/contract'
import type { NationalServiceStatus } from '@noskhe/shared/status/contract'
import { Failure } from '@noskhe/shared/failure'
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { ServiceStatus } from './service-status.tsx'
import { givenService } from './testing/given-service.ts'

function givenServices(services: NationalServiceStatus[] | null) {
  new Answers().on(nationalStatus, services ? { services } : new Failure('unexpected'))
  renderPages({ '/': <ServiceStatus />, '/status': <ServiceStatus /> }, '/')
}
const siam = givenService('سیام', { state: 'answering', lastMs: 80 })
const silent = givenService('استحقاق‌سنجی', { state: 'failing', lastFailedAs: 'timedOut' })
const address = () => screen.getByTestId('address').textContent

test.each([
  ['every service that was asked answers', [siam, givenService('سپاس')], /سرویس‌ها پاسخ می‌دهند/],
  ['one is silent', [siam, silent], /۱ سرویس پاسخ نمی‌دهد/],
  ['one is not asked for now', [siam, givenService('سپاس', { state: 'failing', circuit: 'open' })], /۱ سرویس پاسخ نمی‌دهد/],
  ['our own server did not say', null, /معلوم نیست/],
])('the dot tells it when %s', async (_, services, words) => {
  givenServices(services)
  expect(await screen.findByRole('button', { name: words })).toBeTruthy()
})

test('the list names the service that is silent', async () => {
  givenServices([silent])
  await userEvent.click(await screen.findByRole('button', { name: /۱ سرویس/ }))
  expect(await screen.findByText('استحقاق‌سنجی')).toBeTruthy()
  expect(screen.getByText('پاسخ نمی‌دهد')).toBeTruthy()
})

test('from the list one goes on to the page', async () => {
  givenServices([siam])
  await userEvent.click(await screen.findByRole('button', { name: /پاسخ می‌دهند/ }))
  await userEvent.click(await screen.findByRole('button', { name: 'صفحهٔ وضعیت سرویس‌ها' }))
  expect(address()).toBe('/status')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('… and by the keyboard without it', async () => {
  givenServices([siam])
  await screen.findByRole('button', { name: /پاسخ می‌دهند/ })
  fireEvent.keyDown(document.body, { key: '۰', code: 'Digit0', altKey: true })
  expect(address()).toBe('/status')
})
