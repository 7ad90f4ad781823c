export interface Line {
  typed: string
  form: string
  strength: string
  /** What it is read as, in short; of a wrong line the words that nobody understood. */
  reading: string
}

/** `@form|strength` heads the lines about a drug of that form. */
function table(text: string, arrow: string): Line[] {
  let [form, strength] = ['', '']
  return text.trim().split('\n').flatMap((row) => {
    if (row.startsWith('@')) {
      ;[form = '', strength = ''] = row.slice(1).split('|')
      return []
    }
    const [typed = '', reading = ''] = row.split(arrow)
    return [{ typed: typed.trim(), form, strength, reading: reading.trim() }]
  })
}

/** Lines as doctors jot them, in Persian and Latin, and what each says. */
export const understood = table(
  `
@قرص|500 mg
1x3 7d ⇒ 1 TID 7d
1x3 7d # ⇒ 1 TID 7d #?
1x3 7d# ⇒ 1 TID 7d #?
1x3 7d #21 ⇒ 1 TID 7d #21
1x3 7d pc ⇒ 1 TID 7d +PC
1x3 7d pc prn #21 ⇒ 1 TID 7d +PC prn #21
۱×۳ ۷ روز ⇒ 1 TID 7d
۲×۲ ⇒ 2 BID
1/2x1 ⇒ 0.5 QD
½x2 10d ⇒ 0.5 BID 10d
1.5*2 ⇒ 1.5 BID
1 x 3 ⇒ 1 TID
1tab x3 x 7d ⇒ 1 قرص TID 7d
1 tab tid x 7d ⇒ 1 قرص TID 7d
2 tabs bid x5d ⇒ 2 قرص BID 5d
1 tab bid 10d prn ⇒ 1 قرص BID 10d prn
1 t tid ⇒ 1 قرص TID
1 tablet daily 30 days ⇒ 1 قرص QD 30d
tid ⇒ TID
TID ⇒ TID
bid ⇒ BID
qd ⇒ QD
qid ⇒ QID
daily ⇒ QD
od ⇒ QD
q8h ⇒ Q8H
q 6 h ⇒ Q6H
q12 ⇒ Q12H
q4h ⇒ Q4H
q24h ⇒ QD
tds ⇒ TID
hs ⇒ HS
qhs ⇒ HS
1 nocte ⇒ 1 HS
1 mane ⇒ 1 QAM
qod ⇒ QOD
eod ⇒ QOD
alternate days ⇒ QOD
weekly ⇒ QW
monthly ⇒ QM
1 qw 4w ⇒ 1 QW 28d
biw ⇒ BIW
stat ⇒ STAT
asdir ⇒ ASDIR
tid 7d ⇒ TID 7d
tid 2w ⇒ TID 14d
tid 1m ⇒ TID 30d
tid 3 weeks ⇒ TID 21d
bid 1 month ⇒ BID 30d
bid 90 days ⇒ BID 90d
1 qd 2 mo ⇒ 1 QD 60d
1 tab 3 times daily ⇒ 1 قرص TID
1 tab 2 times a day 5 days ⇒ 1 قرص BID 5d
1 tab twice daily ⇒ 1 قرص BID
هر ۸ ⇒ Q8H
هر ۸ ساعت ⇒ Q8H
هر هشت ساعت ⇒ Q8H
هر ٦ ساعت ⇒ Q6H
هر ۲۴ ساعت ⇒ QD
هر ۱۲ ساعت یک بار ⇒ Q12H
۱ هر ۸ ساعت ۷ روز ⇒ 1 Q8H 7d
۱ هر ۸ ساعت ۷ روز بعد از غذا ⇒ 1 Q8H 7d +PC
یک قرص هر ۸ ساعت ⇒ 1 قرص Q8H
یک عدد هر ۸ ساعت به مدت یک هفته ⇒ 1 عدد Q8H 7d
دو قرص روزی یک بار ⇒ 2 قرص QD
روزی سه بار ⇒ TID
روزی ۲ ⇒ BID
روزی دوبار ⇒ BID
روزی یکبار ⇒ QD
روزی سه‌بار ⇒ TID
روزی یک قرص ⇒ 1 قرص QD
روزی یک عدد ۳۰ روز ⇒ 1 عدد QD 30d
روزانه یک قرص صبح ⇒ 1 قرص QAM
روزانه ۲ بار ⇒ BID
در روز ۳ نوبت ⇒ TID
۴ بار در روز ⇒ QID
۳ بار روزانه ⇒ TID
۲ مرتبه در روز ⇒ BID
شب‌ها ⇒ HS
هر شب ⇒ HS
یک قرص هر شب ⇒ 1 قرص HS
شبی یک قرص ⇒ 1 قرص HS
نصف شب‌ها ⇒ 0.5 HS
نصف قرص هر شب ⇒ 0.5 قرص HS
صبح ⇒ QAM
هر روز صبح ⇒ QAM
صبح‌ها یک قرص ⇒ 1 قرص QAM
روزانه ⇒ QD
یک روز در میان ⇒ QOD
یک قرص یک روز در میان ⇒ 1 قرص QOD
روز در میان ⇒ QOD
هر ۲ روز ⇒ QOD
هر دو روز یک بار ⇒ QOD
هفته‌ای یک بار ⇒ QW
هفته‌ای دو بار ⇒ BIW
۲ بار در هفته ⇒ BIW
هفتگی ⇒ QW
ماهی یک بار ⇒ QM
ماهانه ⇒ QM
طبق دستور ⇒ ASDIR
فوری ⇒ STAT
فوری، یک نوبت ⇒ STAT
نصف هر ۱۲ ⇒ 0.5 Q12H
نصفه هر ۱۲ ⇒ 0.5 Q12H
ربع قرص روزی یک بار ⇒ 0.25 قرص QD
یک‌چهارم روزی دو بار ⇒ 0.25 BID
سه چهارم قرص روزانه ⇒ 0.75 قرص QD
یک و نیم روزی دو بار ⇒ 1.5 BID
یک‌ونیم قرص هر ۱۲ ساعت ⇒ 1.5 قرص Q12H
دو و نیم روزانه ⇒ 2.5 QD
tid ۱۰ روز ⇒ TID 10d
tid ده روز ⇒ TID 10d
tid دو هفته ⇒ TID 14d
tid چهارده روز ⇒ TID 14d
tid به مدت یک ماه ⇒ TID 30d
tid برای ۵ روز ⇒ TID 5d
۱ روزی ۲ بار تا ۱۰ روز ⇒ 1 BID 10d
1 tid for 5 days ⇒ 1 TID 5d
pc ⇒ +PC
ac ⇒ +AC
بعد غذا ⇒ +PC
بعد از غذا ⇒ +PC
پس از غذا ⇒ +PC
قبل از غذا ⇒ +AC
پیش از غذا ⇒ +AC
با غذا ⇒ +WITHFOOD
همراه غذا ⇒ +WITHFOOD
همراه با غذا ⇒ +WITHFOOD
وسط غذا ⇒ +WITHFOOD
with food ⇒ +WITHFOOD
ناشتا ⇒ +FAST
با معده خالی ⇒ +FAST
1 tab qam fast ⇒ 1 قرص QAM +FAST
sl ⇒ +SL
زیر زبان ⇒ +SL
زیرزبانی prn ⇒ +SL prn
جویده شود ⇒ +CHEW
chew tid ⇒ TID +CHEW
در آب حل شود ⇒ +DISSOLVE
قبل از مصرف تکان داده شود ⇒ +SHAKE
ac وقت خواب ⇒ +AC +BEDTIME
موقع خواب ⇒ +BEDTIME
tid pc withfood ⇒ TID +PC +WITHFOOD
prn ⇒ prn
sos ⇒ prn
در صورت نیاز ⇒ prn
در صورت لزوم ⇒ prn
عنداللزوم ⇒ prn
عند اللزوم ⇒ prn
tid prn ⇒ TID prn
prn for pain ⇒ prn(درد)
prn pain ⇒ prn(درد)
prn fever or pain ⇒ prn(تب یا درد)
در صورت درد ⇒ prn(درد)
موقع سردرد ⇒ prn(سردرد)
هنگام تهوع ⇒ prn(تهوع)
در صورت نیاز برای درد ⇒ prn(درد)
در صورت نیاز برای درد یا تب ⇒ prn(درد یا تب)
در صورت نیاز (درد زانو) ⇒ prn(درد زانو)
prn (پیش از پرواز) ⇒ prn(پیش از پرواز)
prn برای بی‌خوابی ⇒ prn(بی‌خوابی)
q6h prn fever max 4 tab/d ⇒ Q6H prn(تب) max4
در صورت درد یا تب حداکثر روزی ۴ قرص ⇒ prn(درد یا تب) max4
هر ۶ ساعت در صورت درد حداکثر ۴ عدد در روز ⇒ Q6H prn(درد) max4
1 q6h prn max 6/d ⇒ 1 Q6H prn max6
1+0+2 ⇒ 1+0+0+2
1-0-1 ⇒ 1+0+0+1
1 + 1 + 1 ⇒ 1+1+0+1
1-1-1-2 ⇒ 1+1+1+2
½+0+1 ⇒ 0.5+0+0+1
1+0+2 tab 30d ⇒ 1+0+0+2 قرص 30d
0+0+1 ⇒ 0+0+0+1
صبح ۱ شب ۲ ⇒ 1+0+0+2
صبح ۱، شب ۲ ⇒ 1+0+0+2
صبح یک شب دو ⇒ 1+0+0+2
صبح ۱ ظهر ۱ شب ۲ ⇒ 1+1+0+2
صبح نصف و شب یک ⇒ 0.5+0+0+1
صبح یک قرص و شب دو قرص ⇒ 1+0+0+2 قرص
صبح‌ها یک قرص، شب‌ها دو قرص ⇒ 1+0+0+2 قرص
۱ صبح ۲ شب ⇒ 1+0+0+2
۱ قرص صبح ۲ قرص شب ⇒ 1+0+0+2 قرص
1 mane 2 nocte ⇒ 1+0+0+2
یک قرص صبح و شب ⇒ 1+0+0+1 قرص
1 tab صبح و شب ۱۰ روز ⇒ 1+0+0+1 قرص 10d
صبح و شب ⇒ 1+0+0+1
هر صبح و هر شب ⇒ 1+0+0+1
صبح ظهر شب ⇒ 1+1+0+1
یک قرص ظهر ⇒ 0+1+0+0 قرص
عصر یک قرص ⇒ 0+0+1+0 قرص
5 tab qd 3d then 4 tab 3d then 3 tab 3d ⇒ 5 قرص QD 3d > 4 قرص 3d > 3 قرص 3d
5 tab 3d then 4 tab 3d ⇒ 5 قرص 3d > 4 قرص 3d
۸ قرص ۳ روز، سپس ۶ قرص ۳ روز ⇒ 8 قرص 3d > 6 قرص 3d
۸ قرص روزی یک بار ۳ روز سپس ۶ قرص ۳ روز سپس ۴ قرص ۳ روز ⇒ 8 قرص QD 3d > 6 قرص 3d > 4 قرص 3d
2 tab bid 3d then 1 tab bid 3d ⇒ 2 قرص BID 3d > 1 قرص BID 3d
2 bid 3d > 1 bid 3d ⇒ 2 BID 3d > 1 BID 3d
2 bid 3d -> 1 qd 3d ⇒ 2 BID 3d > 1 QD 3d
tid 3d then bid 3d then qd 3d ⇒ TID 3d > BID 3d > QD 3d
۱ روزی سه بار ۵ روز بعدش روزی یک بار ⇒ 1 TID 5d > QD
1x2 7d و سپس 1x1 pc ⇒ 1 BID 7d > 1 QD +PC
1+0+1 7d then 0+0+1 7d ⇒ 1+0+0+1 7d > 0+0+0+1 7d
1 tab qod 2w then 1 tab qw ⇒ 1 قرص QOD 14d > 1 قرص QW
250mg bid ⇒ 0.5 قرص BID
500 mg tid ⇒ 1 قرص TID
۱۰۰۰ میلی‌گرم هر ۱۲ ⇒ 2 قرص Q12H
1x3 ۲۱ عدد ⇒ 1 TID #21
۱ هر ۸ ساعت تعداد ۲۰ ⇒ 1 Q8H #20
۱ هر ۸ ساعت تعداد ۲۰ عدد ⇒ 1 Q8H #20
tid #100 ⇒ TID #100
1x3 7d daw ⇒ 1 TID 7d daw
1x3 جایگزین نشود ⇒ 1 TID daw
1x1 30d rep 3 ⇒ 1 QD 30d rep3
1x1 30d تکرار ۲ ⇒ 1 QD 30d rep2
روزی یک بار ۳۰ روز ۳ نوبت تکرار ⇒ QD 30d rep3
1x1 30d rep 2 from 1405/10/01 ⇒ 1 QD 30d rep2 from 1405-10-01
روزانه ۳۰ روز از ۱۴۰۵/۹/۱۰ ⇒ QD 30d from 1405-09-10
فهی ⇒ TID
۱ط۳ ۷ی حز ⇒ 1 TID 7d +PC
۱ط۲ ۱۰ی ⇒ 1 BID 10d
یک قرص، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز، بعد از غذا ⇒ 1 قرص TID 7d +PC
1x3, 7d, pc. ⇒ 1 TID 7d +PC
1x3 + pc ⇒ 1 TID +PC
1x3 | 7d | pc ⇒ 1 TID 7d +PC
tid   7d ⇒ TID 7d
۱ قرص؛ هر ۸ ساعت؛ ۵ روز ⇒ 1 قرص Q8H 5d
tid q8h ⇒ Q8H
روزی یک بار شب‌ها ⇒ HS
qd هر روز صبح ⇒ QAM
@کپسول|500 mg
1 cap bid 7d ⇒ 1 کپسول BID 7d
یک کپسول هر ۸ ساعت ۱۰ روز ⇒ 1 کپسول Q8H 10d
2 caps stat ⇒ 2 کپسول STAT
۵۰۰ میلی‌گرم هر ۸ ⇒ 1 کپسول Q8H
@شربت|120 mg/5 mL
5cc q8h 7d ⇒ 5 میلی‌لیتر Q8H 7d
5 ml tid ⇒ 5 میلی‌لیتر TID
۵ سی‌سی هر ۸ ⇒ 5 میلی‌لیتر Q8H
۵ سی سی هر ۸ ساعت ۷ روز ⇒ 5 میلی‌لیتر Q8H 7d
2.5 cc bid ⇒ 2.5 میلی‌لیتر BID
۲٫۵ سی‌سی روزی دو بار ⇒ 2.5 میلی‌لیتر BID
7.5 میلی‌لیتر هر ۱۲ ساعت ⇒ 7.5 میلی‌لیتر Q12H
1 tsp tid ⇒ 1 قاشق چای‌خوری TID
یک قاشق چای‌خوری هر ۸ ساعت ⇒ 1 قاشق چای‌خوری Q8H
یک قاشق چایخوری سه بار در روز ⇒ 1 قاشق چای‌خوری TID
1 tbsp bid ⇒ 1 قاشق غذاخوری BID
یک قاشق غذاخوری شب‌ها ⇒ 1 قاشق غذاخوری HS
نصف قاشق چای‌خوری هر ۶ ساعت ⇒ 0.5 قاشق چای‌خوری Q6H
120mg q6h ⇒ 5 میلی‌لیتر Q6H
240 mg prn fever ⇒ 10 میلی‌لیتر prn(تب)
5cc q6h prn fever max 20 cc/d ⇒ 5 میلی‌لیتر Q6H prn(تب) max20
5 cc هر ۸ ساعت ۷ روز تعداد ۲ ⇒ 5 میلی‌لیتر Q8H 7d #2
5cc tid 10d 2 شیشه ⇒ 5 میلی‌لیتر TID 10d #2
5 cc tid 1 bottle ⇒ 5 میلی‌لیتر TID #1
صبح ۵ سی‌سی شب ۱۰ سی‌سی ⇒ 5+0+0+10 میلی‌لیتر
۵ سی‌سی صبح ۱۰ سی‌سی شب ⇒ 5+0+0+10 میلی‌لیتر
10 cc bid 3d then 5 cc bid 4d ⇒ 10 میلی‌لیتر BID 3d > 5 میلی‌لیتر BID 4d
5+0+10 cc ⇒ 5+0+0+10 میلی‌لیتر
shake 5cc tid ⇒ 5 میلی‌لیتر TID +SHAKE
@قطره چشمی
2 gtt ou tid ⇒ 2 قطره TID both
1 gtt os hs ⇒ 1 قطره HS left
1 drop re bid ⇒ 1 قطره BID right
1 gtt le q4h ⇒ 1 قطره Q4H left
1 drop right eye q4h ⇒ 1 قطره Q4H right
2 drops both eyes bid 7d ⇒ 2 قطره BID 7d both
۲ قطره در هر دو چشم هر ۶ ساعت ⇒ 2 قطره Q6H both
هر دو چشم ۱ قطره هر ۸ ساعت ۵ روز ⇒ 1 قطره Q8H 5d both
چشم چپ ۱ قطره شب‌ها ⇒ 1 قطره HS left
یک قطره در چشم راست روزی چهار بار ⇒ 1 قطره QID right
دو قطره چشم راست هر ۱۲ ساعت ⇒ 2 قطره Q12H right
@قطره گوش
4 gtt ad bid ⇒ 4 قطره BID right
3 gtt as tid ⇒ 3 قطره TID left
2 gtt au qid 5d ⇒ 2 قطره QID 5d both
۳ قطره در گوش راست روزی سه بار ۷ روز ⇒ 3 قطره TID 7d right
۴ قطره هر دو گوش هر ۱۲ ساعت ⇒ 4 قطره Q12H both
3 drops left ear tid ⇒ 3 قطره TID left
@اسپری بینی
1 puff both nostrils bid ⇒ 1 پاف BID both
2 sprays left nostril qd ⇒ 2 پاف QD left
یک پاف در هر دو سوراخ بینی هر شب ⇒ 1 پاف HS both
۱ پاف سوراخ راست بینی صبح ⇒ 1 پاف QAM right
@اسپری استنشاقی
2 puffs bid ⇒ 2 پاف BID
2 puff q6h prn ⇒ 2 پاف Q6H prn
۲ پاف هر ۱۲ ساعت ۳۰ روز ⇒ 2 پاف Q12H 30d
دو پاف در صورت تنگی نفس ⇒ 2 پاف prn(تنگی نفس)
1 puff bid inhale ⇒ 1 پاف BID +INHALE
@کرم
thin layer bid ⇒ 1 لایهٔ نازک BID
bid ⇒ BID
لایهٔ نازک شب‌ها ۱۴ روز ⇒ 1 لایهٔ نازک HS 14d
یک لایه نازک روزی دو بار ⇒ 1 لایهٔ نازک BID
مالیده شود روزی ۲ بار ⇒ 1 لایهٔ نازک BID
apply bid 7d ⇒ 1 لایهٔ نازک BID 7d
1 ftu bid ⇒ 1 بند انگشت BID
۲ بند انگشت روزی یک بار ⇒ 2 بند انگشت QD
2 g bid ⇒ 2 گرم BID
1 تیوب bid ⇒ BID #1
bid 1 tube ⇒ BID #1
@قلم|100 U/mL
12 u hs sc ⇒ 12 واحد HS +SC
10 units bid ⇒ 10 واحد BID
۱۰ واحد هر شب ⇒ 10 واحد HS
10 واحد صبح ۸ واحد شب ⇒ 10+0+0+8 واحد
صبح ۱۰ واحد و شب ۸ واحد ⇒ 10+0+0+8 واحد
10+0+8 ⇒ 10+0+0+8
10+8+8 u ⇒ 10+8+0+8 واحد
20 u qam ⇒ 20 واحد QAM
14 iu hs 30d 2 pen ⇒ 14 واحد HS 30d #2
@آمپول
1 amp im stat ⇒ 1 آمپول STAT +IM
1 amp iv q12h 3d ⇒ 1 آمپول Q12H 3d +IV
یک آمپول عضلانی فوری ⇒ 1 آمپول STAT +IM
۱ آمپول هفته‌ای یک بار ۴ هفته ⇒ 1 آمپول QW 28d
یک آمپول وریدی هر ۸ ساعت ۳ روز ⇒ 1 آمپول Q8H 3d +IV
1 vial im qd 5d ⇒ 1 ویال QD 5d +IM
یک ویال هر ۱۲ ساعت ۷ روز ⇒ 1 ویال Q12H 7d
1 syringe sc qd ⇒ 1 سرنگ QD +SC
@سرنگ آماده تزریق
1 syringe sc qd 10d ⇒ 1 سرنگ QD 10d +SC
یک سرنگ زیرجلدی روزی یک بار ۱۰ روز ⇒ 1 سرنگ QD 10d +SC
@شیاف
1 supp prn fever ⇒ 1 شیاف prn(تب)
یک شیاف هر ۶ ساعت در صورت تب ⇒ 1 شیاف Q6H prn(تب)
1 supp hs pr ⇒ 1 شیاف HS +RECTAL
@برچسب پوستی
1 patch qw ⇒ 1 برچسب QW
یک برچسب هفته‌ای یک بار ⇒ 1 برچسب QW
یک چسب یک روز در میان ⇒ 1 برچسب QOD
@ساشه
1 sachet bid dissolve ⇒ 1 ساشه BID +DISSOLVE
یک ساشه روزی دو بار در آب حل شود ⇒ 1 ساشه BID +DISSOLVE
`,
  '⇒',
)

/** Lines of which some word is not understood, contradicts another, or may be read in two ways: none of them is guessed at. */
export const refused = table(
  `
@قرص|500 mg
amox 500 1x3 ⇏ amox 500
tid قرمز ⇏ قرمز
قرمز ⇏ قرمز
q5h ⇏ q5h
q7h ⇏ q7h
هر ۹ ساعت ⇏ هر 9 ساعت
هر ۵ ساعت ⇏ هر 5 ساعت
1x9 ⇏ 1x9
1x5 ⇏ 1x5
۵ بار در روز ⇏ 5 بار در روز
روزی ۲ قرص ⇏ روزی 2 قرص
روزانه ۳ قرص ⇏ روزانه 3 قرص
۵ شب ⇏ 5 شب
۲ شب ⇏ 2 شب
1-2 tab tid ⇏ 1-2 tab
1-2 tid ⇏ 1-2
۱-۲ قرص هر ۸ ساعت ⇏ 1-2 قرص
یک تا دو قرص هر ۸ ساعت ⇏ 2 قرص
2/5 bid ⇏ 2/5
3/7 tid ⇏ 3/7
1/3 tid ⇏ 1/3
tid bid ⇏ bid
q8h bid ⇏ bid
هر ۸ ساعت روزی دو بار ⇏ روزی 2 بار
1x3 2x2 ⇏ 2x2
1 tab 2 tab ⇏ 2 tab
7d 10d ⇏ 10d
tid 7d 10d ⇏ 10d
#20 #30 ⇏ #30
tid 400d ⇏ 400d
tid 0d ⇏ 0d
tid 60w ⇏ 60w
0 tid ⇏ 0
0 tab bid ⇏ 0 tab
500 tid ⇏ 500
50 tab qd ⇏ 50 tab
21 tab tid ⇏ 21 tab
5 cc tid ⇏ 5 cc
۵ سی‌سی هر ۸ ⇏ 5 سی سی
2 puff bid ⇏ 2 puff
1 gtt tid ⇏ 1 gtt
10 units hs ⇏ 10 units
1 cap tid ⇏ 1 cap
123mg tid ⇏ 123mg
333 mg bid ⇏ 333 mg
1 tab xyz ⇏ xyz
tid then ⇏ سپس
then tid ⇏ سپس
tid 3d then 4d ⇏ 4d
tid 3d then 5 cc ⇏ 5 cc
tid ou ⇏ ou
tid چشم راست ⇏ چشم راست
1 tsp tid ⇏ 1 tsp
یک قاشق هر ۸ ساعت ⇏ قاشق
هر ۳ روز ⇏ هر 3 روز
هر سه روز یک بار ⇏ هر 3 روز 1 بار
هر ۲ هفته ⇏ هر 2 هفته
هر ۱۰ روز ⇏ هر 10 روز
0+0+0 ⇏ 0+0+0
1+0 ⇏ 1+0
1+0+2 tid ⇏ tid
1+0+2 1x3 ⇏ 1x3
صبح ۱ صبح ۲ ⇏ صبح 1 صبح 2
صبح ۱ شب ۲ tid ⇏ tid
rep 5 ⇏ rep 5
تکرار ۱۲ ⇏ تکرار 12
from 1405/13/01 ⇏ from 1405/13/01
از ۱۴۰۵/۱۲/۳۱ ⇏ از 1405/12/31
max 4 tab ⇏ max 4 tab
حداکثر ۴ قرص ⇏ حداکثر 4 قرص
2 شیشه tid ⇏ 2 شیشه
دوبل ⇏ دوبل
1 قرض ⇏ قرض
شنبه‌ها ⇏ شنبه ها
tid؟ ⇏ ؟
1x3 7 ⇏ 7
tid 7 ⇏ 7
۱ هر ۸ ساعت هفت ⇏ 7
@شربت|120 mg/5 mL
۵ tid ⇏ 5
5 هر ۸ ⇏ 5
یک قاشق هر ۸ ⇏ 1 قاشق
1 tab tid ⇏ 1 tab
100mg tid x ⇏ 100mg x
۲/۵ سی‌سی ⇏ 2/5 سی سی
125 mg tid ⇏ 125 mg
@قطره چشمی
1 gtt od bid ⇏ od
1 gtt ad bid ⇏ ad
گوش راست ۲ قطره ⇏ گوش راست
5cc tid ⇏ 5cc
@کرم
5 cc bid ⇏ 5 cc
1 tab bid ⇏ 1 tab
@قلم|100 U/mL
400 u hs ⇏ 400 u
10 واحد صبح ۸ قلم شب ⇏ 10 واحد صبح 8 قلم شب
`,
  '⇏',
)
