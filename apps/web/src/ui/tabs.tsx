import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { formatAmount } from '../i18n/format.ts'

export interface TabItem {
  id: string
  label: string
  /** How many things are inside, when it matters before opening. */
  count?: number
  content: ReactNode
}

interface TabsProps {
  /** Names the set for a screen reader. */
  label: string
  items: readonly TabItem[]
  selected?: string
  onSelect?: (id: string) => void
}

/** Pages of one place, one seen at a time. Arrow keys move between them. */
export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs {...(selected !== undefined && { selectedKey: selected })} onSelectionChange={(key) => onSelect?.(String(key))}>
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line" items={items}>
        {({ id, label: name, count }) => (
          <Tab
            id={id}
            className="-mb-px cursor-pointer rounded-t border-b-2 border-transparent px-3 py-2 whitespace-nowrap text-quiet hover:text-ink data-focus-visible:-outline-offset-2 data-selected:border-accent data-selected:font-semibold data-selected:text-ink"
          >
            {name}
            {count !== undefined && <span className="ms-1.5 text-sm font-normal text-quiet">{formatAmount(count)}</span>}
          </Tab>
        )}
      </TabList>
      {items.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="pt-4">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
