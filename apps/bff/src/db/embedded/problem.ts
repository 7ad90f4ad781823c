/** What keeps the embedded server from running: no build for this machine, no place for it, or it would not start. */
export type EmbeddedProblemKind = 'platform' | 'place' | 'start'

/** `path` is the file or folder that a person must look at; the launcher turns `kind` into a sentence. */
export class EmbeddedProblem extends Error {
  readonly kind: EmbeddedProblemKind
  readonly path: string

  constructor(kind: EmbeddedProblemKind, path: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EmbeddedProblem'
    this.kind = kind
    this.path = path
  }
}
