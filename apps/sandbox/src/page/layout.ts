import { html } from './html.ts'
import type { Html } from './html.ts'

const tabs = [
  { path: '/', title: 'تلفن' },
  { path: '/calls', title: 'گزارش فراخوانی‌ها' },
  { path: '/faults', title: 'خرابی‌ها' },
  { path: '/people', title: 'اشخاص' },
  { path: '/codes', title: 'کدهای مکسا' },
  { path: '/reset', title: 'بازنشانی' },
] as const

export type TabPath = (typeof tabs)[number]['path']

export interface View {
  path: TabPath
  body: Html
  /** A banner for every page: how many services are broken on purpose now. */
  faultCount: number
}

/** A whole page. `main` is fetched again and exchanged when something happened in the sandbox. */
export function page({ path, body, faultCount }: View): string {
  const title = tabs.find((tab) => tab.path === path)?.title ?? ''
  return `<!doctype html>${
    html`<html lang="fa" dir="rtl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · سامانه‌های ملی — محیط آزمایشی</title>
        <link rel="icon" href="/_sandbox/assets/icon.svg" />
        <link rel="stylesheet" href="/_sandbox/font/index.css" />
        <link rel="stylesheet" href="/_sandbox/assets/panel.css" />
        <script src="/_sandbox/assets/panel.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">رفتن به محتوا</a>
        <header class="top">
          <div class="name">
            <strong>سامانه‌های ملی</strong>
            <span class="badge">محیط آزمایشی</span>
          </div>
          <p class="quiet">جای سامانه‌های وزارت بهداشت، بیمه‌گر و نظام پزشکی را می‌گیرد؛ همهٔ اشخاص و کدها ساختگی‌اند.</p>
          <nav aria-label="بخش‌ها">
            ${tabs.map((tab) => html`<a href="${tab.path}" ${tab.path === path && ariaCurrent}>${tab.title}${tab.path === '/faults' && faultCount > 0 && faultMark(faultCount)}</a>`)}
          </nav>
        </header>
        <main id="main">${body}</main>
        <div class="toast" role="status" aria-live="polite" hidden></div>
      </body>
    </html>`.markup
  }`
}

const ariaCurrent: Html = { markup: 'aria-current="page"' }
const faultMark = (count: number) => html`<span class="count" title="خرابی روشن">${count.toLocaleString('fa-IR')}</span>`
