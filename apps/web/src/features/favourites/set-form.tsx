import type { ItemSet, SetScope } from '@noskhe/shared/favourites/favourite'
import { ItemDraft } from '@noskhe/shared/prescriptions/item'
import { BookmarkPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useChangeSet, useMakeSet } from './queries.ts'
import { words } from './words.ts'

/** Items to be kept under a new name, or a set whose name is to be another. */
type SetFormProps = { onDone: () => void } & ({ items: readonly ItemDraft[]; set?: undefined } | { set: ItemSet; items?: undefined })

const scopes = [
  { value: 'own', label: words.scopeOwn },
  { value: 'clinic', label: words.scopeClinic, hint: words.scopeClinicHint },
] as const

/** Asks for the name, and of a new set for whom it is. */
export function SetForm({ items, set, onDone }: SetFormProps) {
  const make = useMakeSet()
  const change = useChangeSet()
  const [name, setName] = useState(set?.name ?? '')
  const [scope, setScope] = useState<SetScope>('own')
  const [hasTried, setTried] = useState(false)
  const isNamed = name.trim() !== ''
  const asked = set ? change : make

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isNamed || asked.isPending) return
    const answered = {
      onSuccess: () => {
        toast({ title: words.kept(name.trim()) })
        onDone()
      },
    }
    if (set) change.mutate({ id: set.id, revision: set.revision, name, isRemoved: false }, answered)
    else make.mutate({ name, scope, items: items.map((item) => ItemDraft.parse(item)) }, answered)
  }
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
      <TextField
        label={words.name}
        placeholder={words.nameHint}
        autoFocus
        maxLength={60}
        value={name}
        error={hasTried && !isNamed ? words.nameMissing : undefined}
        onChange={setName}
      />
      {!set && <RadioGroup label={words.scope} value={scope} onChange={setScope} choices={scopes} />}
      {asked.isError && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(asked.error)}
        </Notice>
      )}
      <Button kind="primary" type="submit" icon={BookmarkPlus} className="self-start" pending={asked.isPending}>
        {words.keep}
      </Button>
    </form>
  )
}
