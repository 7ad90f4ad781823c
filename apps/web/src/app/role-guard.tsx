import type { Role } from '@noskhe/shared/endpoint'
import { Navigate, Outlet } from 'react-router'
import { useSignedIn } from '../features/auth/index.ts'
import { paths } from '../paths.ts'

/** Pages of one role: whoever has another at this centre goes to her own first page. */
export function RoleGuard({ role }: { role: Role }) {
  const { at } = useSignedIn()
  return at?.role === role ? <Outlet /> : <Navigate to={paths.home} replace />
}
