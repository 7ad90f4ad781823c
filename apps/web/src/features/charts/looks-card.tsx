import { type Look, MOST_LOOKS } from '@noskhe/shared/charts/chart'
import { Purpose, purposeTitle } from '@noskhe/shared/record/record'
import { Download, Eye, Printer } from 'lucide-react'
import { useState } from 'react'
import { formatToSecond, toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { actionWord, lookWords as words } from './look-words.ts'
import { csvOf } from './looks-csv.ts'
import { useLooks } from './queries.ts'

/** Who has seen the patient's chart, from the audit trail: read when it is asked for, to save and to print. */
export function LooksCard({ patientId }: { patientId: string }) {
  const [isWanted, setWanted] = useState(false)
  const looks = useLooks(patientId, isWanted)
  return (
    <Card
      title={words.title}
      aside={
        looks.isSuccess && (
          <span className="flex gap-2 print:hidden">
            <Button size="small" icon={Download} onPress={() => save(looks.data.looks)}>
              {words.save}
            </Button>
            <Button size="small" icon={Printer} onPress={() => print()}>
              {words.print}
            </Button>
          </span>
        )
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-quiet">{words.hint}</p>
        {!isWanted && (
          <Button className="self-start print:hidden" icon={Eye} onPress={() => setWanted(true)}>
            {words.show}
          </Button>
        )}
        {looks.isFetching && <Skeleton lines={4} />}
        {looks.isError && (
          <ErrorState retrying={looks.isFetching} onRetry={() => void looks.refetch()}>
            {sayProblem(looks.error)}
          </ErrorState>
        )}
        {looks.isSuccess && <LooksTable looks={looks.data.looks} />}
      </div>
    </Card>
  )
}

const columns: Column<Look>[] = [
  { id: 'at', header: words.when, className: 'whitespace-nowrap', cell: ({ at }) => <JalaliDate at={at} as="second" /> },
  { id: 'who', header: words.who, cell: ({ who }) => who ?? <span className="text-quiet">{words.system}</span> },
  {
    id: 'what',
    header: words.what,
    cell: ({ action, isLook, purpose }) => (
      <>
        {actionWord(action)} {isLook && <StatusBadge tone="information">{words.look}</StatusBadge>}
        {purpose !== null && <span className="block text-sm text-quiet">{`${words.purpose}: ${purposeWord(purpose)}`}</span>}
      </>
    ),
  },
]

function LooksTable({ looks }: { looks: readonly Look[] }) {
  return (
    <>
      <Table label={words.list} columns={columns} rows={looks} keyOf={(it) => `${it.at} ${it.action} ${it.who ?? ''}`} empty={<EmptyState icon={Eye} title={words.none} />} />
      {looks.length === MOST_LOOKS && <p className="text-sm text-quiet">{words.newest(toPersianDigits(MOST_LOOKS))}</p>}
    </>
  )
}

function purposeWord(code: string): string {
  const { success, data } = Purpose.safeParse(code)
  return success ? purposeTitle[data] : code
}

/** Written on this device only; the address holds nothing of the patient. */
function save(looks: readonly Look[]): void {
  const rows = looks.map(({ at, who, action, isLook, purpose }) => [
    formatToSecond(at), who ?? words.system, actionWord(action), isLook ? words.look : words.act, purpose === null ? '' : purposeWord(purpose),
  ])
  const address = URL.createObjectURL(new Blob([csvOf([[words.when, words.who, words.what, '', words.purpose], ...rows])], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = words.fileName
  link.click()
  URL.revokeObjectURL(address)
}
