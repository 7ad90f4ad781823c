import type { Output } from '@noskhe/shared/endpoint'
import type { Code, CodeKind, SigTerm } from '@noskhe/shared/terminology/code'
import type { listSigTerms as contract } from '@noskhe/shared/terminology/contract'
import type { Resources } from '../../context.ts'
import { terminologyOf } from './loaded.ts'
import { codesByCode } from './store.ts'

type Asking = Pick<Resources, 'db'>

/** The release that is searched now. @throws Failure `terminology.not-loaded` */
export const currentRelease = async ({ db }: Asking): Promise<string> => terminologyOf(db).release

/** These codes by themselves, retired ones too (`isCurrent` false); unknown ones are not in the answer. */
export async function findCodes({ db }: Asking, kind: CodeKind, codes: readonly string[]): Promise<ReadonlyMap<string, Code>> {
  return new Map((await codesByCode(db, kind, codes)).map((code) => [code.code, code]))
}

/** Every frequency, instruction and amount in force. @throws Failure `terminology.not-loaded` */
export const sigTerms = async ({ db }: Asking): Promise<readonly SigTerm[]> => terminologyOf(db).sigTerms

export async function listSigTerms({ db }: Asking): Promise<Output<typeof contract>> {
  const { release, sigTerms: terms } = terminologyOf(db)
  return { release, terms: [...terms] }
}
