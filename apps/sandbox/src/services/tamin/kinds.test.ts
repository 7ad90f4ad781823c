import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { taminDate } from '@noskhe/national-wire/tamin'
import { MINISTRY_CODES, prescriptionType } from '@noskhe/national-wire/tamin/codes'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import {
  asDoctor, asLaboratory, asOtherDoctor, authorizing, doctorPath, exchanging, givenTamin, insured, line, service, writing,
} from './testing/caller.ts'
import type { Caller, Tamin } from './testing/caller.ts'

let tamin: Tamin
let doctor: Caller
beforeAll(async () => {
  tamin = await givenTamin()
})
let day = new Date('2026-11-24T08:00:00Z')
/** Each test has a day of its own, so that no prescription is the same as another test's. */
beforeEach(async () => {
  day = new Date(day.getTime() + 86_400_000)
  tamin.clock.at = day
  doctor = await asDoctor(tamin)
})
afterAll(() => tamin.close())

const group = (parGrpCode: string) => ({ parTarefGrp: { parGrpCode } })
const blood = (change: object = {}, srvId: object = {}) => service('802000', '02', change, { ...group('0.04'), terminology: MINISTRY_CODES, ...srvId })
const tooth = (toothId: string | null, change: object = {}) => service('300003', '17', { isDentalService: true, ...(toothId !== null && { toothId }), ...change })
const note = { specId: '151212', toDocId: null, reason: 'ارزیابی کم‌خونی', icdId: 'D50', isUrgent: false }
const type = (prescTypeId: string) => ({ prescType: { prescTypeId } })
const send = (prescTypeId: string, lines: unknown[], change: object = {}, by = doctor) =>
  by.tell('SendEpresc', writing(lines, { ...type(prescTypeId), prescDate: taminDate(day), ...change }))
const codeOf = async (told: Promise<{ error_Code: string | null }>) => (await told).error_Code

describe('a prescription of services is refused', () => {
  test.each([
    ['a drug among the paraclinical', '2', () => [line('01217')], taminRefusal.wrongServiceType],
    ['a test among the services', '5', () => [blood()], taminRefusal.wrongServiceType],
    ['a visit as a line', '2', () => [service('970000', '16')], taminRefusal.wrongServiceType],
    ['a code of another type', '2', () => [service('802000', '03', {}, { terminology: MINISTRY_CODES })], taminRefusal.serviceUndefined],
    ['the Ministry’s code not said to be hers', '2', () => [service('802000', '02', {}, group('0.04'))], taminRefusal.serviceUndefined],
    ['an unknown terminology', '2', () => [blood({}, { terminology: 'LOINC' })], taminRefusal.terminologyInvalid],
    ['a test without its sub-group', '2', () => [blood({}, { parTarefGrp: null })], taminRefusal.laboratoryGroupMissing],
    ['a test of no known sub-group', '2', () => [blood({}, group('0.09'))], taminRefusal.laboratoryGroupInvalid],
    ['an unknown diagnosis', '2', () => [blood({ DiagnosisID: { icdId: 'ZZ9' } })], taminRefusal.diagnosisUndefined],
    ['an unknown plan', '2', () => [blood({ planId: '99' })], taminRefusal.planInvalid],
    ['an unknown special disease', '2', () => [blood({ illnessId: '99' })], taminRefusal.illnessInvalid],
    ['a special disease that the patient is not marked with', '2', () => [blood({ illnessId: '1' })], taminRefusal.illnessNotMarked],
    ['four repeats', '2', () => [blood({ repeat: 4, dateDo: '14050904' })], taminRefusal.tooManyRepeats],
    ['repeats without a day', '2', () => [blood({ repeat: 2 })], taminRefusal.repeatWithoutDate],
    ['no tooth where one is treated', '5', () => [tooth(null)], taminRefusal.toothMissing],
    ['a tooth that nobody has', '5', () => [tooth('49')], taminRefusal.toothInvalid],
    ['a tooth for what is of none', '5', () => [service('300002', '17', { isDentalService: true, toothId: '36' })], taminRefusal.toothNotAllowed],
    ['dentistry that is none', '5', () => [service('300013', '17', { isDentalService: true })], taminRefusal.toothNotAllowed],
    ['a tooth treated twice', '5', () => [tooth('36'), tooth('36', { srvQty: 2 })], taminRefusal.toothTreatedBefore],
    ['no line', '6', () => [], taminRefusal.inputEmpty],
  ])('for %s', async (_, prescTypeId, lines, code) => expect(await codeOf(send(prescTypeId, lines()))).toBe(code))

  test.each([
    ['an expiry before its own day', { expireDate: '14050101' }, taminRefusal.expiryInvalid],
    ['an expiry of no calendar', { expireDate: '14051335' }, taminRefusal.dateMalformed],
    ['an unknown complaint', { Complaint: { complaintId: '99' } }, taminRefusal.complaintUndefined],
    ['a referral in it', { noteDetailsReferralList: [note] }, taminRefusal.linesNotAllowed],
  ])('for %s', async (_, change, code) => expect(await codeOf(send('2', [blood()], change))).toBe(code))
})

describe('without lines', () => {
  test.each([
    ['a referral with lines', '7', [blood()], { noteDetailsReferralList: [note] }, taminRefusal.linesNotAllowed],
    ['a referral to nobody', '7', [], {}, taminRefusal.referralMissing],
    ['two referrals in one', '7', [], { noteDetailsReferralList: [note, note] }, taminRefusal.referralMissing],
    ['a referral to an unknown specialty', '7', [], { noteDetailsReferralList: [{ ...note, specId: '1' }] }, taminRefusal.specialtyUndefined],
    ['a referral to oneself', '7', [], { noteDetailsReferralList: [{ ...note, toDocId: '145263' }] }, taminRefusal.referralToSelf],
    ['a feedback without words', '8', [], { referralFeedbackId: '1' }, taminRefusal.commentsMissing],
    ['a feedback to nothing', '8', [], { comments: 'درمان شد', referralFeedbackId: '1' }, taminRefusal.referralUnknown],
    ['a stay in hospital without words', '9', [], {}, taminRefusal.commentsMissing],
  ])('%s is refused', async (_, prescTypeId, lines, change, code) => expect(await codeOf(send(prescTypeId, lines, change))).toBe(code))

  test.each([
    ['a visit', '3', {}],
    ['a stay in hospital', '9', { comments: 'پنومونی شدید' }],
    ['a referral', '7', { noteDetailsReferralList: [note] }],
  ])('%s is kept, answered with 304 when it comes again, not edited, and deleted that day', async (_, prescTypeId, change) => {
    const kept = await send(prescTypeId, [], change)
    expect(kept.error_Code).toBeNull()
    const again = await send(prescTypeId, [], change)
    expect(again.error_Code).toBe('304')
    expect(again.error_Msg?.match(/\d+/g)).toEqual([kept.head_EPRSC_ID, kept.trackingCode])
    expect(await codeOf(doctor.tell(`ep/update/${kept.head_EPRSC_ID}/${doctorPath}`, [blood()]))).toBe(taminRefusal.notEditable)
    expect(await codeOf(doctor.tell(`ep/${kept.head_EPRSC_ID}/${doctorPath}`))).toBeNull()
  })
})

describe('services', () => {
  test('paraclinical ones are told with the code they were written in, and edited once', async () => {
    const kept = await send('2', [blood({ DiagnosisID: { icdId: 'D50' } }), service('790013', '04', {}, { terminology: MINISTRY_CODES })])
    const detail = await doctor.get(`ep/${kept.head_EPRSC_ID}/${doctorPath}/detail`)
    expect(detail.data?.['noteDetailEprscs']).toMatchObject([
      { srvId: { gSrvCode: '802000', srvType: '02', parGrpCode: '0.04', terminology: MINISTRY_CODES }, icdId: 'D50', timesAday: null, srvRem: 1 },
      { srvId: { gSrvCode: '790013', srvType: '04', parGrpCode: null } },
    ])
    const edit = () => doctor.tell(`ep/update/${kept.head_EPRSC_ID}/${doctorPath}`, [blood({ srvQty: 2 })])
    expect(await codeOf(edit())).toBeNull()
    expect(await codeOf(edit())).toBe(taminRefusal.editedBefore)
  })

  test.each([prescriptionType.services, prescriptionType.referredServices])('of type %s are not edited', async (prescTypeId) => {
    const kept = await send(prescTypeId, [service('300013', '17')])
    expect(await codeOf(doctor.tell(`ep/update/${kept.head_EPRSC_ID}/${doctorPath}`, [service('300013', '17')]))).toBe(taminRefusal.notEditable)
  })

  test('a tooth is treated once by the same service; sent again it is the old one; deleted it is free', async () => {
    const kept = await send('5', [tooth('46')])
    expect(await codeOf(send('5', [tooth('46')]))).toBe('304')
    expect(await codeOf(send('5', [tooth('46', { srvQty: 2 })]))).toBe(taminRefusal.toothTreatedBefore)
    await doctor.tell(`ep/${kept.head_EPRSC_ID}/${doctorPath}`)
    expect(await codeOf(send('5', [tooth('46', { srvQty: 2 })]))).toBeNull()
  })

  test('the rules of dentistry are asked without keeping anything', async () => {
    const body = { patient: insured, docId: '145263', docNationalCode: '0041827368', noteDetailEprscs: [tooth('11'), tooth('11'), tooth(null)] }
    const ask = async () => (await doctor.post('check-rules-in-detail', body)).data
    const expected = [{ isAllowed: true }, { isAllowed: false, ruleCode: taminRefusal.toothTreatedBefore }, { isAllowed: false, ruleCode: taminRefusal.toothMissing }]
    expect(await ask()).toMatchObject(expected)
    expect(await ask()).toMatchObject(expected)
  })

  const counter = 'paraclinic/SIAM-3300418'
  async function atLaboratory(lines: unknown[], change: object = {}) {
    const kept = await send('2', lines, change)
    const laboratory = await asLaboratory(tamin)
    const trackingCode = kept.trackingCode ?? ''
    const found = await laboratory.post(`${counter}/prescriptions/find`, { patient: insured, trackingCode })
    const [first] = (found.data?.['noteDetailEprscs'] ?? []) as { noteDetailsEprscId: string }[]
    const check = () =>
      laboratory.post(`${counter}/checks`, { patient: insured, trackingCode, noteDetailsEprscId: first?.noteDetailsEprscId, qty: 1, irc: null, unitPrice: null, alongside: [] })
    return { ...kept, laboratory, trackingCode, check }
  }

  test('what a laboratory has done its doctor no longer edits or deletes', async () => {
    const { head_EPRSC_ID, laboratory, trackingCode, check } = await atLaboratory([blood()])
    const checkId = (await check()).data?.['checkId']
    const begun = await laboratory.post(`${counter}/deliveries`, { patient: insured, trackingCode, checks: [{ checkId, packs: [] }] })
    await laboratory.post(`${counter}/deliveries/${String(begun.data?.['deliveryId'])}/confirm`, {})
    expect(await codeOf(doctor.tell(`ep/update/${head_EPRSC_ID}/${doctorPath}`, [blood({ srvQty: 2 })]))).toBe(taminRefusal.providerActed)
    expect(await codeOf(doctor.tell(`ep/${head_EPRSC_ID}/${doctorPath}`))).toBe(taminRefusal.providerActed)
  })

  test('a laboratory does not serve drugs', async () => {
    const { wsSrvCode } = await tamin.aDrug()
    const { trackingCode } = await doctor.tell('SendEpresc', writing([line(wsSrvCode)]))
    const laboratory = await asLaboratory(tamin)
    expect(await codeOf(laboratory.post(`${counter}/prescriptions/find`, { patient: insured, trackingCode }))).toBe(taminRefusal.notFound)
  })

  test('after its last day a prescription is not served', async () => {
    const { trackingCode } = await send('2', [blood()], { expireDate: taminDate(day) })
    tamin.clock.at = new Date(day.getTime() + 86_400_000)
    const laboratory = await asLaboratory(tamin)
    const found = await laboratory.post(`${counter}/prescriptions/find`, { patient: insured, trackingCode })
    const [first] = (found.data?.['noteDetailEprscs'] ?? []) as { noteDetailsEprscId: string }[]
    const asked = { patient: insured, trackingCode, noteDetailsEprscId: first?.noteDetailsEprscId, qty: 1, irc: null, unitPrice: null, alongside: [] }
    expect(await codeOf(laboratory.post(`${counter}/checks`, asked))).toBe(taminRefusal.prescriptionExpired)
  })

  test('under a marked disease the organisation pays the whole', async () => {
    const doctorOf = { patient: insured, docId: '145263', docNationalCode: '0041827368' }
    await doctor.post('patients/illness', { ...doctorOf, illnessId: '5', icdId: 'D50' })
    expect((await doctor.post('patients/illness/of', doctorOf)).data).toMatchObject([{ illnessId: '5', illnessDes: 'ام‌اس' }])
    const { check } = await atLaboratory([blood({ illnessId: '5' })])
    const { price } = (await check()).data as { price: { total: number; organisation: number; patient: number } }
    expect(price).toMatchObject({ organisation: price.total, patient: 0 })
  })
})

describe('a referral', () => {
  const refer = async (change: object = {}) => ({ ...(await send('7', [], { noteDetailsReferralList: [{ ...note, ...change }] })), by: doctor })
  const asks = { docId: '152908', docNationalCode: '1273849566' }
  const answer = { comments: 'درمان آغاز شد', docId: '152908', docNationalCode: '1273849566', docMobileNo: '09123380944' }
  const all = [{ questionId: '1', answerId: '2' }, { questionId: '2', answerId: '1' }]
  const open = async (by: Caller) => Number((await by.post('referral/open-count', asks)).data?.['open'])

  test('reaches whom it names or whoever is of the specialty, and not its writer', async () => {
    const colleague = await asOtherDoctor(tamin)
    const before = await open(colleague)
    const writers = () => doctor.post('referral/open-count', { docId: '145263', docNationalCode: '0041827368' })
    const ofWriter = (await writers()).data
    const { head_EPRSC_ID } = await refer({ toDocId: '152908' })
    expect(await open(colleague)).toBe(before + 1)
    expect((await colleague.post('referral/inbox', asks)).data).toEqual(expect.arrayContaining([expect.objectContaining({ referralId: head_EPRSC_ID })]))
    await refer({ toDocId: '99999', reason: 'دیگری' })
    expect(await open(colleague)).toBe(before + 1)
    expect((await writers()).data).toEqual(ofWriter)
  })

  test('of another house’s software waits for the specialist when she first looks', async () => {
    const inbox = await doctor.post('referral/inbox', { docId: '145263', docNationalCode: '0041827368' })
    expect(inbox.data).toEqual([expect.objectContaining({ trackingCode: '2718281', patientName: 'فاطمه رستگار', feedback: null })])
  })

  test('is answered once, every question of it, and read by both; answered it is not deleted', async () => {
    const colleague = await asOtherDoctor(tamin)
    const { head_EPRSC_ID, trackingCode } = await refer({ reason: 'سردرد' })
    const feedback = (change: object = {}) => send('8', [], { ...answer, referralFeedbackId: head_EPRSC_ID, noteDetailsReferralList: all, ...change }, colleague)
    expect(await codeOf(feedback({ noteDetailsReferralList: all.slice(1) }))).toBe(taminRefusal.answersIncomplete)
    expect(await codeOf(feedback({ noteDetailsReferralList: [all[0], { questionId: '2', answerId: '9' }] }))).toBe(taminRefusal.answersIncomplete)
    expect(await codeOf(feedback())).toBeNull()
    expect(await codeOf(feedback())).toBe('304')
    expect(await codeOf(feedback({ noteDetailsReferralList: [{ questionId: '1', answerId: '1' }, all[1]] }))).toBe(taminRefusal.referralAnswered)
    const find = { docId: '145263', docNationalCode: '0041827368', patient: insured, trackingCode }
    expect((await doctor.post('referral/find', find)).data).toMatchObject({ feedback: { by: 'سامان فرهمند', comments: 'درمان آغاز شد', answers: all } })
    expect(await codeOf(doctor.tell(`ep/${head_EPRSC_ID}/${doctorPath}`))).toBe(taminRefusal.providerActed)
  })

  test('is nobody else’s to read', async () => {
    const { trackingCode } = await refer({ specId: '151320', reason: 'تپش قلب' })
    const colleague = await asOtherDoctor(tamin)
    expect(await codeOf(colleague.post('referral/find', { ...asks, patient: insured, trackingCode }))).toBe(taminRefusal.referralUnknown)
  })
})

test('a patient is of one doctor’s family at a time', async () => {
  const colleague = await asOtherDoctor(tamin)
  const hers = { patient: insured, docId: '145263', docNationalCode: '0041827368' }
  expect((await doctor.post('family-doctor/of', hers)).data).toEqual({ familyDoctor: null })
  await colleague.post('family-doctor', { patient: insured, docId: '152908', docNationalCode: '1273849566' })
  await doctor.post('family-doctor', hers)
  expect((await doctor.post('family-doctor/of', hers)).data).toEqual({ familyDoctor: { docId: '145263', fullName: 'نرگس کاویانی' } })
})

test.each([
  ['v2/ws-prescription-type', 8], ['v2/ws-service-type', 18], ['v2/ws-services?serviceType=17', 177], ['v2/ws-services?serviceType=21', 44], ['v2/ws-services?serviceType=13', 44], ['v2/ws-services?serviceType=99', 0], ['v2/ws-par-taref', 5],
  ['v2/ws-drug-amount', 19], ['v2/ws-drug-usage', 9], ['v2/ws-drug-instruction', 16], ['v2/ws-ph-plan', 4], ['v2/ws-ph-illness', 6], ['complaint', 8],
  ['icd10/getAll', 215], ['specials/getAll', 61], ['v2/referral/feedback-questions', 2],
])('%s lists %d rows', async (path, rows) => {
  const { data } = (await (await doctor.ask('GET', `../${path}`)).json()) as { data: { list: unknown[] } }
  expect(data.list).toHaveLength(rows)
})

describe('an account', () => {
  const token = async (form: Record<string, string>) => tamin.account('v2/token', form)

  test('that is closed gets no code', async () =>
    expect(await tamin.account('authorize', { ...authorizing, username: '0064719283', password: 'Tamin-demo-closed' })).toMatchObject({ status: 403, json: { error: 'account_closed' } }))

  test('renews its token for four hours after its sign-in, not longer', async () => {
    const { json } = await tamin.account('authorize', authorizing)
    let last = await token(exchanging(json['code']))
    const renew = async (hours: number) => {
      tamin.clock.at = new Date(day.getTime() + hours * 3_600_000)
      last = await token({ grant_type: 'refresh_token', refresh_token: String(last.json['refresh_token']), client_id: 'noskhe' })
      return last.status
    }
    expect([await renew(1), await renew(2), await renew(3.9), await renew(4.1)]).toEqual([200, 200, 200, 400])
  })
})
