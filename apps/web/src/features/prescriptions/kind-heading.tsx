import type { ItemKind } from '@noskhe/shared/prescriptions/item'
import { KindMark, kindTitle } from '../terminology/index.ts'

/** Above the items of one kind, where a prescription has several. */
export const KindHeading = ({ kind }: { kind: ItemKind }) => (
  <p className="flex items-center gap-2 bg-sunken px-4 py-1.5 text-sm font-semibold text-quiet">
    <KindMark kind={kind} />
    {kindTitle(kind)}
  </p>
)
