import { whatTravelsAndWho } from './001-what-travels-and-who.ts'
import { conflictsThatTravel } from './002-conflicts-that-travel.ts'
import { sessionsKnowTheirDevice } from './003-sessions-know-their-device.ts'
import { whatOperatorsWatch } from './004-what-operators-watch.ts'
import { openData } from './006-open-data.ts'
import type { Migration } from './migration.ts'

/** In the order in which they run. */
export const allMigrations: readonly Migration[] = [
  whatTravelsAndWho,
  conflictsThatTravel,
  sessionsKnowTheirDevice,
  whatOperatorsWatch,
  // Its place is taken by what is written beside this: the numbers have no hole.
  { number: 5, name: 'nothing yet', statements: [] },
  openData,
]
