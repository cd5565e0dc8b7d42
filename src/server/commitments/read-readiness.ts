import type { ReadinessOfTerritory, TeamReadiness } from '../../domain/access/readiness-on-the-wire.ts'
import { hasContractOn } from '../../domain/access/has-contract-on.ts'
import { frenchDayOf, type CalendarDay } from '../../domain/calendar-day.ts'
import { addToMonth, daysOfMonth, monthOfDay } from '../../domain/calendar-month.ts'
import { trainingReadiness } from '../../domain/commitments/readiness/advisor-readiness.ts'
import { readinessByDepartment } from '../../domain/commitments/readiness/readiness-by-department.ts'
import { trainingRecord } from '../../domain/commitments/training/training-record.ts'
import { trainingOn } from '../../domain/commitments/training/training-standing.ts'
import { countAttendances } from '../../domain/community/attendance-count.ts'
import { eventTimes } from '../../domain/community/event-life.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId, TeamId } from '../../domain/ids.ts'
import { eventsOfTeam } from '../community/events-of-team.ts'
import { teamPosts, type GroupPost } from '../store/group-posts.ts'
import { namedStructures } from '../store/post-assignments.ts'
import { stateRemit } from '../store/state-remit.ts'
import type { Store } from '../store/store.ts'
import { teamTrainingFacts } from '../store/training-facts.ts'
import { snapshotRead } from '../store/transaction.ts'
import type { ReadinessShelf } from './readiness-shelf.ts'

interface TerritoryQuestion {
  readonly person: PersonId
  readonly department: string | null
  readonly now: Date
}

/**
 * Of how many advisors of the State's remit each measure stands how. The whole nation is counted each time, so that what
 * is hidden of a department is the same on its own page and in the nation's table. Throws `forbidden` to who doesn't
 * read for the State there once it is counted.
 */
export async function readTerritoryReadiness(
  store: Store,
  shelf: ReadinessShelf,
  { person, department, now }: TerritoryQuestion,
): Promise<ReadinessOfTerritory> {
  const today = frenchDayOf(now)
  const { nation, departments } = readinessByDepartment(await shelf.structuresOn(store, today))
  // Looked at last: the first reading takes its time.
  const remit = await stateRemit(store.db, person)
  if (!remit || (remit.department !== null && remit.department !== department))
    throw new CodedError('forbidden')
  const read = { countedAt: now.toISOString(), today }
  if (department === null) return { ...read, total: nation, departments: [...departments] }
  const own = departments.filter((one) => one.department === department)
  const [total = readinessByDepartment([]).nation] = own
  return { ...read, total, departments: own }
}

/** Events of so many months are counted, the running one included. */
const monthsOfEvents = 12

/** Where the members of a team stand who are in it and in post today, by name, for who coordinates it. */
export async function readTeamReadiness(
  store: Store,
  { person, team, now }: { person: PersonId; team: TeamId; now: Date },
): Promise<TeamReadiness> {
  const today = frenchDayOf(now)
  const from = daysOfMonth(addToMonth(monthOfDay(today), 1 - monthsOfEvents)).from
  return snapshotRead(store, async (db) => {
    const posts = (await teamPosts(db, { person, team })).filter((post) => isMemberOn(post, today))
    const structures = await namedStructures(
      db,
      posts.map(({ structure }) => structure),
    )
    const training = await teamTrainingFacts(db, { person, team, today })
    const scopes = posts.map(({ scope }) => scope)
    const { events } = await eventsOfTeam(db, { team, scopes, days: { from, to: today } })
    const over = events.filter(
      ({ cancelled, details }) => cancelled === null && eventTimes(details).ends <= now.getTime(),
    )
    const members = posts.map(({ scope, name, structure, contracts }) => {
      const facts = training.get(scope)
      const since = contracts.map(({ starts }) => starts).sort()[0] ?? today
      const standing = facts && trainingOn(trainingRecord(facts), { since }, today)
      const { initial, exams, continuing } = trainingReadiness(standing, today)
      const own = over.flatMap(({ invited }) => invited.filter((one) => one.scope === scope))
      return {
        scope,
        name,
        structureName: structures.get(structure)?.name ?? '',
        initial,
        exams,
        continuing,
        attendance: countAttendances(own.map(({ attendance }) => attendance)),
      }
    })
    return { countedAt: now.toISOString(), today, events: { from, to: today }, members }
  })
}

function isMemberOn(post: GroupPost, today: CalendarDay): boolean {
  const stays = post.stays ?? []
  const isInTeam = stays.some(({ joins, leaves }) => joins <= today && (leaves === null || today <= leaves))
  return isInTeam && hasContractOn(post, today)
}
