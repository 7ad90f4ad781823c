import { Failure } from '@noskhe/shared/failure'
import type { DraftContent, Prescription } from '@noskhe/shared/prescriptions/prescription'
import { hasContent } from './draft.ts'

/**
 * saved: the server has what is on the screen · unsaved: it will be sent in a moment · saving: under way · failed: it could
 * not be sent, this device keeps it and tries again · refused: the server does not take it as it is, and said why; the next
 * change is tried · conflict: another tab saved since; the doctor chooses.
 */
export type KeepState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'refused' | 'conflict'

export interface KeeperPorts {
  save: (revision: number, content: DraftContent) => Promise<Prescription>
  /** Asks the insurer about what changed; its answer never holds up a save. */
  check: (revision: number) => Promise<Prescription>
  /** The newest the server has. */
  latest: () => Promise<Prescription>
  /** Keeps what is on the screen, with the revision it was written on. Must not fail: the device is the second place. */
  keepOnDevice: (revision: number) => Promise<void>
  dropFromDevice: () => Promise<void>
  /** The server's word for the prescription: revision, read-backs, checks. */
  onServer: (it: Prescription) => void
  /** `problem`: why it was not saved, in `failed` and `refused`. */
  onState: (state: KeepState, problem?: unknown) => void
  /** `problem`: why the insurer could not be asked at all. */
  onChecking: (isChecking: boolean, problem?: unknown) => void
}

const SETTLE_MS = 500
const TRY_AGAIN_MS = 5_000

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Keeps a draft on the server while it is written: changes are gathered for half a second, one save is under way at a time,
 * the newest wins, and typing waits for nothing. Until the server has it, the device does. After a save the insurer is
 * asked about the items that changed.
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
  #checks = 0
  #checking: Promise<void> = Promise.resolve()

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
    void this.#ports.keepOnDevice(this.#revision)
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
    if (!(await this.flush())) return
    this.#checking = this.#check()
    await this.#checking
  }

  /** Waits for the insurer's answer that is under way, if one is; the answer may be silence. */
  async checked(): Promise<void> {
    await this.#checking
  }

  /**
   * What is written next was written on this revision: a draft that the device kept. Where the server has moved on since,
   * that is a conflict like any other.
   */
  resume(revision: number): void {
    this.#revision = revision
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
    await this.#ports.dropFromDevice()
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
    if (hasSaved && !this.#isBlocked) this.#checking = this.#check()
  }

  async #saveOnce(): Promise<boolean> {
    const content = this.#content
    this.#ports.onState('saving')
    try {
      this.#accept(await this.#ports.save(this.#revision, content), content)
    } catch (error) {
      return this.#missed(error, content)
    }
    await this.#settle(content)
    return true
  }

  /** The server has `content`; what was written since then is still only here. */
  async #settle(content: DraftContent): Promise<void> {
    const isAll = same(this.#content, content)
    if (isAll) await this.#ports.dropFromDevice()
    this.#ports.onState(isAll ? 'saved' : 'unsaved')
  }

  #accept(it: Prescription, content: DraftContent): void {
    this.#revision = it.revision
    this.#saved = content
    this.#ports.onServer(it)
  }

  async #missed(error: unknown, content: DraftContent): Promise<boolean> {
    const isConflict = error instanceof Failure && error.code === 'prescription.changed-elsewhere'
    if (isConflict && (await this.#wasSavedAfterAll(content))) return true
    this.#isBlocked = isConflict
    if (isConflict) this.#ports.onState('conflict')
    else if (error instanceof Failure && isFinal(error)) this.#ports.onState('refused', error)
    else {
      this.#ports.onState('failed', error)
      this.#schedule(TRY_AGAIN_MS)
    }
    return false
  }

  /** A save whose answer was lost looks like a conflict with oneself. */
  async #wasSavedAfterAll(content: DraftContent): Promise<boolean> {
    const latest = await this.#ports.latest().catch(() => null)
    if (latest === null || !hasContent(latest, content)) return false
    this.#accept(latest, content)
    await this.#settle(content)
    return true
  }

  async #check(): Promise<void> {
    this.#checks += 1
    this.#ports.onChecking(true)
    const { it, problem } = await this.#ports.check(this.#revision).then(
      (answer) => ({ it: answer, problem: null }),
      (error: unknown) => ({ it: null, problem: error }),
    )
    this.#checks -= 1
    // An answer about an older draft is not put beside a newer one.
    if (it !== null && it.revision === this.#revision) this.#ports.onServer(it)
    this.#ports.onChecking(this.#checks > 0, problem)
  }
}

/** Asking again will not change the answer: nothing is wrong with the server or the session. */
const isFinal = ({ status }: Failure): boolean => status < 500 && status !== 401 && status !== 429
