import { whatTravelsAndWho } from './001-what-travels-and-who.ts'
import { conflictsThatTravel } from './002-conflicts-that-travel.ts'
import { sessionsKnowTheirDevice } from './003-sessions-know-their-device.ts'
import { whatOperatorsWatch } from './004-what-operators-watch.ts'
import { settledAnomalies } from './009-settled-anomalies.ts'
import type { Migration } from './migration.ts'

/** In the order in which they run. */
export const allMigrations: readonly Migration[] = [
  whatTravelsAndWho,
  conflictsThatTravel,
  sessionsKnowTheirDevice,
  whatOperatorsWatch,
  ...[5, 6, 7, 8].map(keptFree),
  settledAnomalies,
]

/** A number whose step is still to be written. */
function keptFree(number: number): Migration {
  return { number, name: 'kept free', statements: [] }
}
