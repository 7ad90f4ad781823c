import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import type { KeptLine, KeptPrescription } from '@noskhe/national-wire/tamin'
import { all, one } from '../../database.ts'
import { itemOnWire } from './formulary.ts'
import { nameOf } from './insured.ts'
import { amountOf, instructionOf } from './reference-lists.ts'
import { Line, Prescription, accountOf, docIdOf, findItem, prescriptionsSql } from './rows.ts'

const Taken = z.object({ qty: z.number(), state: z.enum(['confirmed', 'unconfirmed']), confirmed_at: z.string().nullable(), centre: z.string() })

export const findPrescription = (db: DatabaseSync, id: string) =>
  one(db, Prescription, `${prescriptionsSql} WHERE id = ? AND deleted_at IS NULL`, id)

export const linesOf = (db: DatabaseSync, prescription: number): Line[] =>
  all(
    db,
    Line,
    `SELECT tamin_line.*, coalesce(srv_type, '01') AS srv_type, terminology, par_group, icd, tooth, illness, plan
     FROM tamin_line LEFT JOIN tamin_line_detail ON line = id WHERE prescription = ? AND is_replaced = 0 ORDER BY id`,
    prescription,
  )

/** What was taken of a line. An unconfirmed delivery counts for nobody, but holds the rest back. */
export const takenOf = (db: DatabaseSync, line: Line) =>
  all(
    db,
    Taken,
    `SELECT tamin_check.qty, state, confirmed_at, centre FROM tamin_check JOIN tamin_delivery ON tamin_delivery.id = delivery
     JOIN tamin_account ON tamin_account.username = tamin_delivery.username
     WHERE line = ? AND state IN ('confirmed', 'unconfirmed') ORDER BY tamin_delivery.created_at`,
    line.id,
  )

export const remainingOf = (db: DatabaseSync, line: Line): number => line.qty - takenOf(db, line).reduce((sum, it) => sum + it.qty, 0)

/** A prescription as details tell it. */
export function keptOnWire(db: DatabaseSync, it: Prescription): KeptPrescription {
  const doctor = accountOf(db, it.username)
  return {
    head_EPRSC_ID: String(it.id),
    trackingCode: it.tracking_code,
    patient: it.patient,
    patientName: nameOf(it.patient),
    insuranceFund: it.fund,
    prescTypeId: it.type,
    prescDate: it.presc_date.replaceAll('-', ''),
    expireDate: it.expire_date,
    writtenAt: it.created_at,
    editedAt: it.edited_at,
    comments: it.comments,
    doctor: { docId: docIdOf(doctor), fullName: doctor.full_name, specialty: doctor.specialty, mobile: doctor.mobile },
    noteDetailEprscs: linesOf(db, it.id).map((line) => lineOnWire(db, line)),
  }
}

function lineOnWire(db: DatabaseSync, line: Line): KeptLine {
  const item = findItem(db, line.ws_code)
  if (item === null) throw new Error(`Line ${line.id} is of nothing that is listed`)
  return {
    noteDetailsEprscId: String(line.id),
    srvId: { ...itemOnWire(item), parGrpCode: line.par_group, terminology: line.terminology },
    isDentalService: item.needs_tooth !== null,
    srvQty: line.qty,
    srvRem: remainingOf(db, line),
    timesAday: line.amount_id === '' ? null : amountOf(line.amount_id),
    drugInstruction: line.instruction_id === '' ? null : instructionOf(line.instruction_id),
    dose: line.dose,
    repeat: line.repeat,
    dateDo: line.date_do,
    icdId: line.icd,
    toothId: line.tooth,
    illnessId: line.illness,
    planId: line.plan,
    delivered: takenOf(db, line).flatMap(({ state, qty, confirmed_at, centre }) =>
      state === 'confirmed' && confirmed_at !== null ? [{ deliveredAt: confirmed_at, qty, by: centre }] : [],
    ),
  }
}
