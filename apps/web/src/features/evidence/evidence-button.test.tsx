import { exportEvidence } from '@noskhe/shared/evidence/contract'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { EvidenceButton } from './evidence-button.tsx'

const id = '019ac5e0-0000-7000-8000-000000000001'

async function take(isSealed: boolean): Promise<string[]> {
  URL.createObjectURL = vi.fn(() => 'blob:evidence')
  URL.revokeObjectURL = vi.fn()
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  new Answers().on(exportEvidence, { name: 'noskhe-1404-1.evidence.json', text: '{}', isSealed })
  renderPages({ '/': <EvidenceButton id={id} version={1} /> }, '/')
  await userEvent.click(await screen.findByRole('button', { name: 'گرفتن پروندهٔ سند' }))
  await screen.findByRole('status')
  return click.mock.contexts.map((it) => (it as HTMLAnchorElement).download)
}

test('the file is handed to the browser under its name', async () => {
  expect(await take(true)).toEqual(['noskhe-1404-1.evidence.json'])
})

test('a file without the centre’s seal is not told as one that has it', async () => {
  await take(false)
  expect(screen.getByRole('status').textContent).toContain('مهر مرکز ندارد')
})
