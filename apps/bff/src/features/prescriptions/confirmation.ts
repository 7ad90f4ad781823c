import type { RuleConfirmation } from '@noskhe/shared/prescriptions/item'

/** Whether the rules must be asked again; what never was confirmed cannot run out. */
export const hasRunOut = (it: RuleConfirmation | undefined, at: Date): boolean => it !== undefined && Date.parse(it.validUntil) <= at.getTime()
