import type { ReactNode } from 'react'
import { fa } from '../../i18n/fa.ts'
import { Mark } from '../../ui/mark.tsx'

/** The page of someone who is not in yet: our mark, and one question on a card. */
export const AuthCard = ({ children }: { children: ReactNode }) => (
  <main id="main" className="flex min-h-dvh flex-col items-center px-4 py-8 sm:justify-center sm:py-12">
    <div className="flex w-full max-w-md flex-col gap-6">
      <p className="flex items-center gap-3 self-center text-2xl font-semibold">
        <Mark className="size-10" />
        {fa.productName}
      </p>
      <section className="flex flex-col gap-5 rounded-lg border border-line bg-surface px-5 py-6 sm:px-8 sm:py-7">{children}</section>
    </div>
  </main>
)

/** Its heading, and a sentence under it. */
export const AuthHeading = ({ children }: { children: ReactNode }) => <h1 className="text-xl">{children}</h1>
