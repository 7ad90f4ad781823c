import { OrderRef } from '@noskhe/shared/dispensing/order'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { PageHeader } from '../../ui/page-header.tsx'
import { OrderResults } from './order-results.tsx'
import { OrderView } from './order-view.tsx'
import { useSearchOrders } from './queries.ts'
import { SearchForm } from './search-form.tsx'
import { words } from './words.ts'

/**
 * The counter: one field for whatever the patient brought, then her prescriptions, then one of them. Which one is open is kept
 * here and in the browser's own history, never in the address: it names a patient.
 */
export function CounterPage() {
  const returned = OrderRef.safeParse(useLocation().state)
  const [opened, setOpened] = useState<OrderRef | null>(returned.success ? returned.data : null)
  const search = useSearchOrders()
  const find = (input: Parameters<typeof search.mutate>[0]) => {
    setOpened(null)
    search.mutate(input, { onSuccess: ({ orders: [only, ...more] }) => only && more.length === 0 && setOpened(only.ref) })
  }
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-5">
      <PageHeader title={words.counter} hidden />
      <SearchForm isSearching={search.isPending} isQuiet={opened !== null} onFind={(text) => find({ text, identity: null })} />
      {opened ? (
        <OrderView
          key={JSON.stringify(opened)}
          reference={opened}
          summary={search.data?.orders.find(({ ref }) => ref.trackingCode === opened.trackingCode) ?? null}
          onLeave={() => setOpened(null)}
          canReturn={(search.data?.orders.length ?? 0) > 1}
        />
      ) : (
        <OrderResults search={search} onFind={find} onOpen={setOpened} />
      )}
    </div>
  )
}
