const MiB = 2 ** 20
const MAX_BYTES = 2 * MiB

const signatures = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
]

/** The bytes of a picture, JPEG or PNG by its first bytes and not above two MiB; null for anything else. */
export function pictureOf(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64')
  const isPicture = signatures.some((signature) => signature.every((byte, place) => bytes[place] === byte))
  return isPicture && bytes.length <= MAX_BYTES ? bytes : null
}
