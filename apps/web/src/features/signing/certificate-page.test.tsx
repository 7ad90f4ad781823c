import { Failure } from '@noskhe/shared/failure'
import type { CertificateState, SignerCertificate } from '@noskhe/shared/signing/certificate'
import { enrolCertificate, findCertificate, revokeCertificate } from '@noskhe/shared/signing/contract'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { CertificatePage } from './certificate-page.tsx'

const certificate = {
  serial: '50e34f6dc93532ca',
  name: 'نرگس کاویانی',
  issuer: 'Health Issuing CA',
  validFrom: '2026-11-25T09:00:00.000Z',
  validUntil: '2028-11-24T09:00:00.000Z',
}
const standing = (state: CertificateState): SignerCertificate => ({ state, certificate: state === 'none' ? null : certificate, revokedAt: null })

function open(state: CertificateState) {
  const answers = new Answers().on(findCertificate, standing(state))
  renderPages({ [paths.certificate]: <CertificatePage /> }, paths.certificate)
  return { answers, user: userEvent.setup() }
}

const buttons = () => screen.queryAllByRole('button').map((it) => it.textContent)

test.each<[CertificateState, string, string[]]>([
  ['none', 'بدون گواهی', ['گرفتن گواهی']],
  ['good', 'معتبر', ['تمدید گواهی', 'ابطال گواهی']],
  ['expiring', 'رو به پایان', ['تمدید گواهی', 'ابطال گواهی']],
  ['expired', 'پایان‌یافته', ['تمدید گواهی']],
  ['revoked', 'باطل‌شده', ['گرفتن گواهی']],
  ['unknown', 'نامعلوم', ['دوباره بپرس']],
  ['untrusted', 'ناپذیرفته', ['گرفتن گواهی']],
])('%s is said as itself, with what can be done', async (state, badge, ways) => {
  open(state)
  await screen.findByText(badge)
  expect(buttons()).toEqual(ways)
})

test.each<[CertificateState, boolean]>([['good', false], ['none', true], ['unknown', true]])('%s: whether it says how to sign meanwhile: %s', async (state, isSaid) => {
  open(state)
  await screen.findByText('گواهی امضای شما')
  expect(screen.queryByText('تا گواهی آماده شود') !== null).toBe(isSaid)
})

test('a certificate that was issued takes the place of none', async () => {
  const { answers, user } = open('none')
  answers.on(enrolCertificate, standing('good'))
  await user.click(await screen.findByRole('button', { name: 'گرفتن گواهی' }))
  await screen.findByText('معتبر')
})

test('who is not vouched for reads why and where to go', async () => {
  const { answers, user } = open('none')
  answers.on(enrolCertificate, new Failure('certificate.not-vouched'))
  await user.click(await screen.findByRole('button', { name: 'گرفتن گواهی' }))
  await screen.findByText(/مرجع ثبت‌نام هویت شما را تأیید نکرد/)
})

test('it is revoked with a reason, after a question', async () => {
  const { answers, user } = open('good')
  answers.on(revokeCertificate, standing('revoked'))
  await user.click(await screen.findByRole('button', { name: 'ابطال گواهی' }))
  const dialog = await screen.findByRole('alertdialog', { name: 'گواهی امضا باطل شود؟' })
  await user.click(await within(dialog).findByRole('radio', { name: 'دیگر امضا نمی‌کنم' }))
  await user.click(within(dialog).getByRole('button', { name: 'ابطال گواهی' }))
  await screen.findByText('باطل‌شده')
  expect(answers.inputsOf(revokeCertificate)).toEqual([{ serial: certificate.serial, reason: 'cessationOfOperation' }])
})
