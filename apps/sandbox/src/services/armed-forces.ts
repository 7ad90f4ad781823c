import { Router } from 'express'
import {
  AmendPrescriptionRequest, BillRequest, DispensingRequest, FindPrescriptionRequest, InsuredRequest, OpenPrescriptionsRequest, OpenSessionRequest,
  PackInquiryRequest, SaveDispensingRequest, SavePrescriptionRequest, WithdrawPrescriptionRequest, armedForcesRefusal,
} from '@noskhe/national-wire/armed-forces'
import type { OpenedSession } from '@noskhe/national-wire/armed-forces'
import { readBody, refusal, success, unknownRefusal } from '../answer.ts'
import { ensureCatalogue } from '../catalogue/store.ts'
import { gatewayDoor } from '../gateway-door.ts'
import { packsSchema } from '../packs.ts'
import { prescriptionIndexSchema } from '../prescription-index.ts'
import { armedForcesGateway } from '../scenarios.ts'
import type { SandboxContext, Service } from '../service.ts'
import { findAccount, isPassword, openSession } from './armed-forces/accounts.ts'
import { answering } from './armed-forces/call.ts'
import { billOf, confirmDispensing, deleteDispensing, findDispensing, inquirePack, releasePack, saveDispensing } from './armed-forces/deliveries.ts'
import { insuredOnWire, seedFiles } from './armed-forces/insured.ts'
import { amendPrescription, findPrescription, openPrescriptions, savePrescription, withdrawPrescription } from './armed-forces/prescriptions.ts'
import { armedForcesSchema } from './armed-forces/schema.ts'
import { confirmationsSchema } from './insurer-rules/confirmations.ts'

const door = gatewayDoor({ account: armedForcesGateway, table: 'af_tokens' })

/**
 * The Armed Forces behind a gateway of their own (8-8 note): its token server and its services stand below one address, which
 * is another than DITAS's.
 */
export const armedForces: Service = {
  name: 'armed-forces',
  title: 'نیروهای مسلح — مسیر جداگانه',
  mount: '/armed-forces',
  schema: armedForcesSchema + confirmationsSchema + prescriptionIndexSchema + packsSchema + door.schema,
  seed({ db }) {
    ensureCatalogue(db)
    seedFiles(db)
  },
  unknownAnswer: unknownRefusal,
  routes(context) {
    const router = Router()
    router.use('/oauth', door.token(context))
    router.use(door.behind(context))
    sessionRoutes(router, context)
    doctorRoutes(router, context)
    pharmacyRoutes(router, context)
    return router
  },
}

function sessionRoutes(router: Router, { db, now }: SandboxContext): void {
  router.post('/OpenSession', (req, res) => {
    const body = readBody(OpenSessionRequest, req, res)
    if (body === null) return
    const account = findAccount(body.UserName)
    if (account === null || !isPassword(body.UserName, body.Password)) {
      res.json(refusal(armedForcesRefusal.signIn, 'نام کاربری یا گذرواژه نادرست است'))
      return
    }
    const { session, expiresAt } = openSession(db, account.username, now())
    res.json(success({ Session: session, ExpiresAt: expiresAt, FullName: account.fullName, Kind: account.kind, Centres: account.siamIds } satisfies OpenedSession))
  })
}

function doctorRoutes(router: Router, context: SandboxContext): void {
  router.post('/FindInsured', answering(context, 'any', InsuredRequest, ({ now }, { PersonID }) => insuredOnWire(PersonID, now)))
  router.post('/SaveMedicationPrescription', answering(context, 'doctor', SavePrescriptionRequest, savePrescription))
  router.post('/AmendMedicationPrescription', answering(context, 'doctor', AmendPrescriptionRequest, amendPrescription))
  router.post('/WithdrawMedicationPrescription', answering(context, 'doctor', WithdrawPrescriptionRequest, withdrawPrescription))
  router.post('/FindMedicationPrescription', answering(context, 'any', FindPrescriptionRequest, findPrescription))
}

function pharmacyRoutes(router: Router, context: SandboxContext): void {
  router.post('/OpenMedicationPrescriptions', answering(context, 'pharmacy', OpenPrescriptionsRequest, (call, { PersonID }) => openPrescriptions(call, PersonID)))
  router.post('/InquirePack', answering(context, 'pharmacy', PackInquiryRequest, inquirePack))
  router.post('/ReleasePack', answering(context, 'pharmacy', PackInquiryRequest, releasePack))
  router.post('/SaveDispensedPrescription', answering(context, 'pharmacy', SaveDispensingRequest, saveDispensing))
  router.post('/ConfirmDispensedPrescription', answering(context, 'pharmacy', DispensingRequest, (call, it) => confirmDispensing(call, it.DispensingUID)))
  router.post('/FindDispensedPrescription', answering(context, 'pharmacy', DispensingRequest, (call, it) => findDispensing(call, it.DispensingUID)))
  router.post('/DeleteDispensedPrescription', answering(context, 'pharmacy', DispensingRequest, (call, it) => deleteDispensing(call, it.DispensingUID)))
  router.post('/PatientBill', answering(context, 'any', BillRequest, (call, { Year, Month }) => billOf(call, Year, Month)))
}
