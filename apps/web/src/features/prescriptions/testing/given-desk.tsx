import { findChartOfVisit } from '@noskhe/shared/charts/contract'
import { Failure } from '@noskhe/shared/failure'
import { checkDraft, discardDraft, findPrescription, listPrescriptions, saveDraft } from '@noskhe/shared/prescriptions/contract'
import { findFavourites, recall } from '@noskhe/shared/favourites/contract'
import type { ItemCheck, PrescriptionItem } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { findPatientFacts, gatherFindings } from '@noskhe/shared/rules/contract'
import type { Findings } from '@noskhe/shared/rules/finding'
import { noFacts } from '@noskhe/shared/rules/patient-facts'
import { listSigTerms, searchCodes } from '@noskhe/shared/terminology/contract'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect } from 'vitest'
import { paths } from '../../../paths.ts'
import { Answers } from '../../../testing/answers.ts'
import { renderPages } from '../../../testing/render-page.tsx'
import { chart } from '../../charts/testing/example-chart.ts'
import { PrescriptionPage } from '../prescription-page.tsx'
import { check, draftItem, drugs, id, item, prescription, services, terms } from './examples.ts'

interface Given {
  it?: Prescription
  /** What the insurer says of an item; covered unless said otherwise. */
  insurer?: (item: PrescriptionItem) => ItemCheck | Failure
  /** Further answers, there before the page is opened. */
  also?: (answers: Answers) => void
  /** What the clinical rules say of the items; nothing unless said otherwise. */
  rules?: (items: readonly PrescriptionItem[]) => Partial<Findings>
}

/** The desk of one draft, opened in the browser, before a server that keeps it: `server.it` is what it has. */
export async function givenDesk({ it = prescription(), insurer = () => check('covered'), rules = () => ({}), also = () => undefined }: Given = {}) {
  const server = { it, isDown: false, insurer }
  const keep = (part: Partial<Prescription>) => (server.it = { ...server.it, ...part })
  const answers = new Answers()
    .on(findPrescription, () => server.it)
    .on(listPrescriptions, { prescriptions: [], next: null })
    .on(listSigTerms, { release: '1', terms })
    .on(searchCodes, ({ query, kinds }) => ({ release: '1', hits: [...drugs, ...services].filter((it) => kinds?.includes(it.kind) && it.nameEn.toLowerCase().includes(query)) }))
    .on(saveDraft, ({ revision, content }) => {
      if (server.isDown) return 'unreachable'
      if (revision !== server.it.revision) return new Failure('prescription.changed-elsewhere')
      const before = (key: string) => server.it.items.find((other) => other.key === key)?.check ?? null
      return keep({
        revision: revision + 1,
        noteToPatient: content.noteToPatient,
        items: content.items.map((draft) => item(draft, { check: before(draft.key) })),
      })
    })
    .on(checkDraft, () => {
      const said = server.it.items.map((line) => ({ line, answer: server.insurer(line) }))
      const refusal = said.find(({ answer }) => answer instanceof Failure)?.answer
      if (refusal instanceof Failure) return refusal
      return keep({ items: said.map(({ line, answer }) => ({ ...line, check: answer as ItemCheck })) })
    })
    .on(gatherFindings, ({ revision }) => ({ revision, state: 'checked' as const, silent: [], askedAt: null, findings: [], acknowledged: [], ...rules(server.it.items) }))
    .on(findChartOfVisit, chart())
    .on(findPatientFacts, { revision: 0, facts: noFacts, recordedAt: null })
    .on(findFavourites, { revision: 0, pinned: [] })
    .on(recall, { recent: [], usual: [], earlier: [] })
    .on(discardDraft, () => keep({ status: 'discarded' }))
  also(answers)
  const user = userEvent.setup()
  const view = renderPages(
    {
      [paths.prescription(':id')]: <PrescriptionPage />,
      [paths.review(':id')]: <p>بازبینی</p>,
      [paths.compose]: <p>بیمار بعدی</p>,
    },
    paths.prescription(id),
  )
  const search = await screen.findByRole('combobox', { name: /^جست‌وجوی/ })
  return { server, answers, user, search, view }
}

/** Finds a drug and opens its form, by keyboard, once its hits can be picked; the search box must have the focus. */
export async function pick(user: ReturnType<typeof userEvent.setup>, query: string): Promise<void> {
  await user.keyboard(query)
  const search = screen.getByRole('combobox', { name: /^جست‌وجوی/ })
  await waitFor(() => expect(search.getAttribute('aria-activedescendant')).not.toBeNull())
  await user.keyboard('{Enter}')
  await screen.findByRole('form')
}

export const withOne = (more: Partial<Prescription> = {}): Prescription =>
  prescription({ revision: 2, items: [item(draftItem(0), { check: check('covered') })], ...more })

export const itemsShown = () => within(screen.getByRole('list', { name: 'اقلام نسخه' })).getAllByRole('listitem')
export const noteBox = () => screen.getByLabelText(/توصیه به بیمار/)
export const valueOf = (box: HTMLElement): string | null => (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement ? box.value : null)
/** What a screen reader says is wrong with a field. */
export const errorOf = (box: HTMLElement): string => document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent ?? ''
