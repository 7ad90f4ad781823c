export { CodeSearch } from './code-search.tsx'
export { useSigTerms } from './queries.ts'
