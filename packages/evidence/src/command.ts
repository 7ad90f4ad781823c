import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Certificate, readPem } from './certificates/certificate.ts'
import type { State } from './report.ts'
import { type EvidenceReport, verifyEvidence } from './verify-evidence.ts'
import { sentences, verdicts } from './words.ts'

const USAGE = `noskhe-verify پرونده.json [--root ریشه.pem] [--json]

پروندهٔ سند یک نسخه را بی‌نیاز از کارساز بررسی می‌کند. ‎--root‎ گواهی ریشهٔ مرکز گواهی سلامت است که آن را از
جای دیگری گرفته‌اید؛ بی آن هیچ گواهی‌ای درست شمرده نمی‌شود.
پایان: ۰ همه درست · ۱ نادرست · ۲ بخشی دانسته نیست · ۳ چیزی برای بررسی نبود`

const mark: Record<State, string> = { holds: '✓', broken: '✗', unknown: '؟' }
const exits: Record<State, number> = { holds: 0, broken: 1, unknown: 2 }
const NOTHING_TO_VERIFY = 3

/** Runs the command; answers its exit code. `say` takes one line. */
export async function main(args: readonly string[], say: (line: string) => void): Promise<number> {
  const read = argumentsOf(args)
  if (read === null) {
    say(USAGE)
    return NOTHING_TO_VERIFY
  }
  const files = await filesOf(read)
  if ('problem' in files) {
    say(files.problem)
    return NOTHING_TO_VERIFY
  }
  const report = await verifyEvidence(files.bytes, files.roots)
  if (read.json) say(JSON.stringify({ verdict: report.verdict, findings: report.findings }))
  else for (const line of linesOf(report)) say(line)
  return exits[report.verdict]
}

interface Arguments {
  file: string
  root: string | null
  json: boolean
}

function argumentsOf(args: readonly string[]): Arguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true, options: { root: { type: 'string' }, json: { type: 'boolean' } },
    })
    const [file, ...more] = positionals
    return file === undefined || more.length > 0 ? null : { file, root: values.root ?? null, json: values.json ?? false }
  } catch {
    return null
  }
}

async function filesOf({ file, root }: Arguments): Promise<{ bytes: Uint8Array; roots: Certificate[] } | { problem: string }> {
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return { problem: `پروندهٔ «${file}» خوانده نشد؛ نام و جای آن را بررسی کنید.` }
  if (root === null) return { bytes, roots: [] }
  const roots = await rootsOf(root)
  // A reader who named a root and is judged without one would be told less than he asked for.
  return roots.length > 0 ? { bytes, roots } : { problem: `گواهی ریشه در «${root}» خوانده نشد؛ پرونده‌ای از گونهٔ PEM بدهید.` }
}

async function rootsOf(file: string): Promise<Certificate[]> {
  try {
    return readPem(await readFile(file, 'utf8'))
  } catch {
    return []
  }
}

function* linesOf({ verdict, findings, content, document }: EvidenceReport): Generator<string> {
  if (content && document) {
    yield `نسخهٔ ${content.prescription} · ${document.prescriber.firstName} ${document.prescriber.lastName} (${document.prescriber.councilNumber}) · ${document.centre.name}`
    yield `بیمار: ${document.patient.firstName} ${document.patient.lastName} · اقلام: ${document.items.length.toLocaleString('fa-IR')} · کد رهگیری: ${content.trackingCode ?? 'ندارد'}`
    yield ''
  }
  for (const { check, version, state, because } of findings) {
    const of = version === null ? '' : `نگارش ${version.toLocaleString('fa-IR')}: `
    yield `${mark[state]} ${of}${sentences[check][state]}${because === null ? '' : ` [${because}]`}`
  }
  yield ''
  yield `${mark[verdict]} ${verdicts[verdict]}`
}
