import { randomBytes, randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

/** The hour, asked for at each use: tests give one that they move. */
export type Clock = () => Date

/** Where new identifiers come from. */
export interface Ids {
  /** A UUIDv7, after all those that this process made before. */
  newId(): string
  /** 256 bits that nobody can guess, in 43 characters that fit a cookie and an address. */
  newToken(): string
}

export const systemClock: Clock = () => new Date()

export const randomIds: Ids = {
  newId: nextId,
  newToken: () => randomBytes(32).toString('base64url'),
}

/** Random bytes of a thousand ids: fetching those of one takes several times what the rest of it does. */
const drawn = Buffer.alloc(16 * 1024)
let drawnFrom = drawn.length
let last = { msecs: 0, seq: 0 }

/** As `v7` without options, which fetches its bytes one id at a time: those of one millisecond are in order. */
function nextId(): string {
  if (drawnFrom === drawn.length) {
    randomFillSync(drawn)
    drawnFrom = 0
  }
  const random = drawn.subarray(drawnFrom, drawnFrom + 16)
  drawnFrom += 16
  const msecs = Date.now()
  // It begins in the lower half of what 32 bits hold, and no millisecond has two thousand million ids.
  last =
    msecs > last.msecs
      ? { msecs, seq: random.readUInt32BE(6) >>> 1 }
      : { msecs: last.msecs, seq: last.seq + 1 }
  return v7({ ...last, random })
}
