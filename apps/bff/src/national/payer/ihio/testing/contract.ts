import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'

/** Reference data that stands beside the repository where the product is built and nowhere else. */
export const contract = resolve(import.meta.dirname, '../../../../../../../../shared/contracts/ihio-3.07.1.openapi.yaml')
export const noContract = existsSync(contract) ? null : 'the published contract is not beside the repository'
export const unless = (reason: string | null) => (reason === null ? '' : ` [skipped: ${reason}]`)

/**
 * Operations of the contract that no method of the port asks: every fetch tells the writer already, and the enrolment with a
 * family physician is no part of a prescription.
 */
export const notCalled = ['partner/fetch', 'partner/familyphysician/save', 'partner/familyphysician/delete'] as const

export interface Sample {
  operation: string
  name: string
  value: unknown
}

const Contract = z.object({
  paths: z.record(
    z.string(),
    z.object({ post: z.object({ responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.looseObject({ examples: z.record(z.string(), z.object({ value: z.unknown() })).optional() })).optional() })) }) }),
  ),
})

/** The sample answers of every operation; none where the contract is not here. */
export const samples: Sample[] =
  noContract === null
    ? Object.entries(Contract.parse(parse(readFileSync(contract, 'utf8'))).paths).flatMap(([path, { post }]) =>
        Object.values(post.responses).flatMap((response) =>
          Object.entries(response.content?.['application/json']?.examples ?? {}).map(([name, { value }]) => ({
            operation: path.replace('/service/', ''),
            name,
            value,
          })),
        ),
      )
    : []

export const codeOf = ({ value }: Sample) => z.object({ resCode: z.number() }).parse(value).resCode
