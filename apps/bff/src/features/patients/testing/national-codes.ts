import { NationalCode, isNationalCode } from '@noskhe/shared/identifiers'

/** The national code of a made-up person: a right one for every number. */
export function codeOf(number: number): NationalCode {
  const nine = String(100_000_000 + number)
  return NationalCode.parse(Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find(isNationalCode))
}
