import type { Frame } from '../frame.ts'
import { patients, people } from '../scenarios.ts'
import { signatureRequests } from '../services/mobile-signature.ts'
import type { PhoneRequest } from '../services/mobile-signature.ts'
import { messagesTo } from '../services/sms.ts'
import type { Message } from '../services/sms.ts'
import { faDigits, html, moment } from './html.ts'
import type { Html } from './html.ts'

const stateTitles: Record<PhoneRequest['state'], string> = {
  pending: 'در انتظار تأیید', signed: 'امضا شد', declined: 'رد شد', expired: 'مهلت گذشت',
}

/** The phones of the demo people: their text messages and what they are asked to sign. `to` narrows it to one phone. */
export function phonePage({ db, now }: Frame, to: string | null): Html {
  const at = now()
  const messages = messagesTo(db, null)
  const requests = signatureRequests(db, at)
  const numbers = [...new Set([...people.map((it) => it.mobile), ...messages.map((it) => it.to)])]
  const shown = to === null ? { messages, requests } : { messages: messages.filter((it) => it.to === to), requests: requests.filter((it) => it.mobile === to) }
  const waiting = shown.requests.filter((it) => it.state === 'pending')
  const past = shown.requests.filter((it) => it.state !== 'pending').slice(0, 5)

  return html`<div class="phones">
    <aside aria-label="تلفن‌ها">
      <a class="phone-link" href="/" ${to === null && current}>همهٔ تلفن‌ها</a>
      ${numbers.map((number) => html`<a class="phone-link" href="/?to=${number}" ${to === number && current}>
        <span>${ownerOf(number)}</span><bdi class="number">${faDigits(number)}</bdi>
      </a>`)}
    </aside>
    <section class="screen" aria-label="صفحهٔ تلفن">
      <h1>${to === null ? 'همهٔ تلفن‌ها' : ownerOf(to)}</h1>
      ${waiting.map((it) => signatureCard(it, at))}
      ${shown.messages.map((it) => bubble(it, to === null, at))}
      ${shown.messages.length === 0 && waiting.length === 0 && html`<p class="empty">هنوز پیامی نیامده است. کد ورود و درخواست امضا همین‌جا دیده می‌شود؛ صفحه خودش تازه می‌شود.</p>`}
      ${past.length > 0 && html`<h2>درخواست‌های پیشین امضا</h2>
        <ul class="past">${past.map((it) => html`<li><span class="state ${it.state}">${stateTitles[it.state]}</span> ${it.summary}</li>`)}</ul>`}
    </section>
  </div>`
}

function signatureCard({ id, nationalCode, summary, expiresAt }: PhoneRequest, at: Date): Html {
  const person = people.find((it) => it.nationalCode === nationalCode)
  const seconds = Math.max(0, Math.round((Date.parse(expiresAt) - at.getTime()) / 1_000))
  return html`<article class="sign" data-test="signature-request">
    <header><strong>درخواست امضای همراه</strong><span class="quiet">${person === undefined ? '' : `${person.firstName} ${person.lastName}`}</span></header>
    <p class="signed-text">${summary}</p>
    <p class="quiet"><span data-until="${expiresAt}">${faDigits(seconds)}</span> ثانیه فرصت دارید.</p>
    <div class="actions">
      <button class="primary" data-post="/_sandbox/signature-requests/${id}/approve">تأیید و امضا</button>
      <button class="danger" data-post="/_sandbox/signature-requests/${id}/decline">رد</button>
    </div>
  </article>`
}

function bubble({ text, to, at }: Message, isMixed: boolean, now: Date): Html {
  const code = /(?<![0-9۰-۹])[0-9۰-۹]{5,12}(?![0-9۰-۹])/.exec(text)?.[0]
  return html`<article class="bubble" data-test="message">
    <header>${isMixed && html`<span>${ownerOf(to)}</span>`}<time datetime="${at}">${moment(at, now)}</time></header>
    ${code !== undefined && html`<button class="code" data-copy="${latinDigits(code)}" title="کپی کد"><bdi>${faDigits(code)}</bdi></button>`}
    <p>${text}</p>
  </article>`
}

function ownerOf(mobile: string): string {
  const person = [...people, ...patients].find((it) => it.mobile === mobile)
  return person === undefined ? faDigits(mobile) : `${person.firstName} ${person.lastName}`
}

const latinDigits = (text: string) => text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
const current: Html = { markup: 'aria-current="true"' }
