import node from 'eslint-plugin-n'
import checkFile from 'eslint-plugin-check-file'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['**/dist/**', '**/generated/**', '**/node_modules/**', '.turbo/**', 'e2e/results/**', 'e2e/report/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { n: node, 'check-file': checkFile },
    rules: {
      'n/no-process-env': 'error',
      'check-file/filename-naming-convention': ['error', { '**/*.{ts,tsx}': 'KEBAB_CASE' }, { ignoreMiddleExtensions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
    },
  },
  {
    // The few places where settings enter a process.
    files: ['apps/bff/src/config.ts', 'apps/bff/prisma/seed.ts', 'apps/sandbox/src/config.ts', '**/*.config.ts', 'apps/bff/src/testing/global-setup.ts', 'e2e/environment.ts', 'e2e/setting.ts'],
    rules: { 'n/no-process-env': 'off' },
  },
)
