import { type SignedDocument, readSignedForm } from '@noskhe/shared/signing/signed-form'
import type { Certificate } from './certificates/certificate.ts'
import { type Content, type EvidenceFile, type Version, digestOfContent, fileName, isCanonical, readEvidence, sha256, versionName } from './evidence-file.ts'
import { type Check, type Finding, type State, verdictOf } from './report.ts'
import { verifyCertified } from './verify-certified.ts'
import { verifyEvents } from './verify-events.ts'
import { verifyPasskey } from './verify-passkey.ts'

export interface EvidenceReport {
  verdict: State
  findings: readonly Finding[]
  /** What was read; null where the file itself is not as it was written. */
  content: Content | null
  /** The newest version as it was signed; null as above, or where its bytes are no document. */
  document: SignedDocument | null
}

/** A signer has this long to answer. */
const ANSWER_WITHIN_MS = 120_000

/**
 * Verifies an evidence file by nothing but itself and the roots that its reader trusts. A file that is not byte for byte as it was
 * written is looked at no further.
 */
export async function verifyEvidence(bytes: Uint8Array, roots: readonly Certificate[]): Promise<EvidenceReport> {
  const read = readEvidence(bytes)
  if ('fault' in read) return unread([ofFile('form', 'broken', read.fault)])
  const { file } = read
  const form = ofFile('form', 'holds', null)
  if (digestOfContent(file.content) !== file.digest) return unread([form, ofFile('digest', 'broken', null)])

  const documents = file.content.versions.map(documentOf)
  const findings = [
    form,
    ofFile('digest', 'holds', null),
    ...(await verifyFileSeal(file, roots)),
    versionsOf(file.content, documents),
    ...(await Promise.all(file.content.versions.map((it, place) => verifyVersion(it, documents[place] ?? null, file.content, roots)))).flat(),
    ...verifyEvents(file.content),
  ]
  return { verdict: verdictOf(findings), findings, content: file.content, document: documents.at(-1) ?? null }
}

const unread = (findings: Finding[]): EvidenceReport => ({ verdict: verdictOf(findings), findings, content: null, document: null })

const ofFile = (check: Check, state: State, because: string | null): Finding => ({ check, version: null, state, because })

async function verifyFileSeal({ content, digest, seal }: EvidenceFile, roots: readonly Certificate[]): Promise<Finding[]> {
  if (seal === null || content.sealProofs === null) return [ofFile('file-seal', 'unknown', 'none')]
  const exportedAt = new Date(content.exportedAt)
  return verifyCertified({
    signature: { kind: 'certificate', jws: seal, ...content.sealProofs },
    expected: {
      digest,
      document: fileName(content),
      holder: { siamId: content.centre },
      from: exportedAt,
      until: new Date(exportedAt.getTime() + ANSWER_WITHIN_MS),
    },
    roots,
    as: { signature: 'file-seal', certificate: 'file-seal-certificate', version: null },
  })
}

/** Numbered from one on, each holding the hash of the one before, all of this prescription at this centre. */
function versionsOf({ prescription, centre, versions }: Content, documents: readonly (SignedDocument | null)[]): Finding {
  const broken = versions.findIndex(({ version }, place) => {
    const document = documents[place]
    const before = versions[place - 1]
    const isNext = version === place + 1 && document?.version === version && document.previous === (before ? sha256(before.canonical) : null)
    return !isNext || document.prescription !== prescription || document.centre.siamId !== centre
  })
  return broken === -1 ? ofFile('versions', 'holds', String(versions.length)) : ofFile('versions', 'broken', String(broken + 1))
}

function documentOf({ canonical }: Version): SignedDocument | null {
  try {
    return isCanonical(JSON.parse(canonical), canonical) ? readSignedForm(canonical) : null
  } catch {
    return null
  }
}

async function verifyVersion(it: Version, document: SignedDocument | null, content: Content, roots: readonly Certificate[]): Promise<Finding[]> {
  const { version } = it
  if (document === null) return [{ check: 'document', version, state: 'broken', because: null }]
  return [
    { check: 'document', version, state: 'holds', because: null },
    ...(await verifySignature(it, document, roots)),
    ...(await verifySeal(it, content, roots)),
  ]
}

async function verifySignature({ version, canonical, signature }: Version, document: SignedDocument, roots: readonly Certificate[]): Promise<Finding[]> {
  switch (signature.kind) {
    case 'passkey':
      return verifyPasskey(signature, canonical, document)
    case 'certificate': {
      const from = new Date(document.fixedAt)
      const expected = {
        digest: sha256(canonical),
        document: versionName(document.prescription, version),
        holder: { councilNumber: document.prescriber.councilNumber },
        from,
        until: new Date(from.getTime() + ANSWER_WITHIN_MS),
      }
      return verifyCertified({ signature, expected, roots, as: { signature: 'signature', certificate: 'certificate', version } })
    }
    case 'older':
      return [{ check: 'signature', version, state: 'unknown', because: 'older' }]
  }
}

/** A version that never was registered is not sealed, and nothing is missing. */
async function verifySeal({ version, canonical, seal, signedAt }: Version, content: Content, roots: readonly Certificate[]): Promise<Finding[]> {
  const isRegistered = content.registrations.some((it) => it.version === version && it.state === 'confirmed')
  if (seal === null) return isRegistered ? [{ check: 'seal', version, state: 'unknown', because: 'none' }] : []
  const expected = {
    digest: sha256(canonical),
    document: versionName(content.prescription, version),
    holder: { siamId: content.centre },
    from: new Date(signedAt),
    until: new Date(content.exportedAt),
  }
  return verifyCertified({ signature: seal, expected, roots, as: { signature: 'seal', certificate: 'seal-certificate', version } })
}
