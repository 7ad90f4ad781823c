const tests = '(\\.(test|bench)\\.tsx?$|/testing/)'

/** Who may import what. Back-references guard a new app or feature without an edit here. */
module.exports = {
  forbidden: [
    { name: 'no-circular', comment: 'No rings, type imports included.', severity: 'error', from: { pathNot: '/generated/' }, to: { circular: true } },
    {
      name: 'shared-is-pure',
      comment: 'Contracts run in the browser and on the server: zod and themselves only.',
      severity: 'error',
      from: { path: '^packages/shared/src', pathNot: tests },
      to: { pathNot: ['^packages/shared/src', 'node_modules/zod/'] },
    },
    {
      name: 'web-talks-only-through-contracts',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: ['^apps/(bff|sandbox)/', '^packages/national-wire/'] },
    },
    {
      name: 'apps-stand-alone',
      comment: 'Only tests may boot another app.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: tests },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'features-know-ports-not-adapters',
      severity: 'error',
      from: { path: '^apps/bff/src/features/', pathNot: tests },
      to: { path: '^apps/bff/src/national/', pathNot: '/port\\.ts$' },
    },
    {
      name: 'only-national-and-sandbox-know-the-wire',
      severity: 'error',
      from: { pathNot: ['^apps/bff/src/national/', '^apps/sandbox/', '^packages/national-wire/'] },
      to: { path: '^packages/national-wire/' },
    },
    {
      name: 'national-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/bff/src/national/', pathNot: tests },
      to: { path: ['^apps/bff/src/(features|http|db)/', '@prisma/client'] },
    },
    {
      name: 'features-meet-at-the-front-door',
      comment: 'Another feature is reached through its index.ts; its examples for tests, directly.',
      severity: 'error',
      from: { path: '^apps/(web|bff)/src/features/([^/]+)/' },
      to: { path: '^apps/$1/src/features/', pathNot: ['^apps/$1/src/features/$2/', '/features/[^/]+/index\\.tsx?$', '/testing/'] },
    },
    {
      name: 'only-tests-use-what-is-for-tests',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: tests },
      to: { path: '^(apps|packages)/.*/testing/' },
    },
    {
      name: 'web-base-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|api|i18n|offline)/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'features-do-not-import-the-app',
      severity: 'error',
      from: { path: '^apps/(web|bff)/src/features/', pathNot: tests },
      to: { path: '^apps/$1/src/(app|start|main)(\\.|/)' },
    },
    {
      name: 'prisma-only-in-stores',
      severity: 'error',
      from: { path: '^apps/bff/src/', pathNot: ['/store\\.ts$', '^apps/bff/src/db/', tests] },
      to: { path: ['@prisma/client', '^apps/bff/src/db/generated'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/generated/.*/internal/'] },
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'node', 'default'], exportsFields: ['exports'] },
  },
}
