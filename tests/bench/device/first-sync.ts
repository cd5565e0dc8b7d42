/** What a page says of a new device's first sync. Times in ms from its beginning. */
export interface FirstSync {
  /** When the newest reports were in the list. */
  listAfter: number
  /** When everything was there. */
  endAfter: number
  /** How many reports are on the device. */
  reports: number
  /** Ids of the first reports of the list: figures of what didn't take place would be worth nothing. */
  newest: string[]
}
