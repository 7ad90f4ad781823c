import * as z from 'zod'
import { NoteDetail, drugServiceType } from '@noskhe/national-wire/tamin'
import type { KeptLine } from '@noskhe/national-wire/tamin'

/**
 * Tamin checks nothing before a prescription is sent and remembers no line until then. The reference of a line is therefore
 * the line itself, as the wire has it, so that the same reference can be made again of what Tamin tells later. Nothing in it
 * is secret, and it names nobody.
 */
const Line = z.tuple([
  z.string(), z.int(), z.string(), z.string(), z.string(), z.int().nullable(), z.string().nullable(),
])

export const lineRef = ({ srvId, srvQty, timesAday, drugInstruction, dose, repeat, dateDo }: NoteDetail): string =>
  pack([srvId.srvCode, srvQty, timesAday.drugAmntId, drugInstruction.drugInstId, dose, repeat, dateDo])

/** The reference that a kept line was registered by. */
export const lineRefOf = ({ srvId, srvQty, timesAday, drugInstruction, dose, repeat, dateDo }: KeptLine): string =>
  pack([srvId.wsSrvCode, srvQty, timesAday.drugAmntId, drugInstruction.drugInstId, dose, repeat, dateDo])

export function readLine(ref: string): NoteDetail {
  const [srvCode, srvQty, drugAmntId, drugInstId, dose, repeat, dateDo] = Line.parse(JSON.parse(Buffer.from(ref, 'base64url').toString('utf8')))
  return NoteDetail.parse({
    srvId: { srvCode, srvType: { srvType: drugServiceType } }, srvQty, timesAday: { drugAmntId }, drugInstruction: { drugInstId }, dose, repeat, dateDo,
  })
}

const pack = (line: z.infer<typeof Line>): string => Buffer.from(JSON.stringify(line)).toString('base64url')
