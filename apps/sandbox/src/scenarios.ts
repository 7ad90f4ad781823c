/**
 * The people of the sandbox, in the way test cards work: each national code is valid and always behaves as its row says.
 * The README's demo table and the tests speak of these rows by `key`.
 */

export type Licence = { state: 'active' | 'suspended' | 'revoked' | 'expired'; reason: string | null; validUntil: string }

export interface DemoCentre {
  key: string
  siamId: string
  name: string
  kind: 'clinic' | 'office' | 'pharmacy'
  licence: Licence
  address: string
  phone: string
  posTerminalId: string
  /** Partner id at the insurer (IHIO `partnerId`). */
  partnerId: number
}

const active = (validUntil: string): Licence => ({ state: 'active', reason: null, validUntil })

export const centres = [
  { key: 'clinic', siamId: 'SIAM-1100271', name: 'درمانگاه مهر ونک', kind: 'clinic', licence: active('1408-06-31'), address: 'تهران، میدان ونک، خیابان ملاصدرا، پلاک ۴۲', phone: '02188776655', posTerminalId: '60114271', partnerId: 700271 },
  { key: 'office', siamId: 'SIAM-1100386', name: 'مطب دکتر نرگس کاویانی', kind: 'office', licence: active('1407-12-29'), address: 'تهران، یوسف‌آباد، خیابان جهان‌آرا، پلاک ۱۸، واحد ۳', phone: '02188012233', posTerminalId: '60114386', partnerId: 700386 },
  { key: 'suspended-clinic', siamId: 'SIAM-1100594', name: 'درمانگاه یاس تجریش', kind: 'clinic', licence: { state: 'suspended', reason: 'پروانهٔ بهره‌برداری از ۱۴۰۵/۰۷/۱۵ به دستور معاونت درمان تعلیق شده است', validUntil: '1406-03-31' }, address: 'تهران، میدان تجریش، خیابان شهرداری، پلاک ۷', phone: '02122714455', posTerminalId: '60114594', partnerId: 700594 },
  { key: 'pharmacy', siamId: 'SIAM-2200143', name: 'داروخانهٔ شبانه‌روزی نیکان', kind: 'pharmacy', licence: active('1409-01-31'), address: 'تهران، خیابان ولی‌عصر، بالاتر از زرتشت، پلاک ۱۷۲۵', phone: '02188991122', posTerminalId: '60220143', partnerId: 800143 },
] as const satisfies readonly DemoCentre[]

export type CentreKey = (typeof centres)[number]['key']

export interface DemoPerson {
  key: string
  firstName: string
  lastName: string
  gender: 'male' | 'female'
  nationalCode: string
  mobile: string
  /** Null for staff who are not members of the medical council. */
  councilNumber: string | null
  specialty: { code: string; title: string } | null
  councilLicence: Licence | null
  /** Where she works and as what (SIAM's list of personnel). */
  posts: readonly { centre: CentreKey; role: 'prescriber' | 'dispenser' | 'admin' }[]
  /** Her account at the insurer (IHIO `cpartyUsername`); null where she has none. */
  insurerAccount: { username: string; password: string } | null
  /** Her account at the Social Security, whose user name is her national code; null where she has none. */
  taminAccount: { username: string; password: string } | null
  /** Her account at the Armed Forces' insurer, whose user name is her council number; null where she has none. */
  armedForcesAccount: { username: string; password: string } | null
}

export const people = [
  {
    key: 'physician', firstName: 'نرگس', lastName: 'کاویانی', gender: 'female', nationalCode: '0041827368', mobile: '09121450271',
    councilNumber: '145263', specialty: { code: '151310', title: 'متخصص بیماری‌های داخلی' }, councilLicence: active('1407-11-30'),
    posts: [{ centre: 'clinic', role: 'prescriber' }, { centre: 'office', role: 'prescriber' }, { centre: 'suspended-clinic', role: 'prescriber' }],
    insurerAccount: { username: 'n.kavyani', password: 'Ihio-demo-145263' },
    taminAccount: { username: '0041827368', password: 'Tamin-demo-145263' },
    armedForcesAccount: { username: '145263', password: 'Nezam-demo-145263' },
  },
  {
    key: 'second-physician', firstName: 'سامان', lastName: 'فرهمند', gender: 'male', nationalCode: '1273849566', mobile: '09123380944',
    councilNumber: '152908', specialty: { code: '151212', title: 'پزشک عمومی' }, councilLicence: active('1408-02-31'),
    posts: [{ centre: 'clinic', role: 'prescriber' }],
    insurerAccount: { username: 's.farahmand', password: 'Ihio-demo-152908' },
    taminAccount: { username: '1273849566', password: 'Tamin-demo-152908' },
    armedForcesAccount: { username: '152908', password: 'Nezam-demo-152908' },
  },
  {
    key: 'revoked-physician', firstName: 'پرهام', lastName: 'ستوده', gender: 'male', nationalCode: '0015937461', mobile: '09125561837',
    councilNumber: '118734', specialty: { code: '151212', title: 'پزشک عمومی' },
    councilLicence: { state: 'revoked', reason: 'پروانهٔ طبابت به موجب رأی هیئت عالی انتظامی مورخ ۱۴۰۵/۰۵/۲۰ باطل شده است', validUntil: '1407-04-31' },
    posts: [{ centre: 'clinic', role: 'prescriber' }],
    insurerAccount: null,
    taminAccount: null,
    armedForcesAccount: null,
  },
  {
    key: 'pharmacist', firstName: 'آرش', lastName: 'بهرامی', gender: 'male', nationalCode: '0082641358', mobile: '09127703615',
    councilNumber: '23871', specialty: { code: '152100', title: 'دکترای داروسازی' }, councilLicence: active('1407-08-30'),
    posts: [{ centre: 'pharmacy', role: 'dispenser' }],
    insurerAccount: { username: 'nikan.pharmacy', password: 'Ihio-demo-23871' },
    taminAccount: { username: '0082641358', password: 'Tamin-demo-23871' },
    armedForcesAccount: { username: '23871', password: 'Nezam-demo-23871' },
  },
  {
    key: 'admin', firstName: 'مریم', lastName: 'صادقی‌نیا', gender: 'female', nationalCode: '0061739286', mobile: '09128845120',
    councilNumber: null, specialty: null, councilLicence: null,
    posts: [{ centre: 'clinic', role: 'admin' }, { centre: 'pharmacy', role: 'admin' }],
    insurerAccount: null,
    taminAccount: null,
    armedForcesAccount: null,
  },
] as const satisfies readonly DemoPerson[]

export type InsurerCode = 'salamat' | 'tamin' | 'armed-forces'

export interface DemoCoverage {
  insurer: InsurerCode
  /** Insurance fund (صندوق), with its MKSA code. */
  box: { code: string; title: string }
  validUntil: string
  /** Supplementary insurer, where there is one. */
  supplementary?: { name: string; validUntil: string }
}

export interface DemoPatient {
  key: string
  /** What the row shows, in one Persian line for the demo table. */
  shows: string
  identity: { kind: 'national-code' | 'fida' | 'unique-id' | 'insurance-code'; value: string }
  firstName: string
  lastName: string
  gender: 'male' | 'female'
  /** Jalali, YYYY-MM-DD. */
  birthDate: string
  mobile: string | null
  life: 'alive' | 'deceased' | 'blocked'
  coverages: readonly DemoCoverage[]
  /** How the eligibility service behaves for this person, whatever faults are switched. */
  behaviour?: 'slow' | 'fails'
  /** She has lately given birth; the newborn has no code yet and is asked for under hers (A16). */
  newborn?: { gender: 'male' | 'female' }
}

const box = { public: { code: '1', title: 'اجباری' }, state: { code: '26.1', title: 'کارکنان دولت' }, rural: { code: '26.3', title: 'روستاییان و عشایر' }, foreign: { code: '26.9', title: 'اتباع خارجی' } }

export const patients = [
  { key: 'salamat', shows: 'بیمهٔ سلامت، معتبر', identity: { kind: 'national-code', value: '1384950613' }, firstName: 'زهرا', lastName: 'احمدی‌فر', gender: 'female', birthDate: '1369-04-12', mobile: '09124417733', life: 'alive', coverages: [{ insurer: 'salamat', box: box.state, validUntil: '1406-06-31' }] },
  { key: 'salamat-supplementary', shows: 'بیمهٔ سلامت با بیمهٔ تکمیلی', identity: { kind: 'national-code', value: '2283746159' }, firstName: 'محمدرضا', lastName: 'کریمی', gender: 'male', birthDate: '1351-11-03', mobile: '09171182046', life: 'alive', coverages: [{ insurer: 'salamat', box: box.state, validUntil: '1406-03-31', supplementary: { name: 'بیمهٔ دی', validUntil: '1406-01-31' } }] },
  { key: 'child', shows: 'کودک، بیمهٔ سلامت', identity: { kind: 'national-code', value: '3718293641' }, firstName: 'آوا', lastName: 'سلیمانی', gender: 'female', birthDate: '1398-09-20', mobile: null, life: 'alive', coverages: [{ insurer: 'salamat', box: box.rural, validUntil: '1406-09-30' }] },
  { key: 'tamin', shows: 'تأمین اجتماعی', identity: { kind: 'national-code', value: '0451627385' }, firstName: 'فاطمه', lastName: 'رستگار', gender: 'female', birthDate: '1362-01-25', mobile: '09122936650', life: 'alive', coverages: [{ insurer: 'tamin', box: box.public, validUntil: '1406-12-29' }] },
  { key: 'armed-forces', shows: 'نیروهای مسلح', identity: { kind: 'national-code', value: '0938472615' }, firstName: 'حسین', lastName: 'دلاوری', gender: 'male', birthDate: '1357-07-09', mobile: '09153307812', life: 'alive', coverages: [{ insurer: 'armed-forces', box: box.public, validUntil: '1407-05-31' }] },
  { key: 'overlap', shows: 'دو پوشش هم‌زمان: سلامت و تأمین اجتماعی', identity: { kind: 'national-code', value: '0028374657' }, firstName: 'کیوان', lastName: 'زارعی', gender: 'male', birthDate: '1364-08-17', mobile: '09128093341', life: 'alive', coverages: [{ insurer: 'salamat', box: box.state, validUntil: '1406-05-31' }, { insurer: 'tamin', box: box.public, validUntil: '1406-02-31' }] },
  { key: 'uninsured', shows: 'بدون بیمه', identity: { kind: 'national-code', value: '0059283742' }, firstName: 'امیرعلی', lastName: 'پورحسن', gender: 'male', birthDate: '1379-03-02', mobile: '09356621190', life: 'alive', coverages: [] },
  { key: 'expired', shows: 'بیمهٔ پایان‌یافته', identity: { kind: 'national-code', value: '1283746591' }, firstName: 'سکینه', lastName: 'مرادی', gender: 'female', birthDate: '1344-10-14', mobile: '09133054478', life: 'alive', coverages: [{ insurer: 'salamat', box: box.rural, validUntil: '1405-05-31' }] },
  { key: 'deceased', shows: 'فوت‌شده در ثبت احوال', identity: { kind: 'national-code', value: '4318273644' }, firstName: 'غلامرضا', lastName: 'شفیعی', gender: 'male', birthDate: '1322-02-08', mobile: null, life: 'deceased', coverages: [] },
  { key: 'blocked', shows: 'کد ملی مسدود', identity: { kind: 'national-code', value: '0073645192' }, firstName: 'نسترن', lastName: 'یوسفی', gender: 'female', birthDate: '1375-12-19', mobile: null, life: 'blocked', coverages: [] },
  { key: 'mother', shows: 'مادر بیمه‌شده؛ نوزاد با کد ملی او پذیرش می‌شود', identity: { kind: 'national-code', value: '0091827345' }, firstName: 'لیلا', lastName: 'محمدی‌نژاد', gender: 'female', birthDate: '1372-06-27', mobile: '09194482071', life: 'alive', coverages: [{ insurer: 'salamat', box: box.state, validUntil: '1406-07-30' }], newborn: { gender: 'female' } },
  { key: 'foreigner', shows: 'تبعهٔ خارجی با شناسهٔ فیدا، بیمهٔ سلامت', identity: { kind: 'fida', value: '104928375610' }, firstName: 'گل‌محمد', lastName: 'نوری', gender: 'male', birthDate: '1360-05-05', mobile: '09357714402', life: 'alive', coverages: [{ insurer: 'salamat', box: box.foreign, validUntil: '1406-04-31' }] },
  { key: 'armed-forces-newborn', shows: 'نوزاد نیروهای مسلح، با کد بیمه به جای کد ملی', identity: { kind: 'insurance-code', value: '4100582937' }, firstName: 'نوزاد', lastName: 'دلاوری', gender: 'male', birthDate: '1405-08-12', mobile: null, life: 'alive', coverages: [{ insurer: 'armed-forces', box: box.public, validUntil: '1406-08-30' }] },
  { key: 'unidentified', shows: 'مجهول‌الهویه با شناسهٔ یکتا، بدون پوشش پایه', identity: { kind: 'unique-id', value: 'UM140500000127' }, firstName: 'ناشناس', lastName: 'ناشناس', gender: 'male', birthDate: '1370-01-01', mobile: null, life: 'alive', coverages: [] },
  { key: 'slow', shows: 'استعلام کند پاسخ می‌دهد (حدود ۴ ثانیه)', identity: { kind: 'national-code', value: '2293847561' }, firstName: 'بهزاد', lastName: 'توکلی', gender: 'male', birthDate: '1366-02-30', mobile: '09121127790', life: 'alive', coverages: [{ insurer: 'salamat', box: box.state, validUntil: '1406-10-30' }], behaviour: 'slow' },
  { key: 'failing', shows: 'استعلام خطا می‌دهد', identity: { kind: 'national-code', value: '1364728397' }, firstName: 'مهسا', lastName: 'قربانی', gender: 'female', birthDate: '1374-09-11', mobile: null, life: 'alive', coverages: [{ insurer: 'salamat', box: box.state, validUntil: '1406-10-30' }], behaviour: 'fails' },
] as const satisfies readonly DemoPatient[]

/** A valid code that no registry knows. */
export const unknownNationalCode = '0528374613'

/** The account of our software at the DITAS gateway. */
export const ditasAccount = {
  username: 'noskhe',
  password: 'noskhe-demo',
  clientId: 'noskhe-client',
  clientSecret: 'noskhe-client-demo',
  pid: 'noskhe-package',
} as const

/** The account of our software at the Armed Forces' own gateway. */
export const armedForcesGateway = {
  username: 'noskhe',
  password: 'noskhe-armed-forces-demo',
  clientId: 'noskhe-armed-forces',
  clientSecret: 'noskhe-armed-forces-client-demo',
  pid: 'noskhe-armed-forces-package',
} as const

/** The account of our software at the insurer Salamat (IHIO `auth/token/fetch`). */
export const ihioTerminal = { terminalId: 60114, username: 'noskhe', password: 'Ihio-demo-1405' } as const

/** Software that the Social Security knows: ours, and another house's. */
export const taminClients = ['noskhe', 'another-house'] as const
