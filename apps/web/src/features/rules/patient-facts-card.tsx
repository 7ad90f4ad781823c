import type { KeptPatientFacts, PatientFacts } from '@noskhe/shared/rules/patient-facts'
import { PencilLine } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { PatientFactsForm } from './patient-facts-form.tsx'
import { useKeepPatientFacts, usePatientFacts } from './queries.ts'
import { words } from './words.ts'

interface PatientFactsCardProps {
  /** Of the prescription that is being written for her. */
  id: string
  /** Nobody is asked whether a man is pregnant. */
  canBePregnant: boolean
}

/** What the rules ask about the patient: allergies, pregnancy, weight. What nobody asked her looks other than «ندارد». */
export function PatientFactsCard({ id, canBePregnant }: PatientFactsCardProps) {
  const facts = usePatientFacts(id)
  const [isEditing, setEditing] = useState(false)
  if (facts.isPending) return <Card title={words.facts}><Skeleton lines={2} /></Card>
  if (facts.isError) return <Card title={words.facts}><p className="text-sm text-quiet">{sayProblem(facts.error)}</p></Card>
  return (
    <Card title={words.facts} aside={<IconButton size="small" icon={PencilLine} label={words.edit} onPress={() => setEditing(true)} />}>
      <Facts facts={facts.data.facts} canBePregnant={canBePregnant} />
      <Dialog isOpen={isEditing} onClose={() => setEditing(false)} title={words.facts}>
        <Editor id={id} kept={facts.data} canBePregnant={canBePregnant} onDone={() => setEditing(false)} />
      </Dialog>
    </Card>
  )
}

function Facts({ facts: { allergies, isPregnant, weightKg }, canBePregnant }: { facts: PatientFacts; canBePregnant: boolean }) {
  return (
    <dl className="flex flex-col gap-1 text-sm">
      <Fact term={words.allergies}>
        {allergies && (allergies.length === 0 ? words.none : allergies.map(({ name }) => <StatusBadge key={name} tone="refusal">{name}</StatusBadge>))}
      </Fact>
      {canBePregnant && <Fact term={words.pregnancy}>{isPregnant !== null && (isPregnant ? <StatusBadge tone="warning">{words.pregnant}</StatusBadge> : words.notPregnant)}</Fact>}
      <Fact term={words.weight}>{weightKg !== null && `${toPersianDigits(weightKg.replace('.', '٫'))} ${words.kilogram}`}</Fact>
    </dl>
  )
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
    <dt className="text-quiet">{term}:</dt>
    <dd className="flex flex-wrap gap-1">{children || <span className="text-quiet">{words.notAsked}</span>}</dd>
  </div>
)

interface EditorProps extends PatientFactsCardProps {
  kept: KeptPatientFacts
  onDone: () => void
}

function Editor({ id, kept: { revision, facts }, canBePregnant, onDone }: EditorProps) {
  const keep = useKeepPatientFacts(id)
  return (
    <PatientFactsForm
      facts={facts}
      canBePregnant={canBePregnant}
      pending={keep.isPending}
      problem={keep.error}
      onSave={(next) => keep.mutate({ revision, facts: next }, { onSuccess: onDone })}
    />
  )
}
