import { weeksShown, type StructureTime } from '../../domain/access/structure-time.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { postLife, type Filling } from '../../domain/commitments/post-life.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { firstOfWeeks, timeUseOf, weeksOfTime, type WorkingTime } from '../../domain/statistics/time-spent.ts'
import { absencesOfScopes } from '../store/absences.ts'
import { structurePosts, type GroupPost } from '../store/group-posts.ts'
import { structurePostFacts } from '../store/post-facts.ts'
import { reportedTimes } from '../store/reported-work.ts'
import type { Store } from '../store/store.ts'
import { snapshotRead } from '../store/transaction.ts'

/** Where the time of a structure's advisors goes, week by week, against the working time of their contracts. */
export async function readStructureTime(
  store: Store,
  { person, structure, now }: { person: PersonId; structure: StructureId; now: Date },
): Promise<StructureTime> {
  const today = frenchDayOf(now)
  const weeks = { last: today, weeks: weeksShown }
  const period = { from: firstOfWeeks(today, weeksShown), to: today }
  return snapshotRead(store, async (db) => {
    const posts = await structurePosts(db, { person, structure })
    const absences = await absencesOfScopes(
      db,
      posts.map(({ scope }) => scope),
    )
    const times = await reportedTimes(db, { person, structure, period })
    const said = (await structurePostFacts(db, { person, structure })).flatMap(
      ({ facts }) => postLife(facts).fillings,
    )
    const advisors = posts.map((post) => {
      const own = times
        .filter(({ scope }) => scope === post.scope)
        .map(({ day, minutes, ...of }) => ({ day, minutes, use: timeUseOf(of) }))
      const away = absences.get(post.scope) ?? []
      return {
        scope: post.scope,
        name: post.name,
        weeks: weeksOfTime(own, [{ contracts: workingTimes(post, said), absences: away }], weeks),
      }
    })
    // Who has left and reported nothing since has no line.
    const isShown = ({ weeks: shown }: (typeof advisors)[number]) =>
      shown.some(({ total, expected }) => total > 0 || expected !== 0)
    return { today, advisors: advisors.filter(isShown) }
  })
}

/** The contracts by which somebody files, with the hours that a post says of them. */
function workingTimes({ scope, contracts }: GroupPost, said: readonly Filling[]): WorkingTime[] {
  const own = said.filter((filling) => filling.scope === scope)
  return contracts.map(({ starts, ends }) => {
    const filling = own.find(({ contract }) => contract.day === starts)
    return { starts, ends, weeklyMinutes: filling?.contract.weeklyMinutes ?? null }
  })
}
