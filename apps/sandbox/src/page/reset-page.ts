import { html } from './html.ts'
import type { Html } from './html.ts'

export function resetPage(): Html {
  return html`<h1>بازنشانی</h1>
    <p>همهٔ سامانه‌ها به روز نخست برمی‌گردند. این‌ها پاک می‌شود و برنمی‌گردد:</p>
    <ul>
      <li>نسخه‌ها، تحویل‌ها و نشست‌ها نزد بیمه‌گر و سپاس</li>
      <li>شبادهای صادرشده و بسته‌های فروخته‌شده</li>
      <li>پیامک‌ها، کلیدها و درخواست‌های امضا</li>
      <li>گزارش فراخوانی‌ها، خرابی‌ها و تغییر پروانه‌ها</li>
    </ul>
    <p class="quiet">پایگاه دادهٔ نرم‌افزار نسخه دست نمی‌خورد؛ آنچه آنجا ثبت‌شده مانده، دیگر نزد بیمه‌گر یافت نمی‌شود.</p>
    <button class="danger" data-open="reset-question">بازنشانی سامانه‌ها…</button>
    <dialog id="reset-question" aria-labelledby="reset-title">
      <h2 id="reset-title">همهٔ سامانه‌های آزمایشی پاک شود؟</h2>
      <p>این کار بازگشت ندارد.</p>
      <div class="actions">
        <button class="danger" data-post="/_sandbox/reset" data-done="سامانه‌ها به روز نخست برگشتند.">پاک کن</button>
        <button data-close>انصراف</button>
      </div>
    </dialog>`
}
