/** Every address of the application. No patient data stands in one: prescriptions are named by their own id. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  chooseCentre: '/centre',
  sessions: '/sessions',
  certificate: '/certificate',
  status: '/status',
  centreRecord: '/centre-record',

  compose: '/prescribe',
  patient: (id: string) => `/patients/${id}`,
  review: (id: string) => `/prescriptions/${id}/review`,
  prescriptions: '/prescriptions',
  prescription: (id: string) => `/prescriptions/${id}`,
  print: (id: string) => `/prescriptions/${id}/print`,

  referrals: '/referrals',

  counter: '/counter',
  dispense: (id: string) => `/counter/${id}`,
  today: '/counter/today',

  claims: '/claims',

  billing: '/billing',
  deposits: '/deposits',
  missingCodes: '/missing-codes',
  bill: (id: string) => `/billing/${id}`,
} as const
