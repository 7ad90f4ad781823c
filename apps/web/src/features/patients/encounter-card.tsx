import { type Coverage, type Encounter, insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { ReactNode } from 'react'
import { Card } from '../../ui/card.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { VisitTimes } from '../charts/index.ts'
import { ContactField } from './contact-field.tsx'
import { HidLine, ageWords } from '../prescriptions/index.ts'
import { choiceWords, nameOf, stateLook, words } from './words.ts'

/** What eligibility said: who, covered by whom until when, which coverage is used, and the ways on. */
export function EncounterCard({ it, actions, onEnded }: { it: Encounter; actions: ReactNode; onEnded: () => void }) {
  const look = stateLook[it.state]
  const valid = it.coverages.filter((coverage) => coverage.isValid)
  return (
    <Card>
      <div className="flex flex-col gap-4">
        {it.person && <Who it={it} person={it.person} />}
        <Notice tone={look.tone} icon={look.icon} title={look.title} announce="status">
          {it.message ?? look.body}
          {it.message && it.message !== look.body && it.state !== 'covered' && <p className="text-sm text-quiet">{look.body}</p>}
          {it.identity.kind === 'unique-id' && <p>{words.uniqueId}</p>}
        </Notice>
        {it.coverages.length > 0 && <Coverages it={it} />}
        {valid.length > 1 && <Notice tone="advice">{it.choice ? choiceWords[it.choice.decidedBy] : words.overlap}</Notice>}
        {it.hid && <HidLine it={it.hid} />}
        <div className="flex flex-wrap items-start gap-3">{actions}</div>
        <ContactField it={it} />
        <div className="border-t border-line pt-4">
          <VisitTimes it={it} onEnded={onEnded} />
        </div>
      </div>
    </Card>
  )
}

function Who({ it, person }: { it: Encounter; person: NonNullable<Encounter['person']> }) {
  const birthDate = it.newbornBirthDate ?? person.birthDate
  return (
    <div>
      <h2 className="text-xl font-bold">{nameOf(it)}</h2>
      <p className="text-quiet">
        {it.newbornBirthDate ? 'نوزاد' : `${ageWords(birthDate)} · ${person.gender === 'female' ? 'زن' : 'مرد'}`}
        {' · متولد '}
        <JalaliDate at={`${birthDate}T12:00:00Z`} />
      </p>
    </div>
  )
}

function Coverages({ it }: { it: Encounter }) {
  return (
    <ul className="divide-y divide-line rounded border border-line">
      {it.coverages.map((coverage) => (
        <li key={coverage.insurer} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5">
          <span>
            <strong>{insurerTitle[coverage.insurer]}</strong>
            <span className="text-quiet"> · {coverage.box}</span>
            {coverage.supplementary && <Supplementary it={coverage.supplementary} />}
          </span>
          <span className="flex items-center gap-3">
            <span className="text-sm text-quiet">
              {words.validUntil} <JalaliDate at={`${coverage.validUntil}T12:00:00Z`} />
            </span>
            {!coverage.isValid && <StatusBadge tone="warning">{words.lapsed}</StatusBadge>}
            {it.used === coverage.insurer && <StatusBadge tone="done">{words.used}</StatusBadge>}
          </span>
        </li>
      ))}
    </ul>
  )
}

const Supplementary = ({ it }: { it: NonNullable<Coverage['supplementary']> }) => (
  <span className="block text-sm text-quiet">
    {words.supplementary}: {it.name} ({words.validUntil} <JalaliDate at={`${it.validUntil}T12:00:00Z`} />)
  </span>
)
