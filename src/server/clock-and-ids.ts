import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** The hour, asked for at each use: tests give one that they move. */
export type Clock = () => Date

/** Where new identifiers come from. */
export interface Ids {
  /** A UUIDv7. */
  newId(): string
  /** 256 bits that nobody can guess, in 43 characters that fit a cookie and an address. */
  newToken(): string
}

export const systemClock: Clock = () => new Date()

export const randomIds: Ids = {
  newId: () => v7(),
  newToken: () => randomBytes(32).toString('base64url'),
}
