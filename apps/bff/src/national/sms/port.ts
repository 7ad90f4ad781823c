export interface Sms {
  /**
   * Hands one text message over for delivery. `key` is ours and makes sending safe to repeat: the same key is
   * delivered once. `to` is an Iranian mobile number, 09xxxxxxxxx.
   */
  send(message: { to: string; text: string; key: string }): Promise<SmsAnswer>
}

/** `refused` is the operator's final word (a malformed number); anything transient throws. */
export type SmsAnswer = { outcome: 'accepted'; messageId: string } | { outcome: 'refused'; reason: string }
