import { z } from 'zod'
import { bothSessions, int32, numberRead, operation, textRead } from './operation.ts'

const state = z.object({ isCovered: z.boolean().nullish(), shape: textRead }).nullish()

const foundItem = z.object({
  fullName: textRead,
  shortName: textRead,
  nationalNumber: textRead,
  genericCode: textRead,
  interfaceName: textRead,
  description: textRead,
  NORepeat: numberRead,
  state,
})

const quickSearch = z.object({ ...bothSessions, searchClause: z.string().min(1), maxResultCount: int32.min(1) })

export const product = {
  'service/search/quick': operation(
    quickSearch.extend({
      /** 2 laboratory, 3 pharmaceutical, 4 physiotherapy, 5 physician services, 6 referral. */
      serviceTypeId: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
    }),
    z.array(foundItem).nullish(),
  ),
  'service/cofamily/fetch/servicenn': operation(
    // A service's number is text everywhere else.
    z.object({ ...bothSessions, serviceNN: z.int().min(1) }),
    z
      .array(
        z.object({
          isDefault: z.boolean().nullish(),
          fullName: textRead,
          shortName: textRead,
          nationalNumber: textRead,
          interfaceName: textRead,
          description: textRead,
          state: z.object({ isCovered: z.boolean().nullish() }).nullish(),
        }),
      )
      .nullish(),
  ),
  'product/fetch': operation(z.object({ ...bothSessions, ircCode: z.string() }), z.object({ genericCode: textRead }).nullish()),
  'product/search/irc/generic': operation(quickSearch, z.array(foundItem).nullish()),
  'product/search/quick/irc': operation(quickSearch, z.array(foundItem).nullish()),
  'product/search/quick/generic': operation(quickSearch, z.array(foundItem).nullish()),
  'product/search/quick/combination': operation(
    quickSearch.extend({ productType: z.enum(['G', 'I']) }),
    z.array(foundItem).nullish(),
  ),
  'product/irc/cofamily/fetch/generic': operation(
    z.object({ ...bothSessions, genCode: z.string().min(1) }),
    z
      .array(
        z.object({
          isDefault: z.boolean().nullish(),
          fullName: textRead,
          shortName: textRead,
          nationalNumber: textRead,
          interfaceName: textRead,
          description: textRead,
          /** Rial, of one unit. */
          basePrice: numberRead,
          state,
        }),
      )
      .nullish(),
  ),
}
