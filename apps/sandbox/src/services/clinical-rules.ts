import { Router } from 'express'
import type { Request, Response } from 'express'
import type * as z from 'zod'
import { FeedbackRequest, HookRequest, MedicationVerifyContext, OrderSelectContext, OrderSignContext, Resource, SERVICES_PATH } from '@noskhe/national-wire/cds-hooks'
import type { Bundle, CardsReply, DiscoveryReply } from '@noskhe/national-wire/cds-hooks'
import { unknownWords } from '../answer.ts'
import { ensureCatalogue } from '../catalogue/store.ts'
import { transaction } from '../database.ts'
import type { SandboxContext, Service } from '../service.ts'
import { cardOf } from './clinical-rules/card.ts'
import { onlyKnownClients } from './clinical-rules/client.ts'
import { dailyMaximum } from './clinical-rules/daily-maximum.ts'
import { imagesInPregnancy } from './clinical-rules/imaging.ts'
import { ordersIn } from './clinical-rules/order.ts'
import { duplicates, interactions } from './clinical-rules/pairs.ts'
import { ageAndSex, allergies, pregnancy } from './clinical-rules/patient-rules.ts'
import { otherMedications, patientIn, prefetch, resourcesOf } from './clinical-rules/patient.ts'
import { clinicalRulesSchema, isKnownCard, keepCard, keepFeedback } from './clinical-rules/store.ts'

const ID = 'drug-safety'

const contexts = { 'order-select': OrderSelectContext, 'order-sign': OrderSignContext, 'medication-verify': MedicationVerifyContext } as const
type Hook = keyof typeof contexts

const discovery: DiscoveryReply = {
  services: (Object.keys(contexts) as Hook[]).map((hook) => ({
    hook,
    id: ID,
    title: 'ایمنی دارو',
    description: 'تداخل، درمان تکراری، حساسیت، سن و جنس، بارداری و بیشینهٔ روزانهٔ داروهای نسخه',
    prefetch: hook === 'medication-verify' ? { ...prefetch, medications: otherMedications } : prefetch,
  })),
}

/** Clinical rules (8-7) as a CDS service (CDS Hooks 2.0): interactions, duplicates, allergies, age and sex, pregnancy, daily maximum. */
export const clinicalRules: Service = {
  name: 'clinical-rules',
  title: 'قواعد بالینی (CDS Hooks)',
  mount: '/clinical-rules',
  schema: clinicalRulesSchema,
  seed: ({ db }) => ensureCatalogue(db),
  unknownAnswer: unknownWords({ indicator: 'hard-stop' }),
  routes: (context) => {
    const router = Router()
    router.use(onlyKnownClients(context))
    router.get(`/${SERVICES_PATH}`, (_req, res) => void res.json(discovery))
    router.post(`/${SERVICES_PATH}/${ID}`, (req, res) => answerHook(context, req, res))
    router.post(`/${SERVICES_PATH}/${ID}/feedback`, (req, res) => takeFeedback(context, req, res))
    return router
  },
}

const isHook = (name: string): name is Hook => name in contexts

function answerHook({ db, now }: SandboxContext, req: Request, res: Response): void {
  const asked = HookRequest.safeParse(req.body)
  if (!asked.success || !isHook(asked.data.hook)) return void res.status(400).json({ message: 'Not a request of a hook that is offered' })
  const context = contexts[asked.data.hook].safeParse(asked.data.context)
  if (!context.success) return void res.status(400).json({ message: 'The context is not that of the hook' })
  const patient = patientIn(asked.data, now())
  // The specification's word for data that was neither sent along nor can be fetched.
  if (patient === null) return void res.status(412).json({ message: 'Patient was not prefetched' })

  const { bundle, verified } = ordersOf(asked.data, context.data)
  const orders = ordersIn(db, bundle)
  const found = [
    ...interactions(db, orders),
    ...allergies(orders, patient),
    ...pregnancy(orders, patient),
    ...ageAndSex(orders, patient),
    ...duplicates(orders),
    ...dailyMaximum(orders),
    ...imagesInPregnancy(db, bundle, patient),
  ]
  const spoken = found.filter(({ about }) => verified === null || about.some(({ reference }) => reference === verified))
  const reply: CardsReply = { cards: spoken.map((it) => cardOf(it, asked.data.hookInstance)) }
  transaction(db, () => reply.cards.forEach((card) => keepCard(db, card, now())))
  res.json(reply)
}

/** The orders that the rules look at. Before a pharmacist hands one over, they speak of that one alone (`verified`). */
function ordersOf({ prefetch: sent = {} }: HookRequest, context: z.infer<(typeof contexts)[Hook]>): { bundle: Bundle; verified: string | null } {
  if ('draftOrders' in context) return { bundle: context.draftOrders, verified: null }
  const { medication } = context
  const others = resourcesOf(sent['medications']).flatMap((it) => Resource.safeParse(it).data ?? [])
  const entry = [...others, medication].map((resource) => ({ resource }))
  return { bundle: { resourceType: 'Bundle', type: 'collection', entry }, verified: `MedicationRequest/${medication.id ?? ''}` }
}

function takeFeedback({ db }: SandboxContext, req: Request, res: Response): void {
  const told = FeedbackRequest.safeParse(req.body)
  if (!told.success) return void res.status(400).json({ message: 'Not a feedback request' })
  if (told.data.feedback.some(({ card }) => !isKnownCard(db, card))) return void res.status(404).json({ message: 'No such card was given' })
  transaction(db, () => told.data.feedback.forEach((it) => keepFeedback(db, it)))
  res.json({})
}
