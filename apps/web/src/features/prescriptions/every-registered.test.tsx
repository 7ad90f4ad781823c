import { findPrescription } from '@noskhe/shared/prescriptions/contract'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CrashGuard } from '../../app/crash-guard.tsx'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { PrescriptionPage } from './prescription-page.tsx'
import { SlipPage } from './slip-page.tsx'
import { id, registered } from './testing/examples.ts'
import { shapes } from './testing/shapes.ts'

test.each(shapes)('registered, %s is shown with its code, and on paper', async (_, more, words) => {
  new Answers().on(findPrescription, registered({ items: [], ...more }))
  const pages = { [paths.prescription(':id')]: <CrashGuard isInFrame><PrescriptionPage /></CrashGuard>, [paths.print(':id')]: <CrashGuard isInFrame><SlipPage /></CrashGuard> }
  const page = renderPages(pages, paths.prescription(id))
  await screen.findByText('36250')
  expect(page.container.textContent).toContain(words)
  page.unmount()
  renderPages(pages, paths.print(id))
  const slip = (await screen.findByRole('article')).textContent
  for (const part of ['36250', words]) expect(slip).toContain(part)
})
