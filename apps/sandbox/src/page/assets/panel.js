// The sandbox's page: buttons that call /_sandbox, and a `main` that is fetched again when something happened.
const toFa = (text) => String(text).replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
const toast = document.querySelector('.toast')
let toastTimer

function say(sentence) {
  toast.textContent = sentence
  toast.hidden = false
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => (toast.hidden = true), 2500)
}

async function send(method, url, body) {
  const response = await fetch(url, { method, headers: { 'content-type': 'application/json' }, body: body ?? (method === 'GET' ? undefined : '{}') })
  if (response.status === 409) say('مهلت این درخواست گذشته است.')
  else if (!response.ok) say('انجام نشد؛ مقدارها را بررسی کنید.')
  return response.ok
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button')
  if (!button) return
  const { copy, post, put, body, open, done } = button.dataset
  if (copy !== undefined) {
    await navigator.clipboard.writeText(copy)
    say('کپی شد.')
  } else if (open) {
    document.getElementById(open).showModal()
  } else if (button.dataset.close !== undefined) {
    button.closest('dialog').close()
  } else if (post || put || button.dataset.delete) {
    const isDone = post ? await send('POST', post) : put ? await send('PUT', put, body) : await send('DELETE', button.dataset.delete)
    button.closest('dialog')?.close()
    if (isDone && done) say(done)
    await refresh(true)
  }
})

document.addEventListener('submit', async (event) => {
  const service = event.target.dataset.fault
  if (!service) return
  event.preventDefault()
  const form = new FormData(event.target)
  const number = (name) => (form.get(name) === '' ? undefined : Number(form.get(name)))
  const fault = { kind: form.get('kind'), ms: number('ms'), times: number('times'), path: form.get('path') || undefined }
  await send('PUT', `/_sandbox/faults/${service}`, JSON.stringify(fault))
  await refresh(true)
})

document.addEventListener('change', (event) => {
  if (event.target.dataset.submit !== undefined) event.target.form.requestSubmit()
})

// Open call details and what is being typed stay as they are; a change seen meanwhile is drawn afterwards.
async function refresh(always = false) {
  const main = document.querySelector('main')
  const isBusy = main.querySelector('dialog[open]') || (main.contains(document.activeElement) && document.activeElement.matches('input, select'))
  if (isBusy && !always) return
  const response = await fetch(location.href)
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const details of main.querySelectorAll('details[open]')) fresh.getElementById(details.id)?.setAttribute('open', '')
  main.replaceChildren(...fresh.querySelector('main').childNodes)
  document.querySelector('nav').replaceWith(fresh.querySelector('nav'))
}

let refreshTimer
const events = new EventSource('/_sandbox/events')
events.addEventListener('change', () => {
  clearTimeout(refreshTimer)
  refreshTimer = setTimeout(refresh, 150)
})

setInterval(() => {
  for (const it of document.querySelectorAll('[data-until]')) {
    const left = Math.round((Date.parse(it.dataset.until) - Date.now()) / 1000)
    it.textContent = toFa(Math.max(0, left))
    if (left === -1) void refresh(true)
  }
}, 1000)
