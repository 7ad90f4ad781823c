import { EventEmitter } from 'node:events'

/** Tells open pages of the sandbox that something happened; says nothing of what. */
export interface Changes {
  tell(): void
  /** Returns the function that stops listening. */
  listen(onChange: () => void): () => void
}

export function openChanges(): Changes {
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    tell: () => void emitter.emit('change'),
    listen(onChange) {
      emitter.on('change', onChange)
      return () => void emitter.off('change', onChange)
    },
  }
}
