import { Failure } from '@noskhe/shared/failure'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Notice } from '../../ui/notice.tsx'

/** Refusals are final until something changes elsewhere; the others pass, and the same may be tried again. */
const passes = (error: unknown): boolean =>
  !(error instanceof Failure) || error.status >= 500 || error.code === 'rate.limited' || error.code === 'passkey.challenge-expired'

/** A problem that belongs to no one field, beside what was tried. */
export const ProblemNotice = ({ error }: { error: unknown }) => (
  <Notice tone={passes(error) ? 'warning' : 'refusal'} announce="alert">
    {sayProblem(error)}
  </Notice>
)
