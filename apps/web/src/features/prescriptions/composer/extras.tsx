import { Checkbox } from '../../../ui/checkbox.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { PartsProps } from './directions.tsx'
import { words } from './words.ts'

/** What goes with the directions: when needed, with or without food, a note. */
export function Extras({ written, set, terms }: PartsProps) {
  const toggle = (code: string, isOn: boolean) =>
    set({ instructions: isOn ? [...written.instructions, code] : written.instructions.filter((other) => other !== code) })
  const offered = terms.filter(({ kind, code }) => kind === 'instr' && (words.usualInstructions.includes(code) || written.instructions.includes(code)))
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <Checkbox value={written.asNeeded} onChange={(asNeeded) => set({ asNeeded })}>
          {words.asNeeded}
        </Checkbox>
        {offered.map((term) => (
          <Checkbox key={term.code} value={written.instructions.includes(term.code)} onChange={(isOn) => toggle(term.code, isOn)}>
            {term.fa}
          </Checkbox>
        ))}
      </div>
      <TextField label={words.note} optional maxLength={500} value={written.note} onChange={(note) => set({ note })} />
    </div>
  )
}
