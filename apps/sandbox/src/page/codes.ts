import type { CodeList } from '../catalogue/code.ts'
import { listReleases } from '../catalogue/releases.ts'
import { findByText } from '../catalogue/store.ts'
import type { Frame } from '../frame.ts'
import { faDigits, html, moment } from './html.ts'
import type { Html } from './html.ts'

const listTitles: Record<CodeList, string> = {
  drug: 'دارو', lab: 'آزمایش', imaging: 'تصویربرداری', 'physician-service': 'خدمت پزشکی', physiotherapy: 'فیزیوتراپی', dental: 'دندان‌پزشکی',
  nursing: 'پرستاری', device: 'تجهیزات', specialty: 'تخصص', icd10: 'تشخیص', sig: 'دستور مصرف',
}
const SHOWN = 20

/** The coding authority's desk: which releases there are, and a code retired or brought back by a new one (8-10). */
export function codesPage({ db, now }: Frame, find: string): Html {
  const found = find === '' ? [] : findByText(db, find, SHOWN)
  return html`<h1>کدهای مکسا</h1>
    <p class="quiet">بازنشسته‌کردن یک کد یا برگرداندنش نسخهٔ تازه‌ای از فهرست‌ها می‌سازد. نرم‌افزار حداکثر تا یک دقیقه بعد آن را برمی‌دارد:
      کد بازنشسته دیگر تجویز نمی‌شود و در نسخه‌های پیشین خوانا می‌ماند.</p>
    <form class="filters" method="get">
      <label>نام یا کد <input name="find" value="${find}" autocomplete="off" /></label>
      <button>یافتن</button>
    </form>
    ${find !== '' && found.length === 0 && html`<p>کدی با این نام نیست.</p>`}
    ${found.length > 0 && html`<div class="table"><table>
      <thead><tr><th>فهرست</th><th>کد</th><th>عنوان</th><th>وضعیت</th></tr></thead>
      <tbody>${found.map(({ list, code, nameFa, isInForce }) => html`<tr>
        <td>${listTitles[list]}</td><td><bdi dir="ltr">${faDigits(code)}</bdi></td><td>${nameFa}</td>
        <td><span class="chip ${isInForce ? 'done' : 'refused'}">${isInForce ? 'برقرار' : 'بازنشسته'}</span>
          <button class="quiet-button" data-put="/_sandbox/mksa/codes/${list}/${code}" data-body="${JSON.stringify({ isInForce: !isInForce })}"
            data-done="نسخهٔ تازه ساخته شد.">${isInForce ? 'بازنشسته کن' : 'برگردان'}</button></td>
      </tr>`)}</tbody>
    </table></div>`}
    <h2>نسخه‌ها</h2>
    <div class="table"><table>
      <thead><tr><th>نسخه</th><th>انتشار</th>${Object.values(listTitles).map((title) => html`<th>${title}</th>`)}</tr></thead>
      <tbody>${listReleases(db).toReversed().map((it) => html`<tr>
        <td><bdi dir="ltr">${faDigits(it.release)}</bdi></td><td>${moment(it.publishedAt, now())}</td>
        ${it.lists.map(({ count }) => html`<td>${count.toLocaleString('fa-IR')}</td>`)}
      </tr>`)}</tbody>
    </table></div>`
}
