import { setTimeout as wait } from 'node:timers/promises'
import type { NextFunction, Request, Response } from 'express'
import type { Fault } from './fault.ts'
import type { UnknownAnswer } from './service.ts'

/** How long a fault keeps callers waiting, or away, where it is not told. */
const DEFAULT_MS = 3_000

export interface Struck {
  req: Request
  res: Response
  /** Lets the service do its work. */
  next: NextFunction
  unknownAnswer: UnknownAnswer
}

/** Lets a fault strike one call. */
export async function strike({ kind, ms = DEFAULT_MS }: Fault, { req, res, next, unknownAnswer }: Struck): Promise<void> {
  switch (kind) {
    case 'delay':
      await wait(ms, undefined, { ref: false })
      return next()
    case 'late':
      holdAnswer(res, (_body, send) => {
        // Whoever asked may have gone, and the sandbox with her.
        void wait(ms, undefined, { ref: false }).then(() => (res.destroyed ? undefined : send()))
      })
      return next()
    case 'hang':
      return
    case 'refuse':
      req.socket.resetAndDestroy()
      return
    case 'lose':
      holdAnswer(res, () => void req.socket.resetAndDestroy())
      return next()
    case 'half':
      holdAnswer(res, (body) => sendHalf(req, res, body))
      return next()
    case 'error':
      res.status(500).json({ message: 'خطای داخلی سرویس' })
      return
    case 'busy':
      res.status(429).set('retry-after', String(Math.ceil(ms / 1_000))).json({ message: 'درخواست‌ها بیش از اندازه است' })
      return
    case 'garbage':
      res.status(200).type('json').send('{"data": <html><title>502 Bad Gateway</title>')
      return
    case 'unknown':
      if ('instead' in unknownAnswer) return void res.json(unknownAnswer.instead(req.originalUrl))
      holdAnswer(res, (body, send) => send(JSON.stringify(unknownAnswer.changed(JSON.parse(body.toString('utf8'))))))
      return next()
  }
}

/** Calls back with the whole answer when the service has given it; `send` lets it go, or another in its place. */
function holdAnswer(res: Response, held: (body: Buffer, send: (other?: string) => void) => void): void {
  const write = res.write.bind(res)
  const end = res.end.bind(res)
  const chunks: Buffer[] = []
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const letGo = (body: string | Buffer) => {
    res.write = write
    res.end = end
    res.setHeader('content-length', Buffer.byteLength(body))
    res.end(body)
  }
  res.write = (chunk: unknown) => {
    keep(chunk)
    return true
  }
  res.end = (chunk: unknown) => {
    keep(chunk)
    const body = Buffer.concat(chunks)
    held(body, (other) => letGo(other ?? body))
    return res
  }
}

/** The head promises the whole body; the connection ends in the middle of it. */
function sendHalf(req: Request, res: Response, body: Buffer): void {
  const head = [`HTTP/1.1 ${res.statusCode} OK`, 'content-type: application/json', `content-length: ${body.length}`, '', '']
  req.socket.write(head.join('\r\n'))
  req.socket.write(body.subarray(0, Math.floor(body.length / 2)), () => req.socket.destroySoon())
}
