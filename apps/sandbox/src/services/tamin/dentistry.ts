import type { DatabaseSync } from 'node:sqlite'
import { isTooth } from '@noskhe/national-wire/tamin/codes'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { Refusal } from './call.ts'
import type { Item } from './rows.ts'

/** Services with a tooth name one, services without one do not. @throws Refusal */
export function requireTooth({ needs_tooth }: Item, tooth: string | null, isDental: boolean): void {
  if (tooth !== null && !isTooth(tooth)) throw new Refusal(taminRefusal.toothInvalid, `${tooth} شمارهٔ دندان نیست`)
  if (needs_tooth === true && tooth === null) throw new Refusal(taminRefusal.toothMissing, 'شمارهٔ دندان برای این خدمت لازم است')
  if (needs_tooth !== true && tooth !== null) throw new Refusal(taminRefusal.toothNotAllowed, 'این خدمت به دندانی تعلق ندارد')
  if (isDental && needs_tooth === null) throw new Refusal(taminRefusal.toothNotAllowed, 'این خدمت دندان‌پزشکی نیست')
}

interface Treated {
  item: Item
  tooth: string | null
}

/** The same service is done to a tooth once. @throws Refusal */
export function requireUntreatedTeeth(db: DatabaseSync, patient: string, lines: readonly Treated[]): void {
  const treated = new Set<string>()
  for (const { item, tooth } of lines) {
    if (tooth === null) continue
    const both = `${item.ws_code} ${tooth}`
    if (treated.has(both) || wasTreated(db, patient, item.ws_code, tooth)) {
      throw new Refusal(taminRefusal.toothTreatedBefore, 'این خدمت برای این دندان پیش‌تر ثبت شده است')
    }
    treated.add(both)
  }
}

const wasTreated = (db: DatabaseSync, patient: string, wsCode: string, tooth: string): boolean =>
  db
    .prepare(
      `SELECT 1 FROM tamin_line JOIN tamin_line_detail ON line = tamin_line.id JOIN tamin_prescription ON tamin_prescription.id = prescription
       WHERE patient = ? AND ws_code = ? AND tooth = ? AND is_replaced = 0 AND deleted_at IS NULL`,
    )
    .get(patient, wsCode, tooth) !== undefined
