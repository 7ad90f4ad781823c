import { expect, expectAccessible, signInAt, test } from './fixtures.ts'
import { patients, physician, secondPhysician } from './people.ts'
import { askAbout, covered, register } from './prescribing.ts'

const { mother } = patients

test('what was registered with the insurer is in the patient’s record, for her physician and for a purpose', async ({ desk, deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  const trackingCode = await register(page, sandbox, mother.nationalCode, [covered.losartan])

  await test.step('the health record is told by itself', async () => {
    await expect.poll(() => sandbox.callsOf('sepas', '/SaveMedicationPrescription'), { timeout: 30_000 }).toBe(1)
  })

  let encounterId = ''
  await test.step('from the next visit it is opened, once she has said why', async () => {
    await askAbout(page, mother.nationalCode)
    await page.getByRole('button', { name: 'پروندهٔ بیمار' }).click()
    const viewer = page.getByRole('dialog', { name: `پروندهٔ ${mother.name}` })
    await expect(viewer.getByRole('button', { name: 'دیدن پرونده' })).toBeDisabled()
    await expectAccessible(page)
    expect(await sandbox.callsOf('sepas', '/GetPatientHistory')).toBe(0)
    const asked = page.waitForRequest((request) => request.url().endsWith('/api/record'))
    await viewer.getByText('درمان در همین ویزیت').click()
    await viewer.getByRole('button', { name: 'دیدن پرونده' }).click()
    encounterId = ((await asked).postDataJSON() as { encounterId: string }).encounterId
    const entry = viewer.getByRole('listitem').filter({ hasText: trackingCode }).first()
    await expect(entry).toContainText(covered.losartan.name)
    await expect(entry).toContainText('سامان فرهمند')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(viewer).toBeHidden()
  })

  await test.step('a silent record is not shown as an empty one', async () => {
    await sandbox.fault('sepas', { kind: 'error', path: '/GetPatientHistory' })
    await page.getByRole('button', { name: 'پروندهٔ بیمار' }).click()
    await page.getByText('درمان در همین ویزیت').click()
    await page.getByRole('button', { name: 'دیدن پرونده' }).click()
    await expect(page.getByText('این به معنای خالی بودن پرونده نیست.')).toBeVisible()
    await sandbox.mend('sepas')
  })

  await test.step('a colleague with no visit of hers is told of none', async () => {
    const stranger = await desk()
    await signInAt(stranger, physician, physician.centre, sandbox)
    const answer = await stranger.request.post('/api/record', { headers: { 'X-Noskhe-Call': 'user' }, data: { encounterId, purpose: 'TREAT' } })
    expect([answer.status(), ((await answer.json()) as { code: string }).code]).toEqual([404, 'encounter.not-found'])
  })
})
