import { readPackLabel } from '@noskhe/shared/dispensing/pack-label'
import { Failure } from '@noskhe/shared/failure'
import { ScanBarcode } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Latin } from '../../ui/latin.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { ProductName } from './product-name.tsx'
import { useScanPack } from './queries.ts'
import { playSound } from './scan-sound.ts'
import { words } from './words.ts'

interface Wrong {
  typed: string
  error: unknown
}

/**
 * Takes packs one after another: a scanner types and presses Enter. The box is empty and has the focus again at once, whatever
 * the last pack came to; a pack that may not be given fills the width in words until the next one is read.
 */
export function ScanField({ deliveryId }: { deliveryId: string }) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const scan = useScanPack(deliveryId)
  useShortcut('F2', words.scan, () => box.current?.focus())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const label = typed.trim()
    if (label === '') return
    setTyped('')
    setWrong(null)
    box.current?.focus()
    const refuse = (error: unknown) => {
      setWrong({ typed: label, error })
      playSound('wrong')
    }
    if (readPackLabel(label) === null) refuse(null)
    else void scan.mutateAsync(label).then(() => playSound('right'), refuse)
  }
  return (
    <div className="flex flex-col gap-3">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <TextField
          ref={box}
          className="min-w-64 flex-1"
          label={words.scan}
          hint={words.scanHint}
          size="large"
          dir="ltr"
          autoFocus
          maxLength={120}
          value={typed}
          onChange={setTyped}
        />
        <Button type="submit" size="large" icon={ScanBarcode} pending={scan.isPending} className="h-13! sm:mb-7">
          {words.scan}
        </Button>
      </form>
      {wrong && <WrongPack {...wrong} />}
    </div>
  )
}

/** Which words stand over a pack that was not taken: whether it must not be given, or merely was not checked. */
function titleOf(error: unknown): string {
  if (error === null) return words.notALabel
  if (!(error instanceof Failure)) return words.ttacSilent
  if (error.code === 'pack.already-scanned' || error.code === 'pack.not-needed') return sayProblem(error)
  return error.code.startsWith('pack.') ? words.wrongPack : words.ttacSilent
}

function WrongPack({ typed, error }: Wrong) {
  const title = titleOf(error)
  const body = error === null ? null : sayProblem(error)
  const product = error instanceof Failure && typeof error.detail['product'] === 'string' ? error.detail['product'] : null
  const isForbidden = title === words.wrongPack
  return (
    <Notice tone={isForbidden ? 'refusal' : 'warning'} announce="alert" className="py-5" title={<span className="text-xl">{title}</span>}>
      {body !== null && body !== title && <p className="text-lg">{body}</p>}
      <p className="text-sm text-quiet">
        {product !== null && <><ProductName>{product}</ProductName>{' · '}</>}
        <Latin wrap>{typed}</Latin>
      </p>
    </Notice>
  )
}
