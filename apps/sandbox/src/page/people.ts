import { jalaliDay } from '@noskhe/national-wire/jalali'
import { demoPeople } from '../demo-people.ts'
import type { Frame } from '../frame.ts'
import { LicenceRow, licenceOf } from '../licence.ts'
import { centres } from '../scenarios.ts'
import { faDigits, html } from './html.ts'
import type { Html } from './html.ts'

const packStates = { genuine: 'اصیل', sold: 'فروخته‌شده', expired: 'تاریخ‌گذشته', recalled: 'فراخوان‌شده' } as const
const kindTitles = { 'national-code': 'کد ملی', fida: 'فیدا', 'unique-id': 'شناسهٔ یکتا', 'insurance-code': 'کد بیمه' } as const
const licenceTitles = { active: 'فعال', suspended: 'تعلیق', revoked: 'باطل', expired: 'منقضی' } as const

/** Who may be played, and which packs may be scanned. */
export function peoplePage(frame: Frame): Html {
  const { people, patients, packs } = demoPeople(frame.db, frame.now())
  return html`<h1>اشخاص</h1>
    <p class="quiet">هر کد با یک کلیک کپی می‌شود. پروانه را همین‌جا تعلیق کنید تا واکنش نرم‌افزار را ببینید.</p>
    <h2>ارائه‌دهندگان</h2>
    <div class="table"><table>
      <thead><tr><th>نام</th><th>نظام پزشکی</th><th>کد ملی</th><th>همراه</th><th>مراکز</th><th>حساب بیمهٔ سلامت</th><th>پروانه</th></tr></thead>
      <tbody>${people.map((it) => html`<tr>
        <td><strong>${it.fullName}</strong><br /><span class="quiet">${it.roleTitle}</span></td>
        <td>${it.councilNumber === null ? '—' : copyable(it.councilNumber)}</td>
        <td>${copyable(it.nationalCode)}</td>
        <td>${copyable(it.mobile)}</td>
        <td>${it.centres.join('، ')}</td>
        <td>${it.insurerAccount === null ? '—' : html`${copyable(it.insurerAccount.username, false)}<br />${copyable(it.insurerAccount.password, false)}`}</td>
        <td>${it.councilNumber === null ? '—' : licenceSwitch(frame, 'council', it.councilNumber)}</td>
      </tr>`)}</tbody>
    </table></div>
    <h2>مراکز</h2>
    <div class="table"><table>
      <thead><tr><th>نام</th><th>شناسهٔ سیام</th><th>نشانی</th><th>پروانه</th></tr></thead>
      <tbody>${centres.map((it) => html`<tr>
        <td><strong>${it.name}</strong></td><td>${copyable(it.siamId, false)}</td><td>${it.address}</td><td>${licenceSwitch(frame, 'siam', it.siamId)}</td>
      </tr>`)}</tbody>
    </table></div>
    <h2>بیماران</h2>
    <div class="table"><table>
      <thead><tr><th>چه نشان می‌دهد</th><th>نام</th><th>شناسه</th></tr></thead>
      <tbody>${patients.map((it) => html`<tr>
        <td><strong>${it.shows}</strong></td><td>${it.fullName}</td>
        <td><span class="quiet">${kindTitles[it.identity.kind]}</span> ${copyable(it.identity.value)}</td>
      </tr>`)}</tbody>
    </table></div>
    <h2>بسته‌های دارو</h2>
    <div class="table"><table>
      <thead><tr><th>دارو</th><th>وضعیت</th><th>شناسهٔ ۲۰ رقمی (UID)</th><th>کد اصالت زیر برچسب</th></tr></thead>
      <tbody>${packs.map((it) => html`<tr>
        <td>${it.productName}</td>
        <td><span class="chip ${it.state === 'genuine' ? 'done' : 'refused'}">${packStates[it.state]}</span></td>
        <td>${copyable(it.uid)}</td><td>${copyable(it.authCode)}</td>
      </tr>`)}</tbody>
    </table></div>`
}

/** `isNumber` writes it in Persian digits; what is copied is always Latin. */
const copyable = (value: string, isNumber = true): Html =>
  html`<button class="copy" data-copy="${value}" title="کپی"><bdi dir="ltr">${isNumber ? faDigits(value) : value}</bdi></button>`

function licenceSwitch({ db, now }: Frame, registry: 'council' | 'siam', id: string): Html {
  const row =
    registry === 'council'
      ? db.prepare('SELECT * FROM council_members WHERE council_number = ?').get(id)
      : db.prepare('SELECT * FROM siam_centres WHERE siam_id = ?').get(id)
  const { state, reason } = licenceOf(LicenceRow.parse(row), jalaliDay(now()))
  const isActive = state === 'active'
  const change = JSON.stringify(isActive ? { state: 'suspended', reason: 'تعلیق از صفحهٔ محیط آزمایشی' } : { state: 'active', reason: null })
  return html`<span class="chip ${isActive ? 'done' : 'refused'}" title="${reason ?? ''}">${licenceTitles[state]}</span>
    <button class="quiet-button" data-put="/_sandbox/${registry}/${id}/licence" data-body="${change}">${isActive ? 'تعلیق' : 'فعال کن'}</button>`
}
