import manifest from '../../package.json' with { type: 'json' }

/** What calls itself by this in every message (A07): the product as it was released. */
export interface Software {
  id: string
  version: string
}

export const thisSoftware: Software = { id: 'noskhe', version: manifest.version }
