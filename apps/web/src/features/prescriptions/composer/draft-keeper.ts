import { Failure } from '@noskhe/shared/failure'
import type { DraftContent, Prescription } from '@noskhe/shared/prescriptions/prescription'

/**
 * saved: the server has what is on the screen · unsaved: it will be sent in a moment · saving: under way · failed: it could
 * not be sent, this device keeps it and tries again · conflict: another tab saved since; the doctor chooses.
 */
export type KeepState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict'

export interface KeeperPorts {
  save: (revision: number, content: DraftContent) => Promise<Prescription>
  /** Asks the insurer about what changed; its answer never holds up a save. */
  check: (revision: number) => Promise<Prescription>
  /** The newest the server has. */
  latest: () => Promise<Prescription>
  keepOnDevice: (content: DraftContent) => Promise<void>
  dropFromDevice: () => Promise<void>
  /** The server's word for the prescription: revision, read-backs, checks. */
  onServer: (it: Prescription) => void
  onState: (state: KeepState) => void
  onChecking: (isChecking: boolean) => void
}

const SETTLE_MS = 500
const TRY_AGAIN_MS = 5_000

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Keeps a draft on the server while it is written: changes are gathered for half a second, one save is under way at a time,
 * the newest wins, and typing waits for nothing. After a save the insurer is asked about the items that changed.
 */
export class DraftKeeper {
  readonly #ports: KeeperPorts
  #revision: number
  #content: DraftContent
  #saved: DraftContent
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null
  #isBlocked = false
  #isClosed = false

  constructor(ports: KeeperPorts, start: { revision: number; content: DraftContent }) {
    this.#ports = ports
    this.#revision = start.revision
    this.#content = start.content
    this.#saved = start.content
  }

  get revision(): number {
    return this.#revision
  }

  /** What is now on the screen. */
  update(content: DraftContent): void {
    if (same(content, this.#content)) return
    this.#content = content
    if (this.#isBlocked) return
    this.#ports.onState('unsaved')
    this.#schedule(SETTLE_MS)
  }

  /** Sends what is unsent now; true when the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    await this.#run()
    return same(this.#content, this.#saved)
  }

  /** Asks the insurer again about what it did not answer. */
  async checkAgain(): Promise<void> {
    if (await this.flush()) await this.#check()
  }

  /** After a conflict: what is written here goes on top of the newest. */
  async keepMine(): Promise<void> {
    const latest = await this.#ports.latest()
    this.#revision = latest.revision
    this.#isBlocked = false
    await this.flush()
  }

  /** After a conflict: the newest replaces what is written here. */
  async takeTheirs(contentOf: (it: Prescription) => DraftContent): Promise<Prescription> {
    const latest = await this.#ports.latest()
    this.#accept(latest, contentOf(latest))
    this.#content = this.#saved
    this.#isBlocked = false
    this.#ports.onState('saved')
    return latest
  }

  /** Sends by itself from now on (again, after `close`). */
  open(): void {
    this.#isClosed = false
  }

  /** Nothing is sent by itself any more. */
  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer)
    if (!this.#isClosed) this.#timer = setTimeout(() => void this.#run(), ms)
  }

  /** One run at a time; a run ends when everything is saved, failed or in conflict. */
  #run(): Promise<void> {
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #saveAll(): Promise<void> {
    let hasSaved = false
    while (!this.#isBlocked && !same(this.#content, this.#saved)) {
      if (!(await this.#saveOnce())) return
      hasSaved = true
    }
    if (hasSaved && !this.#isBlocked) void this.#check()
  }

  async #saveOnce(): Promise<boolean> {
    const content = this.#content
    this.#ports.onState('saving')
    try {
      this.#accept(await this.#ports.save(this.#revision, content), content)
    } catch (error) {
      return this.#missed(error, content)
    }
    await this.#ports.dropFromDevice()
    this.#ports.onState(same(this.#content, content) ? 'saved' : 'unsaved')
    return true
  }

  #accept(it: Prescription, content: DraftContent): void {
    this.#revision = it.revision
    this.#saved = content
    this.#ports.onServer(it)
  }

  async #missed(error: unknown, content: DraftContent): Promise<boolean> {
    await this.#ports.keepOnDevice(content)
    const isConflict = error instanceof Failure && error.code === 'prescription.changed-elsewhere'
    if (isConflict && (await this.#wasSavedAfterAll(content))) return true
    this.#isBlocked = isConflict
    this.#ports.onState(isConflict ? 'conflict' : 'failed')
    if (!isConflict) this.#schedule(TRY_AGAIN_MS)
    return false
  }

  /** A save whose answer was lost looks like a conflict with oneself. */
  async #wasSavedAfterAll(content: DraftContent): Promise<boolean> {
    const latest = await this.#ports.latest().catch(() => null)
    if (latest === null || !isContentOf(latest, content)) return false
    this.#accept(latest, content)
    await this.#ports.dropFromDevice()
    this.#ports.onState('saved')
    return true
  }

  async #check(): Promise<void> {
    const revision = this.#revision
    this.#ports.onChecking(true)
    try {
      const it = await this.#ports.check(revision)
      // An answer about an older draft is not put beside a newer one.
      if (it.revision === this.#revision) this.#ports.onServer(it)
    } catch {
      // The items stay «بررسی نشده», which is what is shown.
    } finally {
      this.#ports.onChecking(false)
    }
  }
}

const isContentOf = (it: Prescription, content: DraftContent): boolean =>
  it.diagnosis?.code === (content.diagnosisCode ?? undefined) &&
  it.noteToPatient === content.noteToPatient &&
  it.items.length === content.items.length &&
  content.items.every((item, place) => {
    const kept = it.items[place]
    return kept !== undefined && Object.entries(item).every(([field, value]) => same(kept[field as keyof typeof kept], value))
  })
