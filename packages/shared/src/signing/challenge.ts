const encoder = new TextEncoder()

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/** SHA-256 of the canonical text's UTF-8 bytes. */
export const digestOf = (canonical: string): Promise<Uint8Array<ArrayBuffer>> => sha256(encoder.encode(canonical))

/**
 * The challenge that a passkey answers for a prescription: SHA-256(tag ‖ nonce ‖ digest ‖ centre ‖ prescriber). The nonce
 * has 32 bytes, so every part but the last two has a fixed length; those are hashed to be so too, and no two different
 * questions share a challenge.
 */
export async function challengeOf(question: {
  nonce: Uint8Array
  digest: Uint8Array
  centre: string
  prescriber: string
}): Promise<Uint8Array<ArrayBuffer>> {
  if (question.nonce.length !== 32 || question.digest.length !== 32) throw new TypeError('Nonce and digest have 32 bytes')
  const centre = await sha256(encoder.encode(question.centre))
  const prescriber = await sha256(encoder.encode(question.prescriber))
  const tag = encoder.encode('noskhe.prescription.sign/1')
  return sha256(new Uint8Array([...tag, ...question.nonce, ...question.digest, ...centre, ...prescriber]))
}
