import { Router } from 'express'
import { WrittenRequest } from '@noskhe/national-wire/tamin'
import { BarcodeRequest, CheckRequest, DeliverRequest, FindPrescriptionRequest, PatientRequest } from '@noskhe/national-wire/tamin/pharmacy'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { ensureCatalogue } from '../catalogue/store.ts'
import { all } from '../database.ts'
import { packsSchema } from '../packs.ts'
import { prescriptionIndexSchema } from '../prescription-index.ts'
import type { SandboxContext, Service } from '../service.ts'
import { inquireBarcode, releaseBarcode } from './tamin/barcodes.ts'
import { billOf } from './tamin/bills.ts'
import { Refusal, answering, bodyOf, mutating, pathPart, unknownTaminAnswer } from './tamin/call.ts'
import { careRoutes } from './tamin/care-routes.ts'
import { checkLine, openPrescriptions, requireOrder, requireProvider } from './tamin/counter.ts'
import { confirm, deliver, findDelivery, remove } from './tamin/deliveries.ts'
import { requireDoctor } from './tamin/doctor.ts'
import { seedFormulary } from './tamin/formulary.ts'
import { deserveInfo } from './tamin/insured.ts'
import { findPrescription, keptOnWire } from './tamin/kept.ts'
import { createPrescription, deletePrescription, editPrescription } from './tamin/prescriptions.ts'
import { referenceRoutes } from './tamin/reference-routes.ts'
import { Prescription, docIdOf, docNationalCodeOf, prescriptionsSql } from './tamin/rows.ts'
import { taminSchema } from './tamin/schema.ts'
import { seedTaminAccounts } from './tamin/seed.ts'
import { seedServices } from './tamin/service-list.ts'
import { seedWaitingReferrals } from './tamin/waiting-referrals.ts'
import { readWritten } from './tamin/written-request.ts'

/** The Social Security as the pilot face of its e-prescription API 1.9.7 shows it; see `docs/national-services/tamin.md`. */
export const tamin: Service = {
  name: 'tamin',
  title: 'تأمین اجتماعی — نسخهٔ الکترونیک',
  mount: '/api',
  schema: taminSchema + prescriptionIndexSchema + packsSchema,
  seed({ db, now }) {
    ensureCatalogue(db)
    seedTaminAccounts(db)
    seedWaitingReferrals(db, now())
    seedFormulary(db)
    seedServices(db)
  },
  unknownAnswer: { instead: unknownTaminAnswer },
  routes(context) {
    const router = Router()
    const v2 = Router()
    referenceRoutes(router, v2, context)
    doctorRoutes(v2, context)
    careRoutes(v2, context)
    providerRoutes(v2, context, 'pharmacy')
    providerRoutes(v2, context, 'paraclinic')
    return router.use('/v2', v2)
  },
}

function doctorRoutes(router: Router, context: SandboxContext): void {
  router.get(
    '/patients/deserve-info/:requestBy/:siamId/:docId/:patientId',
    answering(context, ({ account, now }, req) => {
      const isOwn = pathPart(req, 'requestBy') === docNationalCodeOf(account) && pathPart(req, 'docId') === docIdOf(account)
      const place = pathPart(req, 'siamId')
      // An office has no SIAM id and sends the council number in its place.
      if (!isOwn || !(place === docIdOf(account) || account.siam_ids.includes(place))) {
        throw new Refusal(taminRefusal.doctorMismatch, 'مشخصات درخواست‌کننده با حساب او نمی‌خواند')
      }
      return deserveInfo(pathPart(req, 'patientId'), now)
    }),
  )
  router.post('/SendEpresc', mutating(context, (call, req) => createPrescription(call, readWritten(call, req.body))))
  router.post('/ep/update/:headId/:docNationalCode/:docId', mutating(context, (call, req) => {
    requireDoctor(call, named(req))
    return editPrescription(call, pathPart(req, 'headId'), req.body)
  }))
  router.post('/ep/:headId/:docNationalCode/:docId', mutating(context, (call, req) => {
    requireDoctor(call, named(req))
    return deletePrescription(call, pathPart(req, 'headId'))
  }))
  router.get('/ep/:headId/:docNationalCode/:docId/detail', answering(context, (call, req) => {
    requireDoctor(call, named(req))
    const found = findPrescription(call.db, pathPart(req, 'headId'))
    if (found === null || found.username !== call.account.username) throw new Refusal(taminRefusal.notFound, 'نسخه یافت نشد')
    return keptOnWire(call.db, found)
  }))
  router.post('/ep/written', answering(context, (call, req) => {
    const { patient, prescDate, ...doctor } = bodyOf(WrittenRequest, req)
    requireDoctor(call, doctor)
    const written = all(
      call.db,
      Prescription,
      `${prescriptionsSql} WHERE username = ? AND patient = ? AND replace(presc_date, '-', '') = ? ORDER BY id`,
      call.account.username, patient, prescDate,
    )
    return written.map((it) => ({
      head_EPRSC_ID: String(it.id), trackingCode: it.tracking_code, prescTypeId: it.type, comments: it.comments, writtenAt: it.created_at,
      deletedAt: it.deleted_at,
    }))
  }))
}

const named = (req: Parameters<typeof pathPart>[0]) => ({ docId: pathPart(req, 'docId'), docNationalCode: pathPart(req, 'docNationalCode') })

/** The counter of a pharmacy; a paraclinical centre has the same one for what it does. */
function providerRoutes(router: Router, context: SandboxContext, kind: 'pharmacy' | 'paraclinic'): void {
  const atCounter = <T>(work: Parameters<typeof answering<T>>[1]) =>
    answering<T>(context, (call, req) => {
      requireProvider(call, kind, pathPart(req, 'siamId'))
      return work(call, req)
    })
  const at = `/${kind}/:siamId`

  router.post(`${at}/prescriptions/open`, atCounter((call, req) => openPrescriptions(call, bodyOf(PatientRequest, req).patient)))
  router.post(`${at}/prescriptions/find`, atCounter((call, req) => {
    const { patient, trackingCode } = bodyOf(FindPrescriptionRequest, req)
    return keptOnWire(call.db, requireOrder(call, patient, trackingCode))
  }))
  router.post(`${at}/deserve-info`, atCounter(({ now }, req) => deserveInfo(bodyOf(PatientRequest, req).patient, now)))
  router.post(`${at}/checks`, atCounter((call, req) => checkLine(call, bodyOf(CheckRequest, req))))
  router.post(`${at}/barcodes/inquire`, atCounter((call, req) => inquireBarcode(call, bodyOf(BarcodeRequest, req))))
  router.post(`${at}/barcodes/release`, atCounter((call, req) => releaseBarcode(call, bodyOf(BarcodeRequest, req))))
  router.post(`${at}/deliveries`, atCounter((call, req) => deliver(call, pathPart(req, 'siamId'), bodyOf(DeliverRequest, req))))
  router.get(`${at}/deliveries/:id`, atCounter((call, req) => findDelivery(call, pathPart(req, 'id'))))
  router.post(`${at}/deliveries/:id/confirm`, atCounter((call, req) => confirm(call, pathPart(req, 'id'))))
  router.post(`${at}/deliveries/:id/delete`, atCounter((call, req) => remove(call, pathPart(req, 'id'))))
  router.get(`${at}/bills/:year/:month`, atCounter((call, req) => billOf(call, pathPart(req, 'siamId'), pathPart(req, 'year'), pathPart(req, 'month'))))
}
