import { expect, test } from 'vitest'
import { Tooth } from './item.ts'
import { teethRows, toothInWords, toothName } from './tooth.ts'

test.each([
  ['11', 'پیشین میانی بالا راست'],
  ['23', 'نیش بالا چپ'],
  ['36', 'آسیای بزرگ اول پایین چپ'],
  ['48', 'آسیای بزرگ سوم (عقل) پایین راست'],
  ['55', 'آسیای دوم شیری بالا راست'],
  ['71', 'پیشین میانی شیری پایین چپ'],
])('tooth %s is «%s»', (tooth, name) => {
  expect(toothName(tooth)).toBe(name)
})

test('a tooth is named with its number', () => {
  expect(toothInWords('36')).toBe('دندان ۳۶ (آسیای بزرگ اول پایین چپ)')
})

test.each(['19', '56', '90', '3', '361', '', 'a1'])('there is no tooth "%s"', (tooth) => {
  expect(Tooth.safeParse(tooth).success).toBe(false)
})

test('a tooth is read in Persian digits', () => {
  expect(Tooth.parse('۳۶')).toBe('36')
})

test('a chart has every tooth once, the right side of the patient on the left', () => {
  expect(teethRows('permanent').map((row) => row.join(' '))).toEqual([
    '18 17 16 15 14 13 12 11 21 22 23 24 25 26 27 28',
    '48 47 46 45 44 43 42 41 31 32 33 34 35 36 37 38',
  ])
  expect(teethRows('milk').map((row) => row.join(' '))).toEqual(['55 54 53 52 51 61 62 63 64 65', '85 84 83 82 81 71 72 73 74 75'])
})
