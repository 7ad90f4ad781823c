/**
 * @typedef {object} People what the sandbox says of its people
 * @property {{ fullName: string, roleTitle: string, councilNumber: string | null, nationalCode: string, mobile: string, centres: string[] }[]} people
 * @property {{ shows: string, fullName: string, identity: { kind: string, value: string } }[]} patients
 */

const PATIENTS_SHOWN = 6

/**
 * The one page a person sees when everything runs. Codes are in Latin digits: they are there to be copied.
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<string>}
 */
export async function page({ publicUrl, sandboxUrl, usesSandbox, dataDir }) {
  const foot = ['', `  داده‌ها و گزارش‌ها: ${dataDir}`, '  برای بستن: Ctrl+C', '']
  if (!usesSandbox) return ['', `  نسخه آماده است:  ${publicUrl}`, ...foot].join('\n')

  const reply = await fetch(`${sandboxUrl}/_sandbox/people`)
  const { people, patients } = /** @type {People} */ (await reply.json())
  return [
    '',
    `  نسخه آماده است:                         ${publicUrl}`,
    `  گوشی و سامانه‌های ملی آزمایشی:           ${sandboxUrl}`,
    '',
    '  کسانی که می‌توانند وارد شوند (کد ملی، شمارهٔ نظام پزشکی، همراه):',
    ...people.map((it) => `    ${it.nationalCode}  ${pad(it.councilNumber ?? '—', 8)}${it.mobile}  ${it.fullName}، ${it.roleTitle} (${it.centres.join('، ')})`),
    '',
    '  چند بیمار:',
    ...patients.slice(0, PATIENTS_SHOWN).map((it) => `    ${it.identity.value}  ${it.fullName}، ${it.shows}`),
    ...(patients.length > PATIENTS_SHOWN ? [`    … و دیگران در ${sandboxUrl}`] : []),
    '',
    '  چه ببینید:',
    '    ۱. با کد ملی یک پزشک وارد شوید؛ رمز پیامکی در صفحهٔ گوشی پیداست. سپس کلید عبور بسازید و مرکز را برگزینید.',
    '    ۲. بیماری را با کد ملی پذیرش کنید: پوشش بیمه و شباد از سامانه‌های ملی می‌رسد.',
    '    ۳. نسخه بنویسید (مثلاً «آموکسی»)؛ یافته‌های قواعد همان‌جا نشان داده می‌شود.',
    '    ۴. امضا و ثبت کنید و کد رهگیری بگیرید؛ تا آغاز تحویل می‌توان ویرایش یا ابطال کرد.',
    '    ۵. با کد ملی داروساز وارد شوید، نسخه را بیابید، اصالت را بسنجید و تحویل دهید.',
    '    ۶. صورت‌حساب را ببینید. در صفحهٔ سامانه‌ها می‌توان هر سامانه را کند یا خاموش کرد و رفتار برنامه را دید.',
    ...foot,
  ].join('\n')
}

/** @param {string} text @param {number} width */
const pad = (text, width) => text.padEnd(width)
