import { Fragment } from 'react'
import { Latin } from '../../ui/latin.tsx'

/** «500 mg», «10 g/15mL 240 mL»: a run that begins and ends in Latin letters or digits and may hold signs between. */
const LATIN_RUN = /([0-9A-Za-z](?:[0-9A-Za-z .,/%+()-]*[0-9A-Za-z%])?)/

/** A product as the payer names it: Persian with a Latin strength, which keeps its own direction and is not broken. */
export const ProductName = ({ children }: { children: string }) => (
  <span>
    {children.split(LATIN_RUN).map((part, place) => (place % 2 === 1 ? <Latin key={place}>{part}</Latin> : <Fragment key={place}>{part}</Fragment>))}
  </span>
)
