import { type Worker, repeat } from '../../background.ts'
import type { Resources } from '../../context.ts'
import { certifySeals } from './certify-seals.ts'
import { type FindVersion, sealDocuments } from './seal-documents.ts'

const EVERY_MS = 2_000

/** Certifies and renews the seals of all centres, and seals what waits, for as long as the process lives; any number of processes may. */
export const startSealing = (resources: Resources, findVersion: FindVersion): Worker =>
  repeat(
    'seal',
    EVERY_MS,
    async () => {
      await certifySeals(resources)
      await sealDocuments(resources, findVersion)
    },
    resources.log,
  )
