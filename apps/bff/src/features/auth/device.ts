const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'اج'],
  [/OPR\/|Opera/, 'اپرا'],
  [/SamsungBrowser\//, 'سامسونگ'],
  [/Firefox\/|FxiOS\//, 'فایرفاکس'],
  [/Chrome\/|CriOS\//, 'کروم'],
  [/Safari\//, 'سافاری'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'اندروید'],
  [/iPhone/, 'آیفون'],
  [/iPad/, 'آیپد'],
  [/Windows/, 'ویندوز'],
  [/Mac OS X|Macintosh/, 'مک'],
  [/CrOS/, 'کروم‌بوک'],
  [/Linux/, 'لینوکس'],
]

const nameIn = (table: typeof browsers, agent: string) => table.find(([sign]) => sign.test(agent))?.[1]

/** «کروم روی ویندوز», from the browser's own description, so that she recognises which session is which. */
export function deviceOf(agent: string): string {
  const browser = nameIn(browsers, agent)
  const system = nameIn(systems, agent)
  return browser && system ? `${browser} روی ${system}` : (browser ?? system ?? 'دستگاه ناشناس')
}
