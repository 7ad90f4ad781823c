import type { Role } from '@noskhe/shared/endpoint'
import { Navigate } from 'react-router'
import { useSignedIn } from '../features/auth/index.ts'
import { paths } from '../paths.ts'

const homes: Record<Role, string> = { prescriber: paths.compose, dispenser: paths.counter, admin: paths.billing }

/** The first page of one's role at the centre. */
export function Home() {
  const { at } = useSignedIn()
  return <Navigate to={at ? homes[at.role] : paths.chooseCentre} replace />
}
