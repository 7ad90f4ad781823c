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
    `  سامانه‌های ملی آزمایشی و تلفن‌ها:         ${sandboxUrl}`,
    '',
    '  کسانی که می‌توانند وارد شوند (شمارهٔ نظام پزشکی، کد ملی، همراه):',
    ...people.map((it) => `    ${pad(it.councilNumber ?? '—', 8)}${it.nationalCode}  ${it.mobile}  ${it.fullName}، ${it.roleTitle} (${it.centres.join('، ')})`),
    '',
    '  چند بیمار:',
    ...patients.slice(0, PATIENTS_SHOWN).map((it) => `    ${it.identity.value}  ${it.fullName}، ${it.shows}`),
    ...(patients.length > PATIENTS_SHOWN ? [`    … و دیگران در ${sandboxUrl}/people`] : []),
    '',
    '  چه ببینید:',
    '    ۱. با شمارهٔ نظام پزشکی و کد ملی یک پزشک وارد شوید؛ کد پیامک‌شده در صفحهٔ «تلفن» است. کلید عبور بسازید و مرکز را برگزینید.',
    '    ۲. کد ملی بیماری را بنویسید: هویت، پوشش بیمه و شباد از سامانه‌های ملی می‌رسد.',
    '    ۳. سه دارو بیفزایید (مثلاً «آموکسی»)؛ پاسخ بیمه، قیمت و سهم‌ها کنار هر قلم می‌آید.',
    '    ۴. بازبینی، امضا و ثبت کنید: کد رهگیری می‌گیرید و برگهٔ بیمار را چاپ می‌کنید.',
    '    ۵. در پنجرهٔ خصوصی دیگری داروساز شوید: نسخه را با کد ملی، کد رهگیری یا شباد بیابید، بسته‌ای را بخوانید (برچسب‌ها در صفحهٔ «اشخاص») و تحویل دهید.',
    '    ۶. مدیر مرکز («کارمند مرکز»، با شمارهٔ همراه و کد ملی) صورتحساب ماه را می‌بیند. در صفحهٔ «خرابی‌ها» هر سامانه را کند یا خاموش کنید.',
    ...foot,
  ].join('\n')
}

/** @param {string} text @param {number} width */
const pad = (text, width) => text.padEnd(width)
