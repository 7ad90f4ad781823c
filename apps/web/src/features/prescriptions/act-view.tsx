import type { SignedAct } from '@noskhe/shared/signing/signed-act'
import type { ReactNode } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { actLook, actWords } from './act-words.ts'

/** An act in words, as it is signed: on the document, after registration, and on paper. */
export function ActView({ it }: { it: SignedAct }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="font-semibold">
        {actLook[it.kind].word}
        {it.kind === 'referral' && it.isUrgent && ` · ${actWords.isUrgent}`}
      </p>
      <Body it={it} />
    </div>
  )
}

function Body({ it }: { it: SignedAct }) {
  switch (it.kind) {
    case 'visit':
      return null
    case 'hospitalisation':
      return <Words>{it.reason}</Words>
    case 'referral':
      return (
        <>
          <p>
            {it.specialty.title}
            {' · '}
            {it.to === null ? actWords.anybody : `${actWords.colleague} ${toPersianDigits(it.to)}`}
          </p>
          <Words>{it.reason}</Words>
        </>
      )
    case 'feedback':
      return (
        <>
          <p>
            {`${actWords.answersTo} `}
            <bdi dir="ltr">{toPersianDigits(it.referral)}</bdi>
            {` · دکتر ${it.from}`}
          </p>
          <Words>{it.text}</Words>
          <Answered answers={it.answers.map(({ question, answer }) => ({ question: question.title, answer: answer.title }))} />
        </>
      )
  }
}

/** As it was written, with its lines. */
const Words = ({ children }: { children: ReactNode }) => <p className="whitespace-pre-line">{children}</p>

/** The payer's questions and what was answered. */
export const Answered = ({ answers }: { answers: readonly { question: string; answer: string }[] }) =>
  answers.length > 0 && (
    <dl className="flex flex-col gap-1 text-sm">
      {answers.map(({ question, answer }) => (
        <div key={question} className="flex flex-wrap gap-x-2">
          <dt className="text-quiet">{question}</dt>
          <dd className="font-semibold">{answer}</dd>
        </div>
      ))}
    </dl>
  )
