import { expect, test } from 'vitest'
import { splitTyped } from './split-typed.ts'

test.each([
  ['amox 500 1x3 7d', 'amox 500', '1x3 7d'],
  ['آموکسی ۵۰۰ هر ۸ ساعت ۷ روز', 'آموکسی ۵۰۰', 'هر ۸ ساعت ۷ روز'],
  ['atorva 20 1 tab hs', 'atorva 20', '1 tab hs'],
  ['metformin 500 bid', 'metformin 500', 'bid'],
  ['لوزارتان ۲۵ روزی یک عدد', 'لوزارتان ۲۵', 'روزی یک عدد'],
  ['losartan 1 tab bid', 'losartan', '1 tab bid'],
  ['salbutamol 2 puff q6h prn', 'salbutamol', '2 puff q6h prn'],
  ['ibuprofen 400 prn', 'ibuprofen 400', 'prn'],
  ['cefixime 400 ۱۰ روز', 'cefixime 400', '۱۰ روز'],
  ['insulin glargine 20 units hs', 'insulin glargine', '20 units hs'],
  ['amoxicillin 500 #21', 'amoxicillin 500', '#21'],
  ['زانو ۱۰ نوبت', 'زانو', '۱۰ نوبت'],
  // What a name, a strength or a form is made of stays with the thing.
  ['warfarin 5 tab', 'warfarin 5 tab', ''],
  ['vitamin d 50000', 'vitamin d 50000', ''],
  ['کوآموکسی‌کلاو ۶۲۵', 'کوآموکسی‌کلاو ۶۲۵', ''],
  ['ویتامین ب ۱۲', 'ویتامین ب ۱۲', ''],
  ['ceftriaxone 1 g', 'ceftriaxone 1 g', ''],
  ['diclofenac gel 1', 'diclofenac gel 1', ''],
  ['هر', 'هر', ''],
  ['1x3', '1x3', ''],
  ['  amox  ', 'amox', ''],
  ['', '', ''],
])('«%s» is «%s» and «%s»', (typed, thing, directions) => {
  expect(splitTyped(typed)).toEqual({ thing, directions })
})
