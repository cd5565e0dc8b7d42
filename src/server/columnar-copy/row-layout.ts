import { profileNames } from './copied-activity.ts'

/** Where a slice's row says what it is of; profiles come first. */
export const departmentAt = profileNames.length
export const sumsAt = departmentAt + 1
export const traitsAt = sumsAt + 1
export const rowWidth = traitsAt + 1
