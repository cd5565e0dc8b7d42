import type { ConfirmsKit, OwnKitWord } from '../../../../data/own-confirmations.ts'

/** What the parts of a page of one's own kit are given. */
export interface OfOwnKit {
  /** One's own words about this structure's kit, on their way or sent. */
  readonly words: readonly OwnKitWord[]
  /** Says something; `text` is said once it is saved. None once nothing can be confirmed any more. */
  readonly onSay: ((said: ConfirmsKit, text: string) => void) | undefined
}
