import type { Status } from '@noskhe/shared/prescriptions/lifecycle'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { statusLook } from './words.ts'

/** How a prescription stands, as everywhere. */
export const PrescriptionBadge = ({ status }: { status: Status }) => <StatusBadge tone={statusLook[status].tone}>{statusLook[status].word}</StatusBadge>
