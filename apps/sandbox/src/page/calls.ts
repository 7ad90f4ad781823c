import { faultKinds } from '../fault.ts'
import type { Frame } from '../frame.ts'
import type { Call, JournalFilter } from '../journal.ts'
import { allServices } from '../services/all.ts'
import { faDigits, html, moment } from './html.ts'
import type { Html } from './html.ts'

/** What the services were asked and what they answered, newest first. */
export function callsPage({ journal, now }: Frame, filter: JournalFilter): Html {
  const calls = journal.calls({ ...filter, limit: 200 })
  return html`<h1>گزارش فراخوانی‌ها</h1>
    <form class="filters" method="get" action="/calls">
      <label>سامانه
        <select name="service" data-submit>
          <option value="">همه</option>
          ${allServices.map(({ name, title }) => html`<option value="${name}" ${name === filter.service && selected}>${title}</option>`)}
        </select>
      </label>
      <label>بخشی از نشانی <input name="path" dir="ltr" value="${filter.path ?? ''}" placeholder="/prescription" /></label>
      <button>جست‌وجو</button>
      <button type="button" class="quiet-button" data-delete="/_sandbox/journal">پاک‌کردن گزارش</button>
    </form>
    ${calls.length === 0 ? html`<p class="empty">فراخوانی‌ای با این مشخصات نیست.</p>` : html`<div class="calls">${calls.map((it) => callRow(it, now()))}</div>`}`
}

function callRow(it: Call, now: Date): Html {
  return html`<details class="call" id="call-${it.id}">
    <summary>
      <time datetime="${it.at}">${moment(it.at, now)}</time>
      <span class="service">${allServices.find((service) => service.name === it.service)?.title ?? it.service}</span>
      <bdi class="path" dir="ltr">${it.method} ${it.path}</bdi>
      ${statusChip(it)}
      <span class="ms">${faDigits(it.ms)} م‌ث</span>
    </summary>
    <dl>
      ${it.correlationId !== null && html`<dt>شناسهٔ هم‌بستگی</dt><dd><bdi dir="ltr">${it.correlationId}</bdi></dd>`}
      ${it.software !== null && html`<dt>نرم‌افزار</dt><dd><bdi dir="ltr">${it.software}</bdi></dd>`}
      ${it.fault !== null && html`<dt>خرابی روشن</dt><dd>${faultTitle(it.fault)}</dd>`}
    </dl>
    <div class="bodies">
      <figure><figcaption>درخواست</figcaption><pre dir="ltr">${pretty(it.request)}</pre></figure>
      <figure><figcaption>پاسخ</figcaption><pre dir="ltr">${pretty(it.response)}</pre></figure>
    </div>
  </details>`
}

const faultTitle = (kind: string) => Object.entries(faultKinds).find(([it]) => it === kind)?.[1] ?? kind

function statusChip({ status }: Call): Html {
  if (status === null) return html`<span class="chip refused">بی‌پاسخ</span>`
  const [kind, word] = status < 400 ? ['done', ''] : status < 500 ? ['warning', 'نپذیرفت'] : ['refused', 'خطا']
  return html`<span class="chip ${kind}">${faDigits(status)} ${word}</span>`
}

function pretty(body: string | null): string {
  if (body === null || body === '') return '—'
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    // Not JSON, or cut off at the journal's limit: shown as it came.
    return body
  }
}

const selected: Html = { markup: 'selected' }
