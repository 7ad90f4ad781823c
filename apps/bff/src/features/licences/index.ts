export { assertCentreActive } from './assert-centre-active.ts'
export { assertMember } from './assert-member.ts'
export { assertMayPrescribe } from './assert-may-prescribe.ts'
export { refuseInactiveCentre } from './refuse-inactive-centre.ts'
