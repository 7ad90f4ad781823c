/** Words of the desk as a whole: several patients, several tabs, steps taken back. */
export const deskWords = {
  openDrafts: 'پیش‌نویس‌های باز',
  draftOf: (name: string, count: string, isUnsaved: boolean) => `پیش‌نویس ${name}، ${count}${isUnsaved ? '، ذخیره‌نشده' : ''}`,
  switchTo: (name: string) => `رفتن به پیش‌نویس ${name}`,
  unsaved: 'ذخیره‌نشده',
  noItems: 'بی‌قلم',

  undo: 'بازگرداندن آخرین تغییر',
  redo: 'انجام دوبارهٔ تغییر',
  tools: 'ابزار نسخه',
  taken: (count: string) => `${count} قلم به نسخه افزوده شد؛ هر کدام از نو بررسی می‌شود.`,

  otherTab: 'این پیش‌نویس در برگهٔ دیگری هم باز است',
  otherTabHint: 'در یکی از دو برگه بنویسید تا نوشته‌ها روی هم نیفتند.',
  otherTabSaved: 'در آن برگه چیزی نوشته و ذخیره شد که اینجا نیست.',
  otherTabTake: 'آوردن تازه‌ترین',
} as const
