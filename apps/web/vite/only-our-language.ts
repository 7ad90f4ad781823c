import type { Plugin } from 'vite'

const DICTIONARY = /\/(?:react-aria|react-stately|react-aria-components)\/(?:dist|src)\/.*intl\/.*[a-z]{2}-[A-Z]{2}\.m?js$/

/**
 * React Aria carries its words in thirty-four languages, none of them Persian, and every page would download them all.
 * They are left out of the build; `src/i18n/aria-words.ts` holds the Persian ones that it reads instead.
 */
export const onlyOurLanguage = (): Plugin => ({
  name: 'noskhe:only-our-language',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (DICTIONARY.test(id.replaceAll('\\', '/')) ? 'export default {}' : null),
})
