import { defineConfig } from 'prisma/config'

// Only `generate`, `validate` and `format` are used, and they need no schema engine; without these two lines Prisma
// would fetch one, and look for news of itself, each time.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= '/bin/false'
process.env.CHECKPOINT_DISABLE ??= '1'

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
