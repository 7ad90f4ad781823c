import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { insuranceStatus } from '@noskhe/national-wire/tamin/lists'
import type { FormularyRow } from '@noskhe/national-wire/tamin/lists'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { asDoctor, asPharmacy, asPharmacyWithoutContract, counterPath, doctorPath, givenTamin, insured, line, writing } from './testing/caller.ts'
import type { Caller, Tamin } from './testing/caller.ts'

let tamin: Tamin
let doctor: Caller
let pharmacy: Caller
beforeAll(async () => {
  tamin = await givenTamin()
})
beforeEach(async () => {
  tamin.clock.at = new Date('2026-11-25T08:00:00Z')
  doctor = await asDoctor(tamin)
  pharmacy = await asPharmacy(tamin)
})
afterAll(() => tamin.close())

const ordinary = (it: FormularyRow) => it.insuranceStatus === insuranceStatus.insured && !it.fileRequired && it.organisationShare === 70 && (it.maxPrescription ?? 100) >= 30

async function given({ fits = ordinary, qty = 20, change = {}, patient = insured }: { fits?: (it: FormularyRow) => boolean; qty?: number; change?: object; patient?: string } = {}) {
  const drug = await tamin.aDrug(fits)
  const told = await doctor.tell('SendEpresc', writing([{ ...line(drug.wsSrvCode, qty), ...change }], { patient }))
  const trackingCode = told.trackingCode ?? ''
  const read = async () => (await pharmacy.post(`${counterPath}/prescriptions/find`, { patient, trackingCode })).data as unknown as { noteDetailEprscs: { noteDetailsEprscId: string; srvRem: number }[] }
  const [kept] = (await read()).noteDetailEprscs
  const asked = { patient, trackingCode, noteDetailsEprscId: kept?.noteDetailsEprscId, irc: null, unitPrice: null, alongside: [] as string[] }
  const check = (units: number, more: object = {}) => pharmacy.post(`${counterPath}/checks`, { ...asked, qty: units, ...more })
  /** Checked, packs of ten inquired, and delivered without confirmation. */
  const deliver = async (units: number) => {
    const checkId = String((await check(units)).data?.['checkId'])
    const packs = tamin.packs(drug.gSrvCode).slice(0, units / 10).map((uid) => ({ uid, count: 10 }))
    for (const pack of packs) await pharmacy.post(`${counterPath}/barcodes/inquire`, { checkId, ...pack })
    const body = { patient, trackingCode, checks: [{ checkId, packs }] }
    const answer = await pharmacy.post(`${counterPath}/deliveries`, body)
    return { answer, body, packs, id: String(answer.data?.['deliveryId']) }
  }
  return { drug, headId: told.head_EPRSC_ID, trackingCode, check, deliver, remaining: async () => (await read()).noteDetailEprscs[0]?.srvRem }
}
const confirm = (id: string) => pharmacy.post(`${counterPath}/deliveries/${id}/confirm`, {})

test('the line tells code, status, barcode, prescribed and remaining count', async () => {
  const { drug, check } = await given()
  expect((await check(10)).data).toMatchObject({
    drugCode: drug.wsSrvCode, insuranceStatus: 'covered', requiresBarcodeInquiry: drug.barcodeRequired, prescribedCount: 20, remainingCount: 20,
  })
})

test('a confirmed delivery takes from what remains, an unconfirmed one until it lapses', async () => {
  const { deliver, remaining } = await given()
  const first = await deliver(10)
  expect(await remaining()).toBe(10)
  await confirm(first.id)
  const second = await deliver(10)
  expect(await remaining()).toBe(0)
  tamin.clock.at = new Date(tamin.clock.at.getTime() + 11 * 60_000)
  expect(await remaining()).toBe(10)
  expect(tamin.packState(second.packs[0]?.uid ?? '')).toBe('in-market')
  expect((await confirm(second.id)).error_Code).toBe(taminRefusal.deliveryUnknown)
})

test('confirming twice is one confirmation, and checks are used once', async () => {
  const { deliver, remaining } = await given()
  const { id, body } = await deliver(10)
  expect((await confirm(id)).error_Code).toBeNull()
  expect((await confirm(id)).error_Code).toBeNull()
  expect((await pharmacy.post(`${counterPath}/deliveries`, body)).error_Code).toBe(taminRefusal.checkUsed)
  expect(await remaining()).toBe(10)
})

test('nobody gives more than was prescribed, nor by two checks at once', async () => {
  const { check } = await given()
  expect((await check(21)).error_Code).toBe(taminRefusal.moreThanLeft)
  const first = String((await check(15)).data?.['checkId'])
  expect((await check(15, { alongside: [first] })).error_Code).toBe(taminRefusal.moreThanLeft)
})

test('what a pharmacy began the doctor neither edits nor deletes; what it took back she may', async () => {
  const { headId, deliver, drug } = await given()
  const { id, packs } = await deliver(10)
  await confirm(id)
  const edit = () => doctor.tell(`ep/update/${headId}/${doctorPath}`, [line(drug.wsSrvCode, 30)])
  expect((await edit()).error_Code).toBe(taminRefusal.providerActed)
  expect((await doctor.tell(`ep/${headId}/${doctorPath}`)).error_Code).toBe(taminRefusal.providerActed)
  expect((await pharmacy.post(`${counterPath}/deliveries/${id}/delete`, {})).error_Code).toBeNull()
  expect(tamin.packState(packs[0]?.uid ?? '')).toBe('in-market')
  expect((await edit()).error_Code).toBeNull()
})

test('a delivery is deleted once, and for ten days', async () => {
  const { deliver } = await given()
  const [old, fresh] = [await deliver(10), await deliver(10)]
  await confirm(old.id)
  await confirm(fresh.id)
  const remove = (id: string) => pharmacy.post(`${counterPath}/deliveries/${id}/delete`, {})
  expect((await remove(fresh.id)).error_Code).toBeNull()
  expect((await remove(fresh.id)).error_Code).toBe(taminRefusal.deliveryDeleted)
  tamin.clock.at = new Date(tamin.clock.at.getTime() + 11 * 86_400_000)
  pharmacy = await asPharmacy(tamin)
  expect((await remove(old.id)).error_Code).toBe(taminRefusal.deletionTooLate)
})

test('a line of a later day waits for it', async () => {
  const { check } = await given({ change: { dateDo: '14050905' } })
  expect((await check(10)).error_Code).toBe(taminRefusal.notDue)
})

test('a pack of another drug, a foreign or a sold one is refused', async () => {
  const { check, drug } = await given()
  const other = await tamin.aDrug()
  const checkId = (await check(10)).data?.['checkId']
  const inquire = (uid: string | undefined, count = 10) => pharmacy.post(`${counterPath}/barcodes/inquire`, { checkId, uid, count })
  expect((await inquire('1'.repeat(20))).error_Code).toBe(taminRefusal.packUnknown)
  expect((await inquire(tamin.packs(other.gSrvCode)[0])).error_Code).toBe(taminRefusal.packMismatch)
  expect((await inquire(tamin.packs(drug.gSrvCode)[0], 11)).error_Code).toBe(taminRefusal.packCount)
  const [uid = ''] = tamin.packs(drug.gSrvCode)
  tamin.db.prepare(`UPDATE ttac_packs SET state = 'sold' WHERE uid = ?`).run(uid)
  expect((await inquire(uid)).error_Code).toBe(taminRefusal.packSold)
})

test('packs that were not inquired, or do not add up, are not delivered', async () => {
  const { check, drug, trackingCode } = await given()
  const checkId = (await check(10)).data?.['checkId']
  const [uid] = tamin.packs(drug.gSrvCode)
  const deliver = (packs: object[]) => pharmacy.post(`${counterPath}/deliveries`, { patient: insured, trackingCode, checks: [{ checkId, packs }] })
  expect((await deliver([{ uid, count: 10 }])).error_Code).toBe(taminRefusal.packNotInquired)
  expect((await deliver([])).error_Code).toBe(taminRefusal.packCount)
})

test('a drug that wants a file is paid by the patient until she has one', async () => {
  const wantsFile = (it: FormularyRow) => it.fileRequired && it.insuranceStatus === insuranceStatus.insured
  const without = await given({ fits: wantsFile, qty: 1 })
  expect((await without.check(1)).data).toMatchObject({ insuranceStatus: 'file-required', price: { organisation: 0 } })
  const having = await given({ fits: wantsFile, qty: 1, patient: '0028374657' })
  expect((await having.check(1)).data).toMatchObject({ insuranceStatus: 'covered' })
})

test('above the ceiling the patient pays', async () => {
  const { check, drug } = await given({ fits: (it) => ordinary(it) && it.maxPrescription === 100, qty: 120 })
  const { data } = await check(120)
  expect(data).toMatchObject({ insuranceStatus: 'over-ceiling', maxCovered: 100 })
  expect(data?.['price']).toMatchObject({ organisation: Math.floor((drug.priceWithoutSubsidy * 100 * 70) / 100) })
})

test('who has no contract or is no pharmacy stays out', async () => {
  const outsider = await asPharmacyWithoutContract(tamin)
  expect((await outsider.post('pharmacy/SIAM-2200977/prescriptions/open', { patient: insured })).error_Code).toBe(taminRefusal.noContract)
  expect((await outsider.post(`${counterPath}/prescriptions/open`, { patient: insured })).error_Code).toBe(taminRefusal.noContract)
  expect((await doctor.post(`${counterPath}/prescriptions/open`, { patient: insured })).error_Code).toBe(taminRefusal.noContract)
})

test('the bill of the month is what was confirmed and not taken back', async () => {
  tamin.clock.at = new Date('2027-01-25T08:00:00Z')
  doctor = await asDoctor(tamin)
  pharmacy = await asPharmacy(tamin)
  const { deliver } = await given()
  const [kept, taken] = [await deliver(10), await deliver(10)]
  await confirm(kept.id)
  await confirm(taken.id)
  await pharmacy.post(`${counterPath}/deliveries/${taken.id}/delete`, {})
  const delivery = (await pharmacy.get(`${counterPath}/deliveries/${kept.id}`)).data as unknown as { lines: { price: { organisation: number } }[] }
  const bill = await pharmacy.get(`${counterPath}/bills/1405/11`)
  expect(bill.data).toMatchObject([{ fund: 'اجباری', cycle: '14051101', count: 1, organisation: delivery.lines[0]?.price.organisation }])
})
