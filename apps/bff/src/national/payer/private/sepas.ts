import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { ditasReply, identifierOf } from '@noskhe/national-wire/data-objects'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import {
  FindDispensedReply, FindMessageReply, FindPrescriptionsReply, ResultVo,
} from '@noskhe/national-wire/sepas'
import type { FindPrescriptionsRequest, PrescribedRow, StoredPrescription } from '@noskhe/national-wire/sepas'
import type { Gateway } from '../../gateway/gateway.ts'
import { dataOf, dataOrNull } from '../../gateway/reading.ts'
import { toIdentifier } from '../../eligibility/identity.ts'
import type { Party, PayerPatient } from '../port.ts'
import { toProductCode } from './lines.ts'
import type { Delivery } from './lines.ts'

const service = 'sepas'

/** The calls of SEPAS that a private prescription needs, in SEPAS's words. */
export function openSepas(gateway: Gateway) {
  const save = (call: string, body: unknown) => gateway.post(`sepas/${call}`, { service, reply: ResultVo, body })
  const ask = <T>(call: string, body: unknown, reply: z.ZodType<T>) => gateway.post(`sepas/${call}`, { service, isRead: true, reply, body })

  return {
    savePrescription: (party: Party, patient: PayerPatient, messageUid: string, rows: PrescribedRow[]) =>
      save('SaveMedicationPrescription', {
        Person: { PersonID: toIdentifier(patient.identity) },
        MsgID: msgId(party, messageUid, 'Original'),
        Composition: { Insurance: { Insurer: privateInsurer }, MedicationPrescriptions: rows },
      }),

    amend: (party: Party, { amends, remove, add }: { amends: string; remove: string[]; add: PrescribedRow[] }) =>
      save('AmendMedicationPrescription', { MsgID: msgId(party, randomUUID(), 'Amendment'), Amends: amends, Remove: remove, Add: add }),

    saveDispensing: (party: Party, { messageUid, trackingCode, lines }: Delivery) =>
      save('SaveDispensedPrescription', {
        MsgID: msgId(party, messageUid, 'Original'),
        TrackingCode: trackingCode,
        DispensedPrescriptions: lines.map(({ rowId, code, count, packUids }) => ({
          RowID: rowId, ProductCode: toProductCode(code), TotalNumber: count, PackUIDs: packUids,
        })),
      }),

    /** Null where SEPAS has no such message. */
    findMessage: async (messageUid: string) => dataOrNull(service, await ask('FindMessage', { MessageUID: messageUid }, FindMessageReply)),

    findPrescriptions: async (by: z.infer<typeof FindPrescriptionsRequest>): Promise<StoredPrescription[]> =>
      dataOf(service, await ask('FindMedicationPrescriptions', by, FindPrescriptionsReply)),

    findDispensing: async (messageUid: string) =>
      dataOrNull(service, await ask('FindDispensedPrescription', { MessageUID: messageUid }, FindDispensedReply)),

    /** Null where there is nothing to take back. */
    deleteDispensing: async (messageUid: string) =>
      dataOrNull(
        service,
        await gateway.post('sepas/DeleteDispensedPrescription', { service, reply: ditasReply(z.boolean()), body: { MessageUID: messageUid } }),
      ),
  }
}

const privateInsurer = { Value: insurerCoding.private.title, Terminology_id: 'thritaEHR.insurer', Coded_string: insurerCoding.private.code }

/** The party of a private prescription is the centre; its username is the council number of who acts there. */
function msgId({ username, siteId = '' }: Party, MessageUID: string, lifecycle: 'Original' | 'Amendment') {
  return {
    MessageUID,
    VersionLifecycleState: { Value: lifecycle, Terminology_id: 'thritaEHR.versionLifecycleState', Coded_string: lifecycle === 'Original' ? '1' : '2' },
    IS_Queriable: true,
    SystemID: { Issuer: 'MOHME_IT', Assigner: 'MOHME_IT', ID: 'noskhe', Type: 'System_ID' },
    HealthCareFacilityID: identifierOf.centre(siteId),
    Committer: username === '' ? identifierOf.centre(siteId) : identifierOf.council(username),
  }
}
