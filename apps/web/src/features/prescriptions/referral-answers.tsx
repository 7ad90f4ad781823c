import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useAnswers } from './act-queries.ts'
import { Answered } from './act-view.tsx'
import { actWords } from './act-words.ts'

/** Whether the specialist has answered, and what: as the payer tells it now. */
export function ReferralAnswers({ id }: { id: string }) {
  const asked = useAnswers(id)
  return (
    <Card
      title={actWords.answers}
      aside={
        <Button size="small" pending={asked.isFetching} onPress={() => void asked.refetch()}>
          {actWords.askAgain}
        </Button>
      }
    >
      {asked.isPending ? (
        <Skeleton lines={2} />
      ) : asked.isError ? (
        <Notice tone="refusal">{sayProblem(asked.error)}</Notice>
      ) : asked.data.state === 'unanswered' ? (
        <Notice tone="unknown" announce="status">
          {actWords.silent}
        </Notice>
      ) : asked.data.state === 'waiting' ? (
        <p className="text-quiet">{actWords.waiting}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {asked.data.answers.map((it) => (
            <li key={`${it.at ?? ''} ${it.by ?? ''} ${it.text}`} className="flex flex-col gap-1.5">
              <p className="text-sm text-quiet">
                {it.by && `دکتر ${it.by}`}
                {it.by && it.at && ' · '}
                {it.at && <JalaliDate at={it.at} as="moment" />}
              </p>
              <p className="whitespace-pre-line">{it.text}</p>
              <Answered answers={it.answers} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
