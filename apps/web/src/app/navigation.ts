import type { Role } from '@noskhe/shared/endpoint'
import { Building2, CalendarCheck, ClipboardPenLine, Files, FolderSync, HandCoins, Inbox, type LucideIcon, ReceiptText, ScanBarcode, SearchX } from 'lucide-react'
import { fa } from '../i18n/fa.ts'
import { paths } from '../paths.ts'
import type { Combination } from '../ui/shortcuts.ts'

export interface Destination {
  to: string
  label: string
  icon: LucideIcon
  shortcut: Combination
}

const destinations: Record<Role, readonly Destination[]> = {
  prescriber: [
    { to: paths.compose, label: fa.navigation.prescribe, icon: ClipboardPenLine, shortcut: 'Alt+Digit1' },
    { to: paths.prescriptions, label: fa.navigation.myPrescriptions, icon: Files, shortcut: 'Alt+Digit2' },
    { to: paths.referrals, label: fa.navigation.referrals, icon: Inbox, shortcut: 'Alt+Digit3' },
  ],
  dispenser: [
    { to: paths.counter, label: fa.navigation.counter, icon: ScanBarcode, shortcut: 'Alt+Digit1' },
    { to: paths.today, label: fa.navigation.today, icon: CalendarCheck, shortcut: 'Alt+Digit2' },
    { to: paths.claims, label: fa.navigation.claims, icon: HandCoins, shortcut: 'Alt+Digit3' },
  ],
  admin: [
    { to: paths.billing, label: fa.navigation.billing, icon: ReceiptText, shortcut: 'Alt+Digit1' },
    { to: paths.deposits, label: fa.navigation.deposits, icon: FolderSync, shortcut: 'Alt+Digit2' },
    { to: paths.centreRecord, label: fa.navigation.centreRecord, icon: Building2, shortcut: 'Alt+Digit3' },
    { to: paths.missingCodes, label: fa.navigation.missingCodes, icon: SearchX, shortcut: 'Alt+Digit4' },
    { to: paths.claims, label: fa.navigation.claims, icon: HandCoins, shortcut: 'Alt+Digit5' },
  ],
}

/** Where a person may go from the frame; nothing before a centre, and with it a role, is chosen. */
export const destinationsOf = (role: Role | null): readonly Destination[] => (role ? destinations[role] : [])
