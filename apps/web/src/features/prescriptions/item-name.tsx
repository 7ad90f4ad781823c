import { Latin } from '../../ui/latin.tsx'

/** A drug as it is prescribed: the Persian name, and under it the Latin one. */
export const ItemName = ({ name }: { name: { fa: string; en: string } }) => (
  <div className="min-w-0">
    <p className="font-semibold">{name.fa}</p>
    <p className="text-sm text-quiet">
      <Latin wrap>{name.en}</Latin>
    </p>
  </div>
)
