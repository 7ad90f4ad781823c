import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { usePrescription } from './queries.ts'
import { RegisteredPrescription } from './registered-prescription.tsx'
import { UnregisteredPrescription } from './unregistered-prescription.tsx'

const Composer = lazy(async () => ({ default: (await import('./composer/composer.tsx')).Composer }))

/** One prescription, as its status lets it be: written, waiting, registered. */
export function PrescriptionPage() {
  const { id = '' } = useParams()
  const prescription = usePrescription(id)
  if (prescription.isPending) return <Skeleton lines={10} />
  if (prescription.isError) {
    return (
      <ErrorState retrying={prescription.isFetching} onRetry={() => void prescription.refetch()}>
        {sayProblem(prescription.error)}
      </ErrorState>
    )
  }
  const it = prescription.data
  switch (it.status) {
    case 'draft':
      return (
        <Suspense fallback={<Skeleton lines={10} />}>
          <Composer key={it.id} it={it} />
        </Suspense>
      )
    case 'registered':
      return <RegisteredPrescription it={it} />
    default:
      return <UnregisteredPrescription it={it} />
  }
}
