import { Decimal } from '@noskhe/shared/prescriptions/item'
import { type Allergy, type PatientFacts, commonAllergies } from '@noskhe/shared/rules/patient-facts'
import { useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { words } from './words.ts'

interface PatientFactsFormProps {
  facts: PatientFacts
  canBePregnant: boolean
  pending: boolean
  problem: unknown
  onSave: (facts: PatientFacts) => void
}

type Pregnancy = 'not-asked' | 'yes' | 'no'
const pregnancyOf = { 'not-asked': null, yes: true, no: false } as const

/** Asks for what the rules ask for; each may stay unasked. */
export function PatientFactsForm({ facts, canBePregnant, pending, problem, onSave }: PatientFactsFormProps) {
  const [chosen, setChosen] = useState<readonly Allergy[]>(facts.allergies ?? [])
  const [hasNone, setHasNone] = useState(facts.allergies?.length === 0)
  const [other, setOther] = useState('')
  const [pregnancy, setPregnancy] = useState<Pregnancy>(facts.isPregnant === null ? 'not-asked' : facts.isPregnant ? 'yes' : 'no')
  const [weight, setWeight] = useState(facts.weightKg ?? '')
  const kilograms = weight.trim() === '' ? null : Decimal.safeParse(weight)
  const isWrong = kilograms !== null && !kilograms.success

  const own = chosen.filter(({ atc }) => atc === null)
  const toggle = (allergy: Allergy, isChosen: boolean) => {
    setHasNone(false)
    setChosen(isChosen ? [...chosen, allergy] : chosen.filter(({ name }) => name !== allergy.name))
  }
  const save = () => {
    if (isWrong) return
    const named = other.trim() === '' ? [] : [{ atc: null, name: other.trim() }]
    const allergies = [...chosen, ...named]
    onSave({
      allergies: allergies.length > 0 ? allergies : hasNone ? [] : null,
      isPregnant: canBePregnant ? pregnancyOf[pregnancy] : null,
      weightKg: kilograms?.data ?? null,
    })
  }

  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <p className="text-sm text-quiet">{words.factsHint}</p>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">{words.allergies}</legend>
        <Checkbox value={hasNone && chosen.length === 0 && other.trim() === ''} disabled={chosen.length > 0} onChange={setHasNone}>
          {words.noAllergy}
        </Checkbox>
        <div className="grid gap-2 sm:grid-cols-2">
          {[...commonAllergies, ...own].map((allergy) => (
            <Checkbox key={allergy.name} value={chosen.some(({ name }) => name === allergy.name)} onChange={(isChosen) => toggle(allergy, isChosen)}>
              {allergy.name}
            </Checkbox>
          ))}
        </div>
        <TextField label={words.otherAllergy} optional hint={words.otherAllergyHint} maxLength={60} value={other} onChange={setOther} />
      </fieldset>
      {canBePregnant && (
        <RadioGroup
          as="segmented"
          label={words.pregnancy}
          value={pregnancy}
          onChange={setPregnancy}
          choices={[
            { value: 'not-asked', label: words.notAsked },
            { value: 'yes', label: words.pregnant },
            { value: 'no', label: words.notPregnant },
          ]}
        />
      )}
      <TextField
        label={words.weight}
        optional
        suffix={words.kilogram}
        value={weight}
        error={isWrong ? words.weightFault : undefined}
        onChange={setWeight}
      />
      {Boolean(problem) && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(problem)}
        </Notice>
      )}
      <Button kind="primary" type="submit" pending={pending} className="self-start">
        {words.save}
      </Button>
    </form>
  )
}
