/** How the status page names each service; the keys are those of the call log. */
export const serviceTitles: Record<string, string> = {
  ditas: 'درگاه دیتاس',
  eligibility: 'استحقاق‌سنجی و شباد',
  siam: 'سیام',
  'council-registry': 'سازمان نظام پزشکی',
  sms: 'پیامک',
  'mobile-signature': 'امضای همراه',
  ttac: 'اصالت دارو (تی‌تک)',
  locate: 'یافتن نسخه',
  mksa: 'مکسا',
  'clinical-rules': 'قواعد بالینی',
  sepas: 'سپاس',
  ihio: 'بیمهٔ سلامت',
  tamin: 'تأمین اجتماعی',
  'armed-forces': 'نیروهای مسلح',
  'insurer-rules': 'تحلیل قواعد بیمه‌ای',
}
