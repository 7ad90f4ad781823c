export { MonthPicker, thisMonth } from './month-picker.tsx'
export { type JalaliMonth, sayMonth } from './words.ts'
