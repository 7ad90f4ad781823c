import { formatCount, toPersianDigits } from './format.ts'

type Words = Record<string, string | ((values: Record<string, string | number | boolean>) => string)>

const options = (count: unknown) => (Number(count) === 0 ? 'گزینه‌ای نیست' : formatCount(Number(count), 'گزینه'))

/**
 * What React Aria says to a screen reader, in Persian. It knows no Persian itself and would speak English. A package
 * missing here throws when first used, which is how a new component reminds us to give it words.
 */
const words: Record<string, Words> = {
  '@react-aria/overlays': { dismiss: 'بستن' },
  '@react-aria/menu': { longPressMessage: 'برای باز کردن فهرست، Alt و پیکان پایین را بزنید' },
  '@react-aria/toast': {
    close: 'بستن',
    notifications: ({ count }) => formatCount(Number(count), 'پیام'),
  },
  '@react-aria/combobox': {
    focusAnnouncement: ({ optionText, isSelected }) => `${optionText}${isSelected ? '، انتخاب شده' : ''}`,
    countAnnouncement: ({ optionCount }) => options(optionCount),
    selectedAnnouncement: ({ optionText }) => `${optionText} انتخاب شد`,
    buttonLabel: 'نمایش پیشنهادها',
    listboxLabel: 'پیشنهادها',
  },
  '@react-aria/grid': {
    deselectedItem: ({ item }) => `${item} از انتخاب بیرون آمد.`,
    longPressToSelect: 'برای انتخاب، نگه دارید.',
    select: 'انتخاب',
    selectedAll: 'همه انتخاب شدند.',
    selectedCount: ({ count }) => `${toPersianDigits(Number(count))} مورد انتخاب شده است.`,
    selectedItem: ({ item }) => `${item} انتخاب شد.`,
  },
  '@react-aria/searchfield': { 'Clear search': 'پاک کردن جست‌وجو' },
  'react-aria-components': {
    colorSwatchPicker: 'نمونه‌رنگ‌ها',
    dropzoneLabel: 'جای رها کردن پرونده',
    selectPlaceholder: 'انتخاب کنید',
    tableResizer: 'تغییر پهنا',
  },
}

// The two names under which React Aria looks for words that a server would have sent with the page.
Object.assign(window, {
  [Symbol.for('react-aria.i18n.locale')]: 'fa-IR',
  [Symbol.for('react-aria.i18n.strings')]: words,
})
