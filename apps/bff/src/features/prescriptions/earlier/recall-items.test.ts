import type { OfferedItem } from '@noskhe/shared/favourites/favourite'
import { NationalCode } from '@noskhe/shared/identifiers'
import { type ItemDraft, isDrug } from '@noskhe/shared/prescriptions/item'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withdrawn } from '../../../testing/catalogue.ts'
import { type Doctor, Practice, item } from '../../../testing/practice.ts'
import { openDraft } from '../open-draft.ts'
import { saveDraft } from '../save-draft.ts'
import { recallItems } from './recall-items.ts'

let practice: Practice
let doctor: Doctor

beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  doctor = await practice.doctor()
})
afterAll(() => practice.close())

const someoneElse = NationalCode.parse('3718293641')
const fever = 'R50'
const diabetes = 'E11'

interface Past {
  items: ItemDraft[]
  patient?: NationalCode
  diagnosis?: string
  by?: Doctor
}

/** Something she wrote and signed, a minute after the last. */
async function given({ items, patient, diagnosis, by = doctor }: Past): Promise<string> {
  practice.pass(60)
  const { id } = await begun({ patient, by })
  const content = await contentOf(items, diagnosis, by, id)
  await practice.db.prescription.updateMany({ where: { id }, data: { status: 'signed', content } })
  return id
}

async function begun({ patient = someoneElse, by = doctor }: { patient?: NationalCode | undefined; by?: Doctor } = {}) {
  const { id: encounterId } = await practice.encounter(by, patient)
  return openDraft(by.context, { encounterId, pays: 'private', declaredName: null })
}

/** As the server writes it, under a diagnosis of the test's own: the small catalogue of tests has no list of diseases. */
async function contentOf(items: ItemDraft[], diagnosis: string | undefined, { context }: Doctor, id: string): Promise<object> {
  await saveDraft(context, { id, revision: 0, content: { items, diagnosisCode: null, noteToPatient: '' } })
  const { content } = await practice.db.prescription.findFirstOrThrow({ where: { id } })
  return { ...(content as object), diagnosis: diagnosis ? { code: diagnosis, title: diagnosis } : null }
}

/** A new draft for a patient of hers, and what is recalled beside it. */
async function recalled({ diagnosis: code, repeated, ...it }: { patient?: NationalCode; diagnosis?: string; repeated?: string } = {}) {
  const { id } = await begun(it)
  if (code) await practice.db.prescription.updateMany({ where: { id }, data: { content: { items: [], diagnosis: { code, title: code }, noteToPatient: '' } } })
  return recallItems(doctor.context, { id, repeated })
}

const dosesOf = (offered: readonly OfferedItem[]) => offered.map(({ item: it }) => (isDrug(it) ? it.dose : null))

test('what she wrote of late is there once a code, with the directions she gave it last', async () => {
  await given({ items: [item({ dose: '1' })] })
  await given({ items: [item({ dose: '3' })] })
  expect(dosesOf((await recalled()).recent)).toEqual(['3'])
})

test('usual for the diagnosis is what she gave at least twice for it, as she gives it most often', async () => {
  for (const dose of ['2', '2', '1']) await given({ items: [item({ dose })], diagnosis: diabetes })
  await given({ items: [item({ dose: '4' })], diagnosis: fever })
  expect(dosesOf((await recalled({ diagnosis: diabetes })).usual)).toEqual(['2'])
  expect((await recalled({ diagnosis: fever })).usual).toEqual([])
  expect((await recalled()).usual).toEqual([])
})

test('a patient’s earlier prescriptions are newest first, whole, and nobody else’s', async () => {
  const first = await given({ items: [item(), item({ dose: '2' })], patient: someoneElse })
  const second = await given({ items: [item()], patient: someoneElse })
  await given({ items: [item()], patient: NationalCode.parse('1384950613') })
  const { earlier } = await recalled({ patient: someoneElse })
  expect(earlier.map(({ id, items }) => [id, items.length])).toEqual([[second, 1], [first, 2]])
})

test('one that is to be repeated is there however old, unless it is of somebody else', async () => {
  const old = await given({ items: [item()], patient: someoneElse })
  for (let n = 0; n < 6; n += 1) await given({ items: [item()], patient: someoneElse })
  const shown = async (repeated?: string) => (await recalled({ patient: someoneElse, ...(repeated && { repeated }) })).earlier.map(({ id }) => id)
  expect(await shown()).not.toContain(old)
  expect(await shown(old)).toContain(old)
  const another = await given({ items: [item()], patient: NationalCode.parse('1384950613') })
  expect(await shown(another)).not.toContain(another)
})

test('a colleague’s prescriptions are not hers to recall, for the same patient too', async () => {
  const colleague = await practice.doctor()
  await given({ items: [item()], diagnosis: diabetes, by: colleague })
  await given({ items: [item()], diagnosis: diabetes, by: colleague })
  expect(await recalled({ diagnosis: diabetes })).toEqual({ recent: [], usual: [], earlier: [] })
})

test('a draft, and what was thrown away or taken back, is recalled by nobody', async () => {
  for (const status of ['draft', 'discarded', 'cancelled']) {
    const id = await given({ items: [item()] })
    await practice.db.prescription.updateMany({ where: { id }, data: { status } })
  }
  expect(await recalled()).toEqual({ recent: [], usual: [], earlier: [] })
})

test('what was retired since is not offered by itself, and stands in the earlier prescription as not takeable', async () => {
  const id = await given({ items: [item()] })
  const { content } = await practice.db.prescription.findFirstOrThrow({ where: { id } })
  const { items } = content as { items: object[] }
  await practice.db.prescription.updateMany({ where: { id }, data: { content: { ...(content as object), items: items.map((it) => ({ ...it, code: withdrawn })) } } })
  const { recent, earlier } = await recalled()
  expect(recent).toEqual([])
  expect(earlier[0]?.items).toMatchObject([{ isCurrent: false, item: { name: { fa: 'متفورمین قرص ۵۰۰ میلی‌گرم' } } }])
})

test('the draft of a colleague is not there', async () => {
  const colleague = await practice.doctor()
  const { id } = await begun({ by: colleague })
  await expect(recallItems(doctor.context, { id })).rejects.toMatchObject({ code: 'prescription.not-found' })
})
