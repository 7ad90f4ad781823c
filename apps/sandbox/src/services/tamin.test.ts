import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MutationReply } from '@noskhe/national-wire/tamin'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import {
  asDoctor, asDoctorElsewhere, asForeignDoctor, asMidwife, asOtherDoctor, authorizing, challenge, doctorPath, exchanging, givenTamin, insured, line,
  writing,
} from './tamin/testing/caller.ts'
import type { Caller, Tamin } from './tamin/testing/caller.ts'

let tamin: Tamin
let doctor: Caller
const start = new Date('2026-11-25T08:00:00Z')
beforeAll(async () => {
  tamin = await givenTamin()
})
beforeEach(async () => {
  tamin.clock.at = start
  doctor = await asDoctor(tamin)
})
afterAll(() => tamin.close())

const later = (hours: number) => {
  tamin.clock.at = new Date(tamin.clock.at.getTime() + hours * 3_600_000)
}

describe('signing in', () => {
  test.each([
    ['a wrong password', { password: 'x' }, 403],
    ['an unknown software', { client_id: 'nobody' }, 401],
    ['a challenge that is not hashed', { code_challenge_method: 'plain' }, 400],
  ])('%s gets no code', async (_, change, status) => {
    expect((await tamin.account('authorize', { ...authorizing, ...change })).status).toBe(status)
  })

  test.each([
    ['another verifier than was challenged', { code_verifier: challenge }],
    ['another software', { client_id: 'another-house' }],
    ['another redirect address', { redirect_uri: 'https://elsewhere.example.ir/' }],
  ])('%s does not exchange the code', async (_, change) => {
    const { json } = await tamin.account('authorize', authorizing)
    expect(await tamin.account('v2/token', { ...exchanging(json['code']), ...change })).toMatchObject({ status: 400, json: { error: 'invalid_grant' } })
  })

  test('a code is exchanged once, a refresh token too', async () => {
    const { json } = await tamin.account('authorize', authorizing)
    const first = await tamin.account('v2/token', exchanging(json['code']))
    expect(first.json).toMatchObject({ expires_in: 3600 })
    expect((await tamin.account('v2/token', exchanging(json['code']))).status).toBe(400)
    const refreshing = { grant_type: 'refresh_token', refresh_token: String(first.json['refresh_token']), client_id: 'noskhe' }
    expect((await tamin.account('v2/token', refreshing)).status).toBe(200)
    expect((await tamin.account('v2/token', refreshing)).status).toBe(400)
  })

  test('an access token is good for an hour', async () => {
    later(0.99)
    expect((await doctor.ask('GET', 'ws-drug-amount')).status).toBe(200)
    later(0.02)
    expect((await doctor.ask('GET', 'ws-drug-amount')).status).toBe(401)
  })
})

describe('a prescription is refused', () => {
  const drug = async () => (await tamin.aDrug()).wsSrvCode
  const refusalOf = async (change: object, lineChange: object = {}) => {
    const body = writing([{ ...line(await drug()), ...lineChange }], change)
    return (await doctor.tell('SendEpresc', body)).error_Code
  }

  test('with an empty input', async () => expect((await doctor.tell('SendEpresc', {})).error_Code).toBe(taminRefusal.inputEmpty))
  test('without a line', async () => expect((await doctor.tell('SendEpresc', writing([]))).error_Code).toBe(taminRefusal.inputEmpty))

  test.each([
    ['without a mobile number', { mobile: undefined }, taminRefusal.mobileMissing],
    ['with a malformed mobile number', { mobile: '9122936650' }, taminRefusal.mobileMalformed],
    ['with an invalid national code', { patient: '0451627386' }, taminRefusal.patientInvalid],
    ['with another doctor’s national code', { docNationalCode: '1273849566' }, taminRefusal.doctorMismatch],
    ['with another mobile number of the doctor', { docMobileNo: '09120000000' }, taminRefusal.doctorMismatch],
    ['without the doctor’s mobile number', { docMobileNo: undefined }, taminRefusal.doctorMismatch],
    ['without a type', { prescType: {} }, taminRefusal.typeMissing],
    ['with an unknown type', { prescType: { prescTypeId: '4' } }, taminRefusal.typeInvalid],
    ['with a date of letters', { prescDate: '1405/9/4' }, taminRefusal.dateMalformed],
    ['with a date that no calendar has', { prescDate: '14051335' }, taminRefusal.dateMalformed],
    ['with a date in the future', { prescDate: '14050905' }, taminRefusal.dateInFuture],
    ['with another software’s clientId', { clientId: 'another-house' }, taminRefusal.otherClient],
    ['for whom Tamin does not insure', { patient: '1384950613' }, taminRefusal.notDeserving],
    ['with items in a visit', { prescType: { prescTypeId: '3' } }, taminRefusal.itemsInVisit],
  ])('%s', async (_, change, code) => expect(await refusalOf(change)).toBe(code))

  test.each([
    ['of an undefined service', { srvId: { srvCode: '09999', srvType: { srvType: '01' } } }, taminRefusal.serviceUndefined],
    ['that is no drug', { srvId: { srvCode: '01217', srvType: { srvType: '02' } } }, taminRefusal.wrongServiceType],
    ['with an invalid consumption amount', { timesAday: { drugAmntId: '999' } }, taminRefusal.amountInvalid],
    ['without a consumption amount', { timesAday: null }, taminRefusal.amountInvalid],
    ['with an invalid consumption time', { drugInstruction: { drugInstId: '999' } }, taminRefusal.timeInvalid],
    ['repeated four times', { repeat: 4, dateDo: '14050904' }, taminRefusal.tooManyRepeats],
    ['repeated without a date', { repeat: 2 }, taminRefusal.repeatWithoutDate],
    ['of half a unit', { srvQty: 0.5 }, taminRefusal.quantityInvalid],
  ])('for a line %s', async (_, change, code) => expect(await refusalOf({}, change)).toBe(code))

  test('a midwife writes her number with a star', async () => {
    const midwife = await asMidwife(tamin)
    const hers = { docNationalCode: '0053827164', docMobileNo: '09127716254' }
    const told = async (docId: string) => midwife.tell('SendEpresc', writing([line(await drug())], { ...hers, docId }))
    expect((await told('60231')).error_Code).toBe(taminRefusal.midwifeSuffix)
    expect((await told('60231*')).error_Code).toBeNull()
  })

  test('a foreign doctor writes FDA before her code and «ات» behind her number', async () => {
    const foreigner = await asForeignDoctor(tamin)
    const told = async (docId: string, docNationalCode: string) =>
      (await foreigner.tell('SendEpresc', writing([line(await drug())], { docId, docNationalCode, docMobileNo: '09351184420' }))).error_Code
    expect(await told('98211', 'FDA104928375613')).toBe(taminRefusal.foreignDoctor)
    expect(await told('98211ات', '104928375613')).toBe(taminRefusal.foreignDoctor)
    expect(await told('98211ات', 'FDA104928375613')).toBeNull()
  })
})

describe('a prescription that was kept', () => {
  const kept = async (lines?: object[]) => {
    const body = writing(lines ?? [line((await tamin.aDrug()).wsSrvCode)])
    return { body, ...(await doctor.tell('SendEpresc', body)) }
  }
  const refusal = async (told: Promise<{ error_Code: string | null }>) => (await told).error_Code

  test('is told in the published form, with a numeric tracking code', async () => {
    const body = writing([line((await tamin.aDrug()).wsSrvCode)])
    const reply = MutationReply.parse(await (await doctor.ask('POST', 'SendEpresc', body)).json())
    expect(reply.data.result).toMatchObject({ trackingCode: expect.stringMatching(/^\d{7}$/) as string, error_Code: null })
  })

  test('is answered with 304, the old id and the old tracking code when it comes again', async () => {
    const { body, head_EPRSC_ID, trackingCode } = await kept()
    const again = await doctor.tell('SendEpresc', body)
    expect(again).toMatchObject({ error_Code: '304', head_EPRSC_ID: null })
    expect(again.error_Msg?.match(/\d+/g)).toEqual([head_EPRSC_ID, trackingCode])
  })

  test('is another one on another day', async () => {
    const { body, head_EPRSC_ID } = await kept()
    const other = await doctor.tell('SendEpresc', { ...body, prescDate: '14050903' })
    expect(other.error_Code).toBeNull()
    expect(other.head_EPRSC_ID).not.toBe(head_EPRSC_ID)
  })

  test('is edited once, its whole list replaced', async () => {
    const { head_EPRSC_ID } = await kept()
    const { wsSrvCode } = await tamin.aDrug()
    const edit = () => doctor.tell(`ep/update/${head_EPRSC_ID}/${doctorPath}`, [line(wsSrvCode, 20)])
    expect(await refusal(edit())).toBeNull()
    const detail = await doctor.get(`ep/${head_EPRSC_ID}/${doctorPath}/detail`)
    expect(detail.data?.['noteDetailEprscs']).toMatchObject([{ srvId: { wsSrvCode }, srvQty: 20, srvRem: 20 }])
    expect(await refusal(edit())).toBe(taminRefusal.editedBefore)
  })

  test('is not edited with a line that would not have been written', async () => {
    const { head_EPRSC_ID, body } = await kept()
    const edited = doctor.tell(`ep/update/${head_EPRSC_ID}/${doctorPath}`, [...body.noteDetailEprscs, line('09999')])
    expect(await refusal(edited)).toBe(taminRefusal.serviceUndefined)
    expect(await refusal(doctor.tell(`ep/update/${head_EPRSC_ID}/${doctorPath}`, body.noteDetailEprscs))).toBeNull()
  })

  test('is not edited where it is a visit', async () => {
    const visit = await doctor.tell('SendEpresc', writing([], { prescType: { prescTypeId: '3' } }))
    expect(visit.error_Code).toBeNull()
    expect(await refusal(doctor.tell(`ep/update/${visit.head_EPRSC_ID}/${doctorPath}`, [line('01217')]))).toBe(taminRefusal.notEditable)
  })

  test('is changed by its own software only', async () => {
    const { head_EPRSC_ID, body } = await kept()
    const elsewhere = await asDoctorElsewhere(tamin)
    expect(await refusal(elsewhere.tell(`ep/update/${head_EPRSC_ID}/${doctorPath}`, body.noteDetailEprscs))).toBe(taminRefusal.otherClient)
    expect(await refusal(elsewhere.tell(`ep/${head_EPRSC_ID}/${doctorPath}`))).toBe(taminRefusal.otherClient)
  })

  test('is nobody else’s to read or delete', async () => {
    const { head_EPRSC_ID } = await kept()
    const other = await asOtherDoctor(tamin)
    expect(await refusal(other.get(`ep/${head_EPRSC_ID}/1273849566/152908/detail`))).toBe(taminRefusal.notFound)
    expect(await refusal(other.get(`ep/${head_EPRSC_ID}/${doctorPath}/detail`))).toBe(taminRefusal.doctorMismatch)
    expect(await refusal(other.tell(`ep/${head_EPRSC_ID}/1273849566/152908`))).toBe(taminRefusal.notFound)
  })

  test('is deleted on the day it was made, until Tehran’s midnight', async () => {
    const today = await kept()
    const tomorrow = await kept()
    tamin.clock.at = new Date('2026-11-25T20:29:00Z')
    doctor = await asDoctor(tamin)
    expect(await refusal(doctor.tell(`ep/${today.head_EPRSC_ID}/${doctorPath}`))).toBeNull()
    expect(await refusal(doctor.get(`ep/${today.head_EPRSC_ID}/${doctorPath}/detail`))).toBe(taminRefusal.notFound)
    tamin.clock.at = new Date('2026-11-25T20:31:00Z')
    expect(await refusal(doctor.tell(`ep/${tomorrow.head_EPRSC_ID}/${doctorPath}`))).toBe(taminRefusal.deletionOver)
  })

  test('may be written again after it was deleted', async () => {
    const { head_EPRSC_ID, body } = await kept()
    await doctor.tell(`ep/${head_EPRSC_ID}/${doctorPath}`)
    expect(await refusal(doctor.tell('SendEpresc', body))).toBeNull()
  })

  test('is listed for its doctor by patient and day', async () => {
    const { head_EPRSC_ID, trackingCode } = await kept()
    const list = (prescDate: string) => doctor.post('ep/written', { patient: insured, prescDate, docId: '145263', docNationalCode: '0041827368' })
    const it = { head_EPRSC_ID, trackingCode, prescTypeId: '1', comments: '', writtenAt: start.toISOString(), deletedAt: null }
    expect((await list('14050904')).data).toContainEqual(it)
    expect((await list('14050903')).data).not.toContainEqual(expect.objectContaining({ head_EPRSC_ID }))
    await doctor.tell(`ep/${head_EPRSC_ID}/${doctorPath}`)
    expect((await list('14050904')).data).toContainEqual({ ...it, deletedAt: start.toISOString() })
  })
})

describe('entitlement', () => {
  const asked = (patient: string, path = `0041827368/145263/145263`) => doctor.get(`patients/deserve-info/${path}/${patient}`)

  test('is told with fund and mobile number', async () =>
    expect((await asked(insured)).data).toMatchObject({ hasDeserve: true, patientName: 'فاطمه رستگار', mobile: '09122936650', validUntil: '14061229' }))
  test('of whom another insurer covers is a no with a reason', async () =>
    expect((await asked('1384950613')).data).toMatchObject({ hasDeserve: false, message: expect.stringContaining('نیست') as string }))
  test('of an invalid national code is refused', async () => expect((await asked('0451627386')).error_Code).toBe(taminRefusal.patientInvalid))
  test('is asked for by the doctor herself, at a place of hers', async () => {
    expect((await asked(insured, '0041827368/SIAM-1100271/145263')).error_Code).toBeNull()
    expect((await asked(insured, '0041827368/SIAM-2200143/145263')).error_Code).toBe(taminRefusal.doctorMismatch)
    expect((await asked(insured, '1273849566/145263/145263')).error_Code).toBe(taminRefusal.doctorMismatch)
  })
})
