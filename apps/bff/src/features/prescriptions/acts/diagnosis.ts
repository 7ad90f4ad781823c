import { Failure } from '@noskhe/shared/failure'
import type { Diagnosis } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../../context.ts'
import { findCodes } from '../../terminology/index.ts'

/** A diagnosis with its title from the national list. @throws Failure `terminology.code-unknown` | `terminology.code-retired` */
export async function diagnosisOf(context: Context, code: string): Promise<Diagnosis> {
  const known = (await findCodes(context, 'icd10', [code])).get(code)
  if (!known) throw new Failure('terminology.code-unknown', { code })
  if (!known.isCurrent) throw new Failure('terminology.code-retired', { code })
  return { code: known.code, title: known.nameFa || known.nameEn }
}
