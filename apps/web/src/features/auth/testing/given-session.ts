import type { Post, Session } from '@noskhe/shared/auth/session'

const post = (siamId: string, centreName: string, licence: Post['licence'] = { state: 'active', reason: null }): Post => ({
  siamId: siamId as Post['siamId'], centreName, centreKind: 'clinic', role: 'prescriber', licence,
})

export const clinic = post('SIAM-1', 'درمانگاه مهر ونک')
export const office = post('SIAM-2', 'مطب یوسف‌آباد')
export const shut = post('SIAM-3', 'درمانگاه یاس', { state: 'suspended', reason: 'تعلیق به دستور معاونت درمان' })

export const other = { id: 'other', signedInAt: '2026-11-25T06:00:00.000Z', lastSeenAt: '2026-11-25T07:00:00.000Z', centreName: 'درمانگاه مهر ونک', device: 'کروم روی ویندوز' }

const NOON = Date.parse('2026-11-25T08:30:00.000Z')
const inMinutes = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString()

/** A session of a physician; the server's clock is hours away from the device's, as it may be. */
export const givenSession = ({ idleMinutes = 20, minutes = 600, ...more }: Partial<Session> & { idleMinutes?: number; minutes?: number } = {}): Session => ({
  person: { id: '01900000-0000-7000-8000-000000000001', firstName: 'نرگس', lastName: 'کاویانی', gender: 'female', councilNumber: '145263', specialty: 'داخلی' },
  posts: [clinic, office],
  arePostsAnswered: true,
  at: null,
  hasPasskey: false,
  signedInBy: 'one-time-code',
  now: inMinutes(0),
  idleEndsAt: inMinutes(idleMinutes),
  endsAt: inMinutes(minutes),
  others: [],
  ...more,
})

export const givenAttempt = ({ seconds = 120 } = {}) => ({
  attemptId: '01900000-0000-7000-8000-000000000002', sentTo: '۰۹۱۲•••۰۲۷۱', now: inMinutes(0), expiresAt: inMinutes(seconds / 60),
})
