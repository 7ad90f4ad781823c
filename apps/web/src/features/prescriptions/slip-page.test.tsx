import { findPrescription } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { SlipPage } from './slip-page.tsx'
import { check, draftItem, id, item, keyOf, prescription, registered } from './testing/examples.ts'

function open(it: Prescription) {
  new Answers().on(findPrescription, it)
  renderPages({ [paths.print(':id')]: <SlipPage /> }, paths.print(id))
}

test('the slip holds what the pharmacy needs', async () => {
  open(registered({ diagnosis: { code: 'J02', title: 'فارنژیت حاد' }, noteToPatient: 'آب بنوشید' }))
  const slip = (await screen.findByRole('article')).textContent
  for (const part of ['36250', 'HID 54253UB2LV', 'زهرا احمدی‌فر', '۱۳۸۴۹۵۰۶۱۳', 'آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم', 'به گفتهٔ سرور', '۲۱', 'آب بنوشید', 'این برگه گم شد؟']) {
    expect(slip).toContain(part)
  }
})

test('the slip holds nothing beyond it: no birth date, no shares, nothing the insurer said, no ids of ours', async () => {
  const shares = { total: 504_000, insurerShare: 352_800, patientShare: 151_200 }
  const answered = check('covered', { shares, messages: [{ tone: 'warning', text: 'بیمار بدهکار است' }] })
  const it = registered({ items: [item(draftItem(0), { check: answered })], totals: shares })
  open(it)
  const slip = (await screen.findByRole('article')).outerHTML
  for (const part of ['۱۳۶۹', '1990', '۱۵۱٬۲۰۰', 'بیمار بدهکار است', it.id, it.encounterId, it.terminologyRelease]) expect(slip).not.toContain(part)
})

test('the slip has every tracking code with what stands under it, and a table for each kind', async () => {
  const lab = { kind: 'lab' as const, key: keyOf(4), code: '802000', quantity: 1, note: '' }
  const parts = [{ trackingCode: '36250', items: [keyOf(0)] }, { trackingCode: '36251', items: [keyOf(4)] }]
  open(registered({ items: [item(draftItem(0)), item(lab, { readBack: '' })], parts }))
  const slip = (await screen.findByRole('article')).textContent
  for (const part of ['کد رهگیری دارو36250', 'کد رهگیری آزمایش36251', 'شمارش کامل سلول‌های خون (CBC)']) expect(slip).toContain(part)
  expect(screen.getAllByRole('table')).toHaveLength(2)
  expect(screen.getByRole('columnheader', { name: 'آزمایش' })).toBeDefined()
})

test('both codes of the slip hold the HID, which says nothing about the patient', async () => {
  open(registered())
  await screen.findByRole('img', { name: 'بارکد شباد' })
  screen.getByRole('img', { name: 'رمزینهٔ نسخه' })
})

test.each([
  ['signed', prescription({ status: 'signed' })],
  ['unknown', prescription({ status: 'registration-unknown' })],
  ['registered without a code', registered({ trackingCode: null })],
])('%s: nothing to print, and the button is off', async (_, it) => {
  open(it)
  expect(await screen.findByRole('button', { name: 'چاپ' })).toHaveProperty('disabled', true)
  screen.getByText('این نسخه هنوز ثبت نشده است')
  expect(screen.queryByRole('article')).toBeNull()
})
