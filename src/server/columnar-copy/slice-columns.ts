import { profileNames } from './copied-activity.ts'

/** Which column of a slice says what an activity is of; profiles come first. */
export const departmentAt = profileNames.length
export const sumsAt = departmentAt + 1
export const traitsAt = sumsAt + 1
export const columnCount = traitsAt + 1
