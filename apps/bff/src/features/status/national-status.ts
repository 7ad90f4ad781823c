import type { Output } from '@noskhe/shared/endpoint'
import type { nationalStatus as contract } from '@noskhe/shared/status/contract'
import type { Resources } from '../../context.ts'

/** How each national service answered this process lately (A72); nobody is asked for it. */
export const nationalStatus = async ({ national }: Pick<Resources, 'national'>): Promise<Output<typeof contract>> => ({
  services: national.status(),
})
