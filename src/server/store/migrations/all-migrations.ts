import { whatTravelsAndWho } from './001-what-travels-and-who.ts'
import { conflictsThatTravel } from './002-conflicts-that-travel.ts'
import { sessionsKnowTheirDevice } from './003-sessions-know-their-device.ts'
import { whatOperatorsWatch } from './004-what-operators-watch.ts'
import { needsOfTerritories } from './007-needs-of-territories.ts'
import type { Migration } from './migration.ts'

/** In the order in which they run. */
export const allMigrations: readonly Migration[] = [
  whatTravelsAndWho,
  conflictsThatTravel,
  sessionsKnowTheirDevice,
  whatOperatorsWatch,
  // Numbers that are taken elsewhere: these two lines go when 005 and 006 are there.
  { number: 5, name: 'reserved', statements: [] },
  { number: 6, name: 'reserved', statements: [] },
  needsOfTerritories,
]
