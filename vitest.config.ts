import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'scripts', include: ['scripts/**/*.test.mjs'], environment: 'node' } },
      { test: { name: 'shared', include: ['packages/*/src/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'sandbox', include: ['apps/sandbox/src/**/*.test.ts'], environment: 'node', testTimeout: 60_000 } },
      {
        test: {
          name: 'bff',
          include: ['apps/bff/src/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'apps/bff/src/testing/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      'apps/web/vite.config.ts',
    ],
  },
})
