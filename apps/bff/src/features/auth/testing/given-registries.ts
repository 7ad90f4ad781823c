import type { Practitioner } from '../../../national/council-registry/port.ts'
import { type National, NationalUnavailable } from '../../../national/port.ts'
import type { Centre, ListedPerson } from '../../../national/siam/port.ts'
import type { SmsAnswer } from '../../../national/sms/port.ts'

export const physician = { nationalCode: '0041827368', councilNumber: '145263', mobile: '09121450271' }
export const staff = { nationalCode: '0061739286', mobile: '09128845120' }
export const clinic = 'SIAM-1100271'
export const office = 'SIAM-1100386'

const activeUntil = '2029-01-01'

/** The council, SIAM and the operator as they might be today; a test changes what it is about. */
export function givenRegistries() {
  const member: Practitioner = {
    ...physician, firstName: 'نرگس', lastName: 'کاویانی', gender: 'female', specialty: { codes: ['151310'], title: 'متخصص بیماری‌های داخلی' },
    licence: { state: 'active', reason: null, validUntil: activeUntil }, sentence: null,
  }
  const listed: ListedPerson = { ...staff, firstName: 'مریم', lastName: 'صادقی‌نیا', gender: 'female' }
  const centres = [centreOf(clinic, 'درمانگاه مهر ونک'), centreOf(office, 'مطب دکتر کاویانی')]
  const state = { member, listed, centres, silent: new Set<'council' | 'siam' | 'sms'>(), sms: { outcome: 'accepted', messageId: 'm' } as SmsAnswer, siamCalls: 0 }
  const sent: { to: string; text: string; key: string }[] = []

  const speak = (service: 'council' | 'siam' | 'sms') => {
    if (state.silent.has(service)) throw new NationalUnavailable(service, { sent: 'no' })
  }
  const national: Pick<National, 'councilRegistry' | 'siam' | 'sms'> = {
    councilRegistry: {
      practitioner: async (councilNumber) => {
        speak('council')
        return councilNumber === state.member.councilNumber ? state.member : null
      },
    },
    siam: {
      centre: async (siamId) => {
        speak('siam')
        return state.centres.find((it) => it.siamId === siamId) ?? null
      },
      postsOf: async (nationalCode) => {
        state.siamCalls += 1
        speak('siam')
        return state.centres.flatMap((centre) =>
          centre.personnel.filter((it) => it.nationalCode === nationalCode).map(({ role, providerUserId }) => ({ centre, role, providerUserId })),
        )
      },
      person: async (nationalCode) => {
        speak('siam')
        return nationalCode === state.listed.nationalCode ? state.listed : null
      },
    },
    sms: {
      send: async (message) => {
        speak('sms')
        sent.push(message)
        return state.sms
      },
    },
  }
  return {
    state,
    sent,
    /** Signing in asks these three and nothing else. */
    national: national as National,
    lastCode: () => /: (\d{6})/.exec(sent.at(-1)?.text ?? '')?.[1] ?? 'none',
    /** SIAM takes the next question about posts and answers it when told to. */
    holdNextPosts: () => {
      const asked = Promise.withResolvers<void>()
      const answered = Promise.withResolvers<void>()
      const { siam } = national
      const answering = { ...siam }
      siam.postsOf = async (nationalCode) => {
        Object.assign(siam, answering)
        asked.resolve()
        await answered.promise
        return siam.postsOf(nationalCode)
      }
      return { isAsked: asked.promise, answer: answered.resolve }
    },
    reset: () => {
      Object.assign(state, { member, listed, centres: [...centres], silent: new Set(), sms: { outcome: 'accepted', messageId: 'm' }, siamCalls: 0 })
    },
  }
}

function centreOf(siamId: string, name: string): Centre {
  return {
    siamId, name, kind: 'clinic', licence: { state: 'active', reason: null, validUntil: activeUntil }, mappedIds: [],
    address: 'تهران، میدان ونک', phone: '02188776655', posTerminalId: '60114271', partnerIds: {},
    personnel: [
      { nationalCode: physician.nationalCode, role: 'prescriber', providerUserId: `${siamId}-101-P` },
      { nationalCode: staff.nationalCode, role: 'admin', providerUserId: `${siamId}-105-A` },
    ],
  }
}
