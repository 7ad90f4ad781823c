import type { Role } from '@noskhe/shared/endpoint'
import { Navigate, Outlet } from 'react-router'
import { useSignedIn } from '../features/auth/index.ts'
import { paths } from '../paths.ts'

/** Pages of some roles: whoever has another at this centre goes to her own first page. */
export function RoleGuard({ roles }: { roles: readonly Role[] }) {
  const { at } = useSignedIn()
  return at && roles.includes(at.role) ? <Outlet /> : <Navigate to={paths.home} replace />
}
