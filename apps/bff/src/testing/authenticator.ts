import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What the person or a hostile page does differently at one question. */
export interface Conduct {
  /** False: she touched the device and did not unlock it. */
  isVerified?: boolean
  /** The page that asks, where it is not the authenticator's own origin. */
  origin?: string
  /** Signature counter to answer with, where it is not one more than the last. */
  counter?: number
}

/** A passkey device without a browser: makes real ES256 keys and answers with what `navigator.credentials` would. */
export interface Authenticator {
  register(options: PublicKeyCredentialCreationOptionsJSON, conduct?: Conduct): RegistrationResponseJSON
  /** Signs with the allowed credential, or with the newest it has where the question allows any (discoverable). */
  authenticate(options: PublicKeyCredentialRequestOptionsJSON, conduct?: Conduct): AuthenticationResponseJSON
}

interface Credential {
  id: string
  privateKey: KeyObject
  userHandle: string
  counter: number
}

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_CREDENTIAL = 0x40

const sha256 = (of: string | Uint8Array) => createHash('sha256').update(of).digest()
const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

/** A device on which the pages of `origin` (`http://localhost:3000`) ask; its RP id is the host name. */
export function createAuthenticator(origin: string): Authenticator {
  const credentials: Credential[] = []
  const rpIdHash = sha256(new URL(origin).hostname)

  /** Authenticator data (WebAuthn §6.1): RP id hash, flags, counter, and at registration the credential. */
  const authenticatorData = (flags: number, counter: number, attested = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5)
    head.writeUInt8(flags, 0)
    head.writeUInt32BE(counter, 1)
    return Buffer.concat([rpIdHash, head, attested])
  }
  const presence = ({ isVerified = true }: Conduct) => PRESENT | (isVerified ? VERIFIED : 0)

  return {
    register(options, conduct = {}) {
      const { publicKey, privateKey } = keyPair()
      const id = randomBytes(32)
      credentials.push({ id: id.toString('base64url'), privateKey, userHandle: options.user.id, counter: 0 })
      const idLength = Buffer.alloc(2)
      idLength.writeUInt16BE(id.length)
      const attested = Buffer.concat([Buffer.alloc(16), idLength, id, publicKey])
      const authData = authenticatorData(presence(conduct) | HAS_CREDENTIAL, 0, attested)
      const noStatement = new Map<string, string>()
      const attestation = isoCBOR.encode(
        new Map<string, string | Map<string, string> | Uint8Array>([
          ['fmt', 'none'],
          ['attStmt', noStatement],
          ['authData', new Uint8Array(authData)],
        ]),
      )
      return {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, conduct.origin ?? origin).toString('base64url'),
          attestationObject: Buffer.from(attestation).toString('base64url'),
          transports: ['internal'],
        },
      }
    },

    authenticate(options, conduct = {}) {
      const allowed = options.allowCredentials?.map((it) => it.id) ?? []
      const credential = credentials.findLast((it) => allowed.length === 0 || allowed.includes(it.id))
      if (!credential) throw new Error('The authenticator has no allowed credential')
      credential.counter = conduct.counter ?? credential.counter + 1
      const authData = authenticatorData(presence(conduct), credential.counter)
      const asked = clientData('webauthn.get', options.challenge, conduct.origin ?? origin)
      return {
        id: credential.id,
        rawId: credential.id,
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: {},
        response: {
          clientDataJSON: asked.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', Buffer.concat([authData, sha256(asked)]), credential.privateKey).toString('base64url'),
          userHandle: credential.userHandle,
        },
      }
    },
  }
}

/** An ES256 pair; the public key as a COSE_Key (RFC 9053 §7.1). */
function keyPair(): { publicKey: Uint8Array; privateKey: KeyObject } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' })
  const [KTY, ALG, CRV, X, Y] = [1, 3, -1, -2, -3]
  const publicKey = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [KTY, 2],
      [ALG, -7],
      [CRV, 1],
      [X, new Uint8Array(Buffer.from(x, 'base64url'))],
      [Y, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  )
  return { publicKey, privateKey: pair.privateKey }
}
