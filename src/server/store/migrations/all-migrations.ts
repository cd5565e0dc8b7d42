import { whatTravelsAndWho } from './001-what-travels-and-who.ts'
import { conflictsThatTravel } from './002-conflicts-that-travel.ts'
import { sessionsKnowTheirDevice } from './003-sessions-know-their-device.ts'
import { whatOperatorsWatch } from './004-what-operators-watch.ts'
import { employerGetsIn } from './005-employer-gets-in.ts'
import { publicLinks } from './008-public-links.ts'
import { settledAnomalies } from './009-settled-anomalies.ts'
import { monthsVouchedFor } from './010-months-vouched-for.ts'
import { needsOfTerritories } from './007-needs-of-territories.ts'
import { openData } from './006-open-data.ts'
import { whoHasReadWhat } from './011-who-has-read-what.ts'
import { reminders } from './012-reminders.ts'
import { lifeOfPosts } from './013-life-of-posts.ts'
import { whatStructuresMaySee } from './014-what-structures-may-see.ts'
import { remindedMonths } from './015-reminded-months.ts'
import { clothingAndEquipment } from './016-clothing-and-equipment.ts'
import { trainingAndExams } from './017-training-and-exams.ts'
import { lifeOfTheCommunity } from './018-life-of-the-community.ts'
import type { Migration } from './migration.ts'

/** In the order in which they run. */
export const allMigrations: readonly Migration[] = [
  whatTravelsAndWho,
  conflictsThatTravel,
  sessionsKnowTheirDevice,
  whatOperatorsWatch,
  employerGetsIn,
  openData,
  needsOfTerritories,
  publicLinks,
  settledAnomalies,
  monthsVouchedFor,
  whoHasReadWhat,
  reminders,
  lifeOfPosts,
  whatStructuresMaySee,
  remindedMonths,
  clothingAndEquipment,
  trainingAndExams,
  lifeOfTheCommunity,
]
