/** Prescriptions and hand-overs of other people's software: told to the insurer itself, past the product. */

interface Party {
  username: string
  password: string
}

/** What the sandbox's scenarios give the demo people at the insurer. */
const doctor: Party = { username: 'n.kavyani', password: 'Ihio-demo-145263' }
const pharmacy: Party = { username: 'nikan.pharmacy', password: 'Ihio-demo-23871' }
const terminal = { terminalId: 60114, username: 'noskhe', password: 'Ihio-demo-1405' }

/** The codes of the catalogue as it is shipped. */
export const azithromycin500 = '90233'
export const ibuprofen400 = '91158'

interface Written {
  nationalCode: string
  genericCode: string
  count: number
}

interface Answer {
  resCode: number
  resMessage: string
  info: Record<string, unknown>
}

interface Sessions {
  cpartySessionId: string
  citizenSessionId: string
}

/** Speaks the insurer's published wire. @throws where it refuses */
export class OtherSoftware {
  readonly #url: string
  #token = ''

  constructor(url: string) {
    this.#url = url
  }

  /** Orders one drug. Answers the tracking code. */
  async writePrescription({ nationalCode, genericCode, count }: Written): Promise<string> {
    const sessions = await this.#sessions(doctor, nationalCode)
    const { samadCode } = await this.#tell('samad/electronic/generate', { ...sessions, receiptPartnerId: 700271 })
    const service = { ...directions, nationalNumber: genericCode, count, mode: 'ELECTRONIC' }
    const { checkCode } = await this.#tell('subscription/check/order', { ...sessions, samadCode, subInfoWrapper: { service } })
    const { trackingCode } = await this.#tell('prescription/save', { ...sessions, samadCode, subscriptions: [{ checkCode }] })
    return String(trackingCode)
  }

  /** Hands over some of a prescription's only line. Answers how to take it back. */
  async deliver(it: Written & { trackingCode: string }): Promise<() => Promise<void>> {
    const sessions = await this.#sessions(pharmacy, it.nationalCode)
    const { subscriptionInfos } = await this.#tell('prescription/fetch/printcode', { ...sessions, printCode: it.trackingCode })
    const [line] = subscriptionInfos as { checkCode: string }[]
    const service = { ...directions, nationalNumber: it.genericCode, count: it.count, isOutOfPrescription: false, referenceCheckCode: line?.checkCode }
    const { checkCode } = await this.#tell('subscription/check/deliver', { ...sessions, trackingCode: it.trackingCode, subInfoWrapper: { service } })
    const delivery = await this.#tell('prescription/deliver', { ...sessions, printCode: it.trackingCode, subscriptions: [{ checkCode, uIds: [] }] })
    const mine = { cpartySessionId: sessions.cpartySessionId, checkCode: delivery['checkCode'] }
    await this.#tell('prescription/deliver/confirm', mine)
    return async () => {
      await this.#tell('prescription/delivered/delete', mine)
    }
  }

  async #sessions({ username, password }: Party, nationalNumber: string): Promise<Sessions> {
    const { token } = await this.#tell('auth/token/fetch', terminal)
    this.#token = String(token)
    const party = await this.#tell('auth/session/cparty/open', { cpartyUsername: username, cpartyPassword: password })
    const cpartySessionId = String(party['sessionId'])
    const citizen = await this.#tell('auth/session/citizen/open', { cpartySessionId, nationalNumber })
    return { cpartySessionId, citizenSessionId: String(citizen['citizenSessionId']) }
  }

  async #tell(operation: string, body: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.#url}/service/${operation}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        terminalId: String(terminal.terminalId),
        token: this.#token,
        clientIPAddress: '192.0.2.7',
        clientAgentInfo: 'other-software/1',
      },
      body: JSON.stringify(body),
    })
    const { resCode, resMessage, info } = (await response.json()) as Answer
    if (resCode < 0) throw new Error(`${operation}: ${resCode} ${resMessage}`)
    return info
  }
}

const directions = { type: 'PRODUCT', description: '', consumption: 'روزی یک قرص', consumptionInstruction: 'صبح', numberOfPeriod: 1 }
