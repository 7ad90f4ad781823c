import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asDoctor, asOtherDoctor, asPharmacy, givenIhio, ordered, patient, saved } from './testing/caller.ts'
import type { Caller, Ihio } from './testing/caller.ts'

const toCardiology = '969002'

let ihio: Ihio
let specialist: Caller
let referring: Caller
beforeAll(async () => {
  ihio = await givenIhio()
  specialist = await asDoctor(ihio)
  referring = await asOtherDoctor(ihio)
})
afterAll(() => ihio.close())

const refusedBy = async (call: Promise<{ resCode: number }>) => (await call).resCode
const openOn = (printCode: string) => specialist.call('samad/electronic/generate/reference', { printCode })

/** The specialist's visit on a fresh referral. */
async function referred() {
  const referral = await saved(referring, toCardiology, 1)
  const samadCode = String((await openOn(referral.trackingCode)).info?.['samadCode'])
  return { referral, samadCode }
}
const answer = (samadCode: string, referenceFeedback: string) =>
  specialist.call('prescription/save', { samadCode, subscriptions: [], referenceFeedback })
const lineOf = async (samadCode: string) =>
  ((await referring.call('prescription/fetch/samad', { samadCode })).info?.['subscriptionInfos'] as { status: string }[])[0]

describe('a referral', () => {
  test('tells the specialist what the referring doctor wrote', async () => {
    const { referral } = await referred()
    const said = await specialist.call('prescription/fetch/reference/printcode', { printCode: referral.trackingCode })
    expect(said.info).toMatchObject([
      { referencePrescriptionInfo: { partnerName: 'سامان فرهمند', subscriptionInfos: [{ serviceNationalNumber: toCardiology, typeId: 6, countOfReference: 1 }] } },
    ])
  })

  test('is answered by the registration of the specialist’s visit, and the referring doctor reads the feedback in her line', async () => {
    const { referral, samadCode } = await referred()
    expect(await lineOf(referral.samadCode)).toMatchObject({ status: 'O', deliveredSubscriptionInfos: [] })
    expect(await refusedBy(answer(samadCode, 'اکو طبیعی است'))).toBe(1)
    expect(await lineOf(referral.samadCode)).toMatchObject({ status: 'D', deliveredSubscriptionInfos: [{ description: 'اکو طبیعی است', numberOfDelivered: 1 }] })
    expect(await refusedBy(openOn(referral.trackingCode))).toBe(-24666)
  })

  test('with drugs of the specialist’s own is a prescription that names the referral', async () => {
    const { referral, samadCode } = await referred()
    const check = await specialist.call('subscription/check/order', { samadCode, subInfoWrapper: ordered(ihio.drug().genericCode, 10) })
    const subscriptions = [{ checkCode: check.info?.['checkCode'] }]
    const save = await specialist.call('prescription/save', { samadCode, subscriptions, referenceFeedback: 'درمان آغاز شد' })
    const own = await specialist.call('samad/ordered/search', { fromDate: '14050901', toDate: '14050930', nationalNumber: patient })
    expect(own.info).toContainEqual(
      expect.objectContaining({ samadCode, tarckingCode: save.info?.['trackingCode'], referenceTrackingCode: referral.trackingCode }),
    )
    const origins = await specialist.call('prescription/fetch/reference/printcode', { printCode: save.info?.['trackingCode'] })
    expect(origins.info).toMatchObject([{ referencePrescriptionInfo: { partnerName: 'سامان فرهمند' } }])
  })

  test('that two specialists opened is delivered once, and both feedbacks are kept', async () => {
    const { referral, samadCode } = await referred()
    const second = String((await openOn(referral.trackingCode)).info?.['samadCode'])
    await answer(samadCode, 'یکم')
    expect(await refusedBy(answer(second, 'دوم'))).toBe(1)
    expect(await lineOf(referral.samadCode)).toMatchObject({
      deliveredSubscriptionInfos: [{ description: 'یکم', numberOfDelivered: 1 }, { description: 'دوم', numberOfDelivered: 0 }],
    })
  })

  test('is billed to nobody', async () => {
    const lines = ((await specialist.call('bill/info/fetch', { year: 1405, month: 9 })).info ?? []) as unknown as { billType: string }[]
    expect(lines.map((it) => it.billType)).not.toContain('SERVICE')
  })
})

describe('refused', () => {
  test('the tracking code of a prescription that refers nobody opens no visit', async () => {
    const drugs = await saved(referring, ihio.drug().genericCode, 1)
    expect(await refusedBy(openOn(drugs.trackingCode))).toBe(-24212)
    expect((await specialist.call('prescription/fetch/reference/printcode', { printCode: drugs.trackingCode })).info).toEqual([])
  })

  test('nor does one of another patient', async () => {
    const { referral } = await referred()
    const child = await asDoctor(ihio, '3718293641')
    expect(await refusedBy(child.call('samad/electronic/generate/reference', { printCode: referral.trackingCode }))).toBe(-24212)
    expect(await refusedBy(child.call('prescription/fetch/reference/printcode', { printCode: referral.trackingCode }))).toBe(-35301)
  })

  test('a pharmacy answers no referral, and hands none over', async () => {
    const { referral } = await referred()
    const pharmacy = await asPharmacy(ihio)
    expect(await refusedBy(pharmacy.call('samad/electronic/generate/reference', { printCode: referral.trackingCode }))).toBe(-24413)
    const service = { count: 1, nationalNumber: toCardiology, type: 'SERVICE', isOutOfPrescription: false, referenceCheckCode: referral.checkCode }
    const verdict = await pharmacy.call('subscription/check/deliver', { trackingCode: referral.trackingCode, subInfoWrapper: { service } })
    expect(verdict.info).toMatchObject({ isAllowed: false, hasContract: false })
  })

  test('an answer is no delivery that a doctor could delete', async () => {
    const { referral, samadCode } = await referred()
    await answer(samadCode, 'پایان')
    const own = await specialist.call('samad/delivered/search', { fromDate: '14050901', toDate: '14050930' })
    const [delivered] = (own.info as unknown as { checkCode: string; trackingCode: string }[]).filter((it) => it.trackingCode === referral.trackingCode)
    expect(await refusedBy(specialist.call('prescription/delivered/delete', { checkCode: delivered?.checkCode }))).toBe(-16401)
  })

  test('a prescription without lines is saved only as an answer', async () => {
    const visit = await specialist.call('samad/electronic/generate', { receiptPartnerId: 700271 })
    expect(await refusedBy(answer(String(visit.info?.['samadCode']), 'بازخورد'))).toBe(-7211)
  })
})
