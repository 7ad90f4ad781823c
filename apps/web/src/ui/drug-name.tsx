import { Highlight } from './highlight.tsx'
import { Latin } from './latin.tsx'

interface DrugNameProps {
  /** As the catalogue writes it: «AMOXICILLIN». */
  name: string
  /** «500 mg»: never broken over two lines. */
  strength?: string | null
  /** What was searched: marked in the name. */
  query?: string
}

/** A drug's Latin name with its strength, read from left to right as one; a long name wraps, the strength does not. */
export const DrugName = ({ name, strength, query = '' }: DrugNameProps) => (
  <Latin wrap className="text-start">
    <Highlight text={name} query={query} />
    {strength && <strong className="whitespace-nowrap"> {strength}</strong>}
  </Latin>
)
