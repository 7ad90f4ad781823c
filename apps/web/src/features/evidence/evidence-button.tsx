import { exportEvidence } from '@noskhe/shared/evidence/contract'
import { useMutation } from '@tanstack/react-query'
import { FileCheck2 } from 'lucide-react'
import { call } from '../../api/call.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { words } from './words.ts'

/** Takes the evidence file of a signed version, and says whether the centre's seal is on it. */
export function EvidenceButton({ id, version }: { id: string; version: number }) {
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => call(exportEvidence, { id, version }),
    onSuccess: ({ name, text }) => saveFile(name, text, 'application/json'),
  })
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button size="small" icon={FileCheck2} pending={isPending} onPress={() => mutate()}>
          {words.take}
        </Button>
        <span className="text-sm text-quiet">{words.hint}</span>
      </div>
      {data && (
        <Notice tone={data.isSealed ? 'done' : 'warning'} announce="status">
          {data.isSealed ? words.taken : words.takenUnsealed}
        </Notice>
      )}
      {error && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(error)}
        </Notice>
      )}
    </div>
  )
}
