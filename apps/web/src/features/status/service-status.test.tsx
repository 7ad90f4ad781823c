import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { ServiceStatus } from './service-status.tsx'

afterEach(() => vi.unstubAllGlobals())

const service = (state: string, title: string) => ({ service: title, title, state, lastAnsweredAt: null, lastFailedAt: null, lastMs: null })

function givenServices(services: unknown[] | null) {
  const answer = services ? { body: { services }, status: 200 } : { body: { code: 'unexpected', detail: {} }, status: 500 }
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(answer.body), { status: answer.status }))
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ServiceStatus />
    </QueryClientProvider>,
  )
}

test.each([
  ['every service that was asked answers', [service('answering', 'سیام'), service('untried', 'سپاس')], /سرویس‌ها پاسخ می‌دهند/],
  ['one is silent', [service('answering', 'سیام'), service('failing', 'استحقاق')], /۱ سرویس پاسخ نمی‌دهد/],
  ['our own server did not say', null, /معلوم نیست/],
])('the dot tells it when %s', async (_, services, words) => {
  givenServices(services)
  expect(await screen.findByRole('button', { name: words })).toBeTruthy()
})

test('the list names the service that is silent', async () => {
  givenServices([service('failing', 'استحقاق‌سنجی')])
  await userEvent.click(await screen.findByRole('button', { name: /۱ سرویس/ }))
  expect(await screen.findByText('استحقاق‌سنجی')).toBeTruthy()
  expect(screen.getByText('پاسخ نمی‌دهد')).toBeTruthy()
})
