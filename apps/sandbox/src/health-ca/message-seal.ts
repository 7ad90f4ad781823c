import { X509Certificate, createHash, verify } from 'node:crypto'
import type { Request } from 'express'
import { canonicalText, sealHeader, sealedName } from '@noskhe/national-wire/message-seal'
import * as x509 from '@peculiar/x509'
import * as z from 'zod'
import type { SandboxContext } from '../service.ts'
import { openAuthorities } from './authority.ts'
import { centreKey, findIssued, isInForce } from './certificates.ts'

/** Clocks differ, and a message may wait on its way; one that was sealed long ago was sealed for another time. */
const MOST_APART_MS = 10 * 60_000

const Header = z.object({
  alg: z.literal('ES256'),
  sigT: z.iso.datetime(),
  x5c: z.array(z.base64()).min(1),
  sigD: z.object({ pars: z.tuple([z.string()]), hashV: z.tuple([z.string()]) }),
})

type SealFault = ['seal-missing' | 'seal-invalid', string]

/** Why a message is not its centre's own word; null where it is: content, time, chain, revocation, whose certificate, signature. */
export async function sealFault(context: SandboxContext, req: Request, siamId: string): Promise<SealFault | null> {
  const seal = req.get(sealHeader)
  if (seal === undefined) return ['seal-missing', 'پیام مهر مرکز ندارد']
  const why = await faultOf(context, req, { seal, siamId })
  return why === null ? null : ['seal-invalid', why]
}

async function faultOf(context: SandboxContext, req: Request, { seal, siamId }: { seal: string; siamId: string }): Promise<string | null> {
  const [protectedPart = '', payload, signature = '', ...rest] = seal.split('.')
  const header = read(protectedPart)
  if (header === null || payload !== '' || rest.length > 0) return 'مهر پیام خوانا نیست'
  const digest = createHash('sha256').update(canonicalText(req.body)).digest('base64url')
  const name = sealedName(`${req.baseUrl}${req.path}`.replace(/^\//, ''))
  if (header.sigD.pars[0] !== name || header.sigD.hashV[0] !== digest) return 'مهر از آنِ این پیام نیست'
  const now = context.now()
  if (Math.abs(now.getTime() - Date.parse(header.sigT)) > MOST_APART_MS) return 'زمان مهر با زمان دریافت نمی‌خواند'
  return (await certificateFault(context, header.x5c[0] ?? '', siamId)) ?? (isSignedBy(header.x5c[0] ?? '', protectedPart, signature) ? null : 'امضای مهر درست نیست')
}

function read(encoded: string): z.infer<typeof Header> | null {
  try {
    return Header.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString()))
  } catch {
    return null
  }
}

/** Chain, revocation and holder, by the authority's own key and book. */
async function certificateFault(context: SandboxContext, leaf: string, siamId: string): Promise<string | null> {
  const certificate = certificateOf(leaf)
  const { issuing } = await openAuthorities(context)
  const isOurs = certificate !== null && (await certificate.verify({ publicKey: issuing.certificate.publicKey, date: context.now() }))
  if (!isOurs) return 'گواهی مهر از مرکز گواهی سلامت نیست'
  const issued = findIssued(context.db, certificate.serialNumber)
  if (issued === null || !isInForce(issued, context.now())) return 'گواهی مهر باطل شده یا گذشته است'
  return issued.holder === centreKey(siamId) ? null : 'گواهی مهر از آنِ مرکز فرستنده نیست'
}

function certificateOf(base64: string): x509.X509Certificate | null {
  try {
    return new x509.X509Certificate(base64)
  } catch {
    return null
  }
}

/** RFC 7515 §5.2 with the empty payload of a detached signature. */
const isSignedBy = (leaf: string, protectedPart: string, signature: string): boolean =>
  verify(
    'sha256',
    Buffer.from(`${protectedPart}.`),
    { key: new X509Certificate(Buffer.from(leaf, 'base64')).publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
