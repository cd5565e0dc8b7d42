import { v4, v7 } from 'uuid'
import type { DeviceId, OpId } from '../../domain/ids.ts'

/** Clock and randomness, as arguments: tests and the simulation give their own. */
export interface DeviceTools {
  /** The device's clock, in ms; may be wrong by years (I17). */
  now(): number
  newOpId(): OpId
  newDeviceId(): DeviceId
  /** From 0 to 1, 1 excluded. */
  random(): number
}

export const deviceTools: DeviceTools = {
  now: () => Date.now(),
  // The library's output is a UUID in lower case: the brands are earned here.
  newOpId: () => v7() as OpId,
  newDeviceId: () => v4() as DeviceId,
  random: () => Math.random(),
}
