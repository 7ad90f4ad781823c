import type { SignatureLayer } from '@noskhe/shared/signing/certificate'
import { listSignatures } from '@noskhe/shared/signing/contract'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { SignatureLayers } from './signature-layers.tsx'
import { id } from './testing/examples.ts'

const at = '2026-11-25T09:00:00.000Z'
const certificate = { serial: '50e34f', name: 'درمانگاه مهر ونک', issuer: 'Health Issuing CA', validFrom: at, validUntil: '2029-11-24T09:00:00.000Z' }
const intent: SignatureLayer = { layer: 'intent', at, certificate: null, confirmedBy: null }

async function textsOf(...layers: SignatureLayer[]) {
  new Answers().on(listSignatures, { layers })
  renderPages({ '/': <SignatureLayers id={id} version={1} /> }, '/')
  return (await screen.findAllByRole('listitem')).map((it) => it.textContent)
}

test('a passkey is told as intent without a certificate', async () => {
  const [only] = await textsOf(intent)
  expect(only).toContain('نشانهٔ قصد، بدون گواهی')
})

test('a seal that waits is not told as one that is there', async () => {
  const [, seal] = await textsOf(intent, { layer: 'seal', at: null, certificate: null, confirmedBy: null })
  expect(seal).toContain('مهر مرکز: در انتظار')
  expect(seal).not.toContain('زده شد')
})

test('a seal says whose it is and how its certificate was confirmed', async () => {
  const [, seal] = await textsOf(intent, { layer: 'seal', at, certificate, confirmedBy: 'crl' })
  for (const part of ['مهر مرکز: زده شد', 'درمانگاه مهر ونک', 'با فهرست ابطال']) expect(seal).toContain(part)
})
