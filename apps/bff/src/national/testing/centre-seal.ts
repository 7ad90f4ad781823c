import { generateKeyPairSync } from 'node:crypto'
import { certificateRequest } from '../../features/seals/key.ts'
import { sealDigest } from '../../features/seals/seal-digest.ts'
import type { HealthCa } from '../health-ca/port.ts'
import type { SealMessage } from '../port.ts'

/** The seal of a centre whose certificate the Health CA has just issued; `at` is its clock. */
export async function centreSeal(healthCa: Pick<HealthCa, 'certifySeal'>, siamId: string, at: () => Date = () => new Date()): Promise<SealMessage> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const answer = await healthCa.certifySeal({ siamId, request: await certificateRequest(privateKey, siamId) })
  if (answer.outcome !== 'issued') throw new Error(`No seal for ${siamId}: ${answer.outcome}`)
  const { chain } = answer
  return ({ name, digest }) => sealDigest(privateKey, chain, { digest, document: name, at: at() })
}
