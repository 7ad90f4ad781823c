import { randomBytes } from 'node:crypto'
import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { requestSignature as contract } from '@noskhe/shared/signing/contract'
import type { SignatureRequest, SigningMeans } from '@noskhe/shared/signing/signature'
import { inTransaction } from '../../db/transaction.ts'
import { newId } from '../../db/id.ts'
import type { Context } from '../../context.ts'
import { record } from '../audit/index.ts'
import { assertCentreActive, assertMayPrescribe } from '../licences/index.ts'
import { type OwnPrescription, findOwn } from '../prescriptions/index.ts'
import { assertRulesAllow } from '../rules/index.ts'
import { askPhone } from './ask-phone.ts'
import { type FixedDocument, assertSignable, fixDocument } from './fix-document.ts'
import { passkeyOptions } from './passkey-options.ts'
import { type Question, keepQuestion } from './store.ts'

/** As long as the phone's own request lives. */
const LIFE_MS = 120_000
const NONCE_BYTES = 32

/** Fixes the draft as canonical bytes and asks for a signature over exactly these, within two minutes, once. */
export async function requestSignature(context: Context, { id, revision, means }: Input<typeof contract>): Promise<SignatureRequest> {
  const { actor, db, now } = context
  const own = await findOwn(db, actor, id)
  assertDraft(own, revision)
  assertSignable(own, now())
  await assertMayPrescribe(context)
  await assertCentreActive(context)
  await assertRulesAllow(context, own.prescription)

  const fixedAt = now()
  const { prescription } = own
  const version = prescription.version + 1
  const document = await fixDocument(db, actor, { prescription, version, fixedAt: fixedAt.toISOString() })
  const nonce = Uint8Array.from(randomBytes(NONCE_BYTES))
  const asked = await ask(context, means, { own, document, version, nonce })
  const question: Omit<Question, 'usedAt'> = {
    id: newId(fixedAt.getTime()),
    prescriptionId: id,
    revision,
    means,
    canonical: document.canonical,
    digest: Buffer.from(document.digest).toString('base64url'),
    nonce,
    handle: asked.handle,
    expiresAt: new Date(fixedAt.getTime() + LIFE_MS),
  }
  await inTransaction(db, async (tx) => {
    await keepQuestion(tx, actor, question)
    await record(tx, context, 'prescription.signature-requested', id, { means, digest: question.digest })
  })
  return {
    id: question.id,
    prescriptionId: id,
    means,
    canonical: question.canonical,
    digest: question.digest,
    expiresAt: question.expiresAt.toISOString(),
    passkeyOptions: asked.passkeyOptions,
  }
}

function assertDraft({ prescription: { status, revision } }: OwnPrescription, expected: number): void {
  if (status !== 'draft') throw new Failure('prescription.wrong-status', { status })
  if (revision !== expected) throw new Failure('prescription.changed-elsewhere')
}

interface Fixed {
  own: OwnPrescription
  document: FixedDocument
  version: number
  nonce: Uint8Array<ArrayBuffer>
}

async function ask(context: Context, means: SigningMeans, { own, document, version, nonce }: Fixed) {
  switch (means) {
    case 'passkey':
      return { handle: null, passkeyOptions: await passkeyOptions(context, { nonce, digest: document.digest, lifeMs: LIFE_MS }) }
    case 'mobile':
      return { handle: await askPhone(context, own.prescription, { digest: document.digest, version }), passkeyOptions: null }
  }
}
