import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { Router } from 'express'
import * as z from 'zod'
import { SmsRequest } from '@noskhe/national-wire/sms'
import { readBody, refusal, success, unknownRefusal } from '../answer.ts'
import type { Service } from '../service.ts'

/** Text messages: kept, and shown on the page's phone. */
export const sms: Service = {
  name: 'sms',
  title: 'پیامک',
  mount: '/sms',
  schema: `
    CREATE TABLE IF NOT EXISTS sms_messages (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL,
      key TEXT NOT NULL UNIQUE,
      recipient TEXT NOT NULL,
      text TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT`,
  seed: () => {},
  unknownAnswer: unknownRefusal,
  routes: ({ db, now }) => {
    const router = Router()
    router.post('/messages', (req, res) => {
      const body = readBody(SmsRequest, req, res)
      if (body === null) return
      if (!/^09\d{9}$/.test(body.to)) return void res.json(refusal(422, 'شمارهٔ همراه درست نیست'))
      db.prepare('INSERT OR IGNORE INTO sms_messages (id, key, recipient, text, at) VALUES (?, ?, ?, ?, ?)')
        .run(randomUUID(), body.key, body.to, body.text, now().toISOString())
      const row = db.prepare('SELECT id FROM sms_messages WHERE key = ?').get(body.key)
      res.json(success({ messageId: String(row?.['id']) }))
    })
    return router
  },
}

const Message = z.object({ id: z.string(), to: z.string(), text: z.string(), at: z.string() })
export type Message = z.infer<typeof Message>

/** Newest first; of one number, or of all. */
export function messagesTo(db: DatabaseSync, to: string | null): Message[] {
  const rows = db
    .prepare('SELECT id, recipient AS "to", text, at FROM sms_messages WHERE ?1 IS NULL OR recipient = ?1 ORDER BY seq DESC LIMIT 200')
    .all(to)
  return z.array(Message).parse(rows)
}
