import type { Chart, Problem } from '@noskhe/shared/charts/chart'
import { Check, Plus } from 'lucide-react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Latin } from '../../ui/latin.tsx'
import { CodeSearch } from '../terminology/index.ts'
import { useAddProblem, useResolveProblem } from './queries.ts'
import { words } from './words.ts'

/** Her problems as her physicians here keep them: added by ICD-10 code, or taken from an earlier diagnosis, and resolved by one press. */
export function ProblemList({ chart, withResolved = false }: { chart: Chart; withResolved?: boolean }) {
  const adding = useAddProblem(chart.patientId)
  const resolving = useResolveProblem(chart.patientId)
  const open = chart.problems.filter(({ resolvedAt }) => resolvedAt === null)
  const past = withResolved ? chart.problems.filter(({ resolvedAt }) => resolvedAt !== null) : []
  const earlier = earlierOf(chart, open)
  const failure = adding.error ?? resolving.error
  return (
    <div className="flex flex-col gap-3">
      {open.length === 0 && <p className="text-sm text-quiet">{words.noProblems}</p>}
      <ul aria-label={words.problems} className="flex flex-col gap-1 empty:hidden">
        {[...open, ...past].map((it) => (
          <OneProblem key={it.id} it={it} isResolving={resolving.isPending && resolving.variables === it.id} onResolve={() => resolving.mutate(it.id)} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <div>
          <p className="text-sm text-quiet">{words.earlier}</p>
          <ul aria-label={words.earlier} className="flex flex-col gap-1">
            {earlier.map(({ code, title }) => (
              <li key={code} className="flex items-center justify-between gap-2 text-sm">
                <span className="min-w-0">{title}</span>
                <IconButton size="small" icon={Plus} label={words.addOf(title)} onPress={() => adding.mutate(code)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <CodeSearch kind="icd10" label={words.addProblem} hideLabel placeholder={words.addProblemHint} onPick={({ code }) => adding.mutate(code)} />
      <div role="status" className="text-sm text-refusal empty:hidden">
        {failure && sayProblem(failure)}
      </div>
    </div>
  )
}

/** What she was treated for before and is not among her problems; what was resolved since is over. */
function earlierOf({ prescriptions, problems }: Chart, open: readonly Problem[]) {
  const kept = new Set([...open, ...problems].map(({ code }) => code))
  const diagnoses = prescriptions.flatMap(({ diagnosis }) => (diagnosis && !kept.has(diagnosis.code) ? [diagnosis] : []))
  return [...new Map(diagnoses.map((it) => [it.code, it])).values()].slice(0, 5)
}

function OneProblem({ it, isResolving, onResolve }: { it: Problem; isResolving: boolean; onResolve: () => void }) {
  return (
    <li className="flex items-start justify-between gap-2">
      <span className="min-w-0">
        {it.title} <Latin className="text-sm text-quiet">{it.code}</Latin>
        <span className="block text-sm text-quiet">
          {it.resolvedAt === null ? words.since : words.resolved} <JalaliDate at={it.resolvedAt ?? it.notedAt} />
          {it.notedBy !== '' && ` · ${words.notedBy(it.notedBy)}`}
        </span>
      </span>
      {it.resolvedAt === null && <IconButton size="small" icon={Check} label={words.resolveOf(it.title)} disabled={isResolving} onPress={onResolve} />}
    </li>
  )
}
