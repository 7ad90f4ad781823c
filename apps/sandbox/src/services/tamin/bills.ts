import * as z from 'zod'
import type { BillReply } from '@noskhe/national-wire/tamin/pharmacy'
import { all } from '../../database.ts'
import type { Call } from './call.ts'

const Row = z.object({ fund: z.string(), count: z.number(), organisation: z.number(), subsidy: z.number() })

/** A Jalali month of a pharmacy by fund: confirmed deliveries that were not deleted. */
export function billOf({ db, account }: Call, siamId: string, year: string, month: string): NonNullable<z.infer<typeof BillReply>['data']> {
  const cycle = `${year}-${month.padStart(2, '0')}`
  const rows = all(
    db,
    Row,
    `SELECT fund, count(DISTINCT tamin_delivery.id) AS count, sum(organisation) AS organisation, sum(tamin_check.subsidy) AS subsidy
     FROM tamin_delivery JOIN tamin_check ON delivery = tamin_delivery.id JOIN tamin_prescription ON tamin_prescription.id = tamin_delivery.prescription
     WHERE siam_id = ? AND state = 'confirmed' AND day LIKE ? || '-%' GROUP BY fund ORDER BY fund`,
    siamId,
    cycle,
  )
  return rows.map(({ fund, count, organisation, subsidy }, place) => ({
    billId: `${siamId}-${cycle}-${place + 1}`,
    fund,
    cycle: `${cycle.replace('-', '')}01`,
    count,
    organisation,
    subsidy,
    remark: `${account.centre}، ${fund}`,
  }))
}
