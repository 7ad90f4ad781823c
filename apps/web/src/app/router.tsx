import { type ComponentType, lazy, Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { CrashGuard } from './crash-guard.tsx'
import { NotFoundPage } from './failure-pages.tsx'

/** A page in its own chunk, fetched when its address is opened; the page before it stays until it has come. */
export const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }))

/** Every address and its page. Pages of the signed-in stand under the shell, the others beside it. */
export const AppRouter = () => (
  <BrowserRouter>
    <CrashGuard isInFrame={false}>
      <Suspense fallback={null}>
        <Routes>
          <Route
            path="*"
            element={
              <main className="flex min-h-dvh flex-col justify-center">
                <NotFoundPage />
              </main>
            }
          />
        </Routes>
      </Suspense>
    </CrashGuard>
  </BrowserRouter>
)
