import { faultKinds } from '../fault.ts'
import type { Fault } from '../fault.ts'
import type { Frame } from '../frame.ts'
import { allServices } from '../services/all.ts'
import { faDigits, html } from './html.ts'
import type { Html } from './html.ts'

/** A switch for each service. */
export function faultsPage({ faults }: Frame): Html {
  const now = faults.all()
  return html`<h1>خرابی‌ها</h1>
    <p class="quiet">هر سامانه را خراب کنید و رفتار نرم‌افزار را ببینید. خرابی تا رفع‌شدن یا تمام‌شدن دفعاتش می‌ماند.</p>
    <div class="switches">
      ${allServices.map(({ name, title }) => switchRow(name, title, now.find((it) => it.service === name)))}
    </div>`
}

function switchRow(name: string, title: string, fault: Fault | undefined): Html {
  return html`<form class="switch ${fault !== undefined && 'broken'}" data-fault="${name}">
    <div class="what">
      <strong>${title}</strong>
      ${fault === undefined ? html`<span class="chip done">سالم</span>` : html`<span class="chip refused">${faultKinds[fault.kind]}${left(fault)}</span>`}
    </div>
    <label>نوع
      <select name="kind">
        ${Object.entries(faultKinds).map(([kind, words]) => html`<option value="${kind}" ${kind === fault?.kind && selected}>${words}</option>`)}
      </select>
    </label>
    <label>مکث (م‌ث) <input name="ms" inputmode="numeric" dir="ltr" size="6" placeholder="3000" value="${fault?.ms ?? ''}" /></label>
    <label>دفعات <input name="times" inputmode="numeric" dir="ltr" size="3" placeholder="همیشه" value="${fault?.times ?? ''}" /></label>
    <label>تنها نشانی <input name="path" dir="ltr" size="14" placeholder="همه" value="${fault?.path ?? ''}" /></label>
    <div class="actions">
      <button>خراب کن</button>
      ${fault !== undefined && html`<button type="button" class="primary" data-delete="/_sandbox/faults/${name}">رفع خرابی</button>`}
    </div>
  </form>`
}

const left = ({ times, path }: Fault): Html =>
  html`${times !== undefined && `، ${faDigits(times)} بار دیگر`}${path !== undefined && html`، تنها <bdi dir="ltr">${path}</bdi>`}`

const selected: Html = { markup: 'selected' }
