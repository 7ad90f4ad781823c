import { Router } from 'express'
import { MksaList, MksaPage, MksaPageQuery } from '@noskhe/national-wire/mksa'
import type { MksaRefusal, MksaReleases } from '@noskhe/national-wire/mksa'
import { unknownWords } from '../answer.ts'
import { categoryTitle } from '../catalogue/categories.ts'
import { catalogueSchema, changesBetween, codesAt, listReleases, releaseNumber, type PublishedCode } from '../catalogue/releases.ts'
import { ensureCatalogue } from '../catalogue/store.ts'
import type { Service } from '../service.ts'

/** The coding authority: releases of the national lists, whole or as changes. Stands behind DITAS. */
export const mksa: Service = {
  name: 'mksa',
  title: 'مکسا — مرجع کدینگ سلامت',
  mount: '/mksa',
  schema: catalogueSchema,
  seed: ({ db }) => ensureCatalogue(db),
  unknownAnswer: unknownWords({ list: 'herbal' }),
  routes: ({ db }) => {
    const router = Router()

    router.get('/releases', (_req, res) => {
      res.json(listReleases(db) satisfies MksaReleases)
    })

    router.get('/releases/:release/lists/:list', (req, res) => {
      const query = MksaPageQuery.safeParse(req.query)
      if (!query.success) {
        res.status(400).json({ error: 'after, limit or since is not valid' } satisfies MksaRefusal)
        return
      }
      const { after, limit, since } = query.data
      const list = MksaList.safeParse(req.params.list)
      const seq = releaseNumber(db, req.params.release)
      const earlier = since === undefined ? null : releaseNumber(db, since)
      if (!list.success || seq === null || (since !== undefined && earlier === null)) {
        res.status(404).json({ error: 'No such release or list' } satisfies MksaRefusal)
        return
      }
      // One more than asked for tells whether there is a next page.
      const request = { list: list.data, after, limit: limit + 1 }
      const found = earlier === null ? codesAt(db, seq, request) : changesBetween(db, earlier, seq, request)
      const codes = found.slice(0, limit)
      const next = found.length > limit ? (codes.at(-1)?.code ?? null) : null
      res.json(MksaPage.parse({ release: req.params.release, list: list.data, codes: codes.map(toWire), next }))
    })

    return router
  },
}

/** In MKSA's words. `MksaPage` keeps of `detail` what the list publishes, so prices and ceilings stay with the insurer. */
function toWire({ code, nameFa, nameEn, detail, change }: PublishedCode) {
  const renamed = { ingredientsFa: detail['innFa'], ingredientsEn: detail['innEn'], insured: detail['isCovered'] }
  // Rows of before the lists of services have neither synonyms nor teeth.
  const ofServices = { synonyms: detail['also'] ?? [], categoryFa: categoryTitle(String(detail['category'])), needsTooth: detail['needsTooth'] ?? null }
  return { ...detail, ...renamed, ...ofServices, code, titleFa: nameFa, titleEn: nameEn, change }
}
