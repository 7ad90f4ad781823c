import type { Remark, RemarkSource } from '@noskhe/shared/rules/remark'
import { toPersianDigits } from '../../i18n/format.ts'
import { Latin } from '../../ui/latin.tsx'
import { words } from './words.ts'

/** Who says so, and where: article, version and the rule's own name; a service's own page opens beside ours. */
export const Sources = ({ it: { sources, links } }: { it: Pick<Remark, 'sources' | 'links'> }) => (
  <p className="flex flex-wrap gap-x-2 text-quiet">
    {sources.map((source) => (
      <Source key={`${source.by} ${source.label} ${source.rule}`} it={source} />
    ))}
    {links.map(({ label, url }) => (
      <Page key={url} label={label} url={url} />
    ))}
  </p>
)

const Source = ({ it: { rule, ...source } }: { it: RemarkSource }) => (
  <span>
    {toPersianDigits(words.source(source))}
    {rule !== null && (
      <span className="text-xs">
        {`، ${words.rule} `}
        <Latin wrap>{rule}</Latin>
      </span>
    )}
    {source.url !== null && (
      <>
        {' · '}
        <Page label={source.label} url={source.url} />
      </>
    )}
  </span>
)

const Page = ({ label, url }: { label: string; url: string }) => (
  <a href={url} target="_blank" rel="noreferrer" className="underline">
    {label}
  </a>
)
