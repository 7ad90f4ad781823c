import { z } from 'zod'

/** Any JSON, carried as it is: for shapes that belong to a library on both sides (WebAuthn). */
export const JsonObject = z.record(z.string(), z.json().meta({ id: 'Json' })).meta({ id: 'JsonObject' })
