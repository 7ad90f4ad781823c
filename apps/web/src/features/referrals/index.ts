export { VisitDeeds } from './visit-deeds.tsx'
export { WaitingReferrals } from './waiting-referrals.tsx'
