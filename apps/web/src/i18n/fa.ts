/** Words shared by the whole application. A feature's own sentences stand in its own file beside its pages. */
export const fa = {
  productName: 'نسخه',

  action: {
    save: 'ذخیره',
    cancel: 'انصراف',
    close: 'بستن',
    back: 'بازگشت',
    next: 'بعدی',
    edit: 'ویرایش',
    remove: 'حذف',
    add: 'افزودن',
    undo: 'برگردان',
    retry: 'دوباره تلاش کن',
    reload: 'بازآوری صفحه',
    print: 'چاپ',
    copy: 'کپی',
    copied: 'کپی شد',
    search: 'جست‌وجو',
    clear: 'پاک کردن',
    confirm: 'تأیید',
    goHome: 'رفتن به صفحهٔ نخست',
    more: 'بیشتر',
  },

  state: {
    pending: 'در حال انجام…',
    loading: 'در حال دریافت…',
    searching: 'در حال جست‌وجو…',
    unknown: 'نامشخص',
    needed: 'لازم',
    optional: 'اختیاری',
    nothingFound: 'چیزی پیدا نشد.',
    chooseOne: 'انتخاب کنید',
  },

  field: {
    copyOf: (what: string) => `کپی ${what}`,
    clearOf: (what: string) => `پاک کردن ${what}`,
    removeOf: (what: string) => `حذف ${what}`,
    digitsOnly: 'فقط رقم',
  },

  share: { insurer: 'سهم بیمه', patient: 'سهم بیمار', subsidy: 'یارانهٔ دولت', total: 'جمع' },

  table: {
    sortBy: (column: string) => `مرتب‌سازی بر پایهٔ ${column}`,
    open: 'باز کردن',
  },

  shell: {
    skip: 'رفتن به محتوای صفحه',
    navigation: 'بخش‌های برنامه',
    centre: 'مرکز',
    switchCentre: 'تغییر مرکز',
    noCentre: 'مرکز انتخاب نشده',
    switched: (centre: string) => `اکنون در «${centre}» کار می‌کنید.`,
    notSwitched: 'مرکز عوض نشد',
    theme: 'پوسته',
    themes: { system: 'هماهنگ با دستگاه', light: 'روشن', dark: 'تیره' },
    sessions: 'نشست‌های من',
    certificate: 'امضای الکترونیک',
    signOut: 'خروج',
    shortcuts: 'میان‌برهای صفحه‌کلید',
    shortcutsHint: 'کلیدها با جایشان روی صفحه‌کلید کار می‌کنند؛ زبان صفحه‌کلید فرقی نمی‌کند.',
    services: 'وضعیت سرویس‌ها',
    servicesShort: 'سرویس‌ها',
    offline: 'اتصال شبکه قطع است؛ پیش‌نویس روی همین دستگاه نگه داشته می‌شود.',
    onlineAgain: 'اتصال شبکه برقرار شد.',
    pageOpened: (title: string) => `صفحهٔ «${title}» باز شد.`,
  },

  navigation: {
    prescribe: 'نسخه‌نویسی',
    myPrescriptions: 'نسخه‌های من',
    counter: 'پیشخوان',
    today: 'تحویل‌های امروز',
    billing: 'صورتحساب',
    deposits: 'ارسال به سپاس',
  },

  failure: {
    notFoundTitle: 'این صفحه پیدا نشد',
    notFoundBody: 'شاید نشانی را نادرست نوشته‌اید یا این صفحه جابه‌جا شده است.',
    crashTitle: 'این صفحه از کار افتاد',
    crashBody: 'اشکال از برنامه است، نه از کار شما. صفحه را بازآوری کنید؛ پیش‌نویس‌ها سر جایشان هستند.',
    outdatedTitle: 'نسخهٔ تازه‌ای از برنامه آماده است',
    outdatedBody: 'برای ادامه، صفحه را بازآوری کنید؛ پیش‌نویس‌ها سر جایشان هستند.',
    loadTitle: 'دریافت اطلاعات انجام نشد',
    loadBody: 'اتصال شبکه را ببینید و دوباره تلاش کنید.',
  },
} as const
