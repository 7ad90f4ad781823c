export { CodeSearch } from './code-search.tsx'
export { KindMark, kindTitle } from './kind-mark.tsx'
export { useSigTerms } from './queries.ts'
