import type { CommunityFactId } from './community-ids.ts'
import type { EventConfirmationKind } from '../confirmation/event-confirmation.ts'
import type { MarkWord } from './event-words.ts'

interface SaidWord<P extends string, W> {
  readonly id: CommunityFactId | string
  /** When it was said: an instant of ISO 8601. */
  readonly at: string
  readonly party: P
  readonly says: W
}

/** One thing said of whether somebody goes to an event, or was there: by themselves, or by who marks for a team. */
export type AttendanceWord = SaidWord<'advisor', EventConfirmationKind> | SaidWord<'coordinator', MarkWord>

/** Whether somebody goes, or was there, and by whose word. */
export interface Attendance {
  /** What they said themselves before it; null where they said nothing. */
  readonly plans: 'going' | 'not-going' | null
  /** Whether they were there; null as long as nobody has said. */
  readonly wasThere: boolean | null
  /** Whose word that is. */
  readonly by: 'advisor' | 'coordinator' | null
  /** What the person says otherwise than the mark: told to both, settled by nobody. */
  readonly differs: boolean
}

/**
 * What was said of one person's attendance comes to, in whatever order it is read. The last word of each of the two
 * counts. A coordinator's mark prevails over the person's own word, since they hold the list of who came and mark for the
 * whole team alike; the person's word stays and is shown beside it. Without a mark the person's word is enough.
 *
 * @param hasReport whether the person's report on the event is filed: it says more than any tap that they were there
 */
export function attendanceOf(words: readonly AttendanceWord[], hasReport = false): Attendance {
  const last = lastOf(words.filter((word) => word.party === 'advisor'))?.says
  const own = hasReport ? 'attended' : last
  const mark = lastOf(words.filter((word) => word.party === 'coordinator'))?.says
  const said = own === 'attended' ? true : own === 'not-attended' ? false : null
  const marked = mark === 'present' ? true : mark === 'absent' ? false : null
  return {
    plans: own === 'going' || own === 'not-going' ? own : null,
    wasThere: marked ?? said,
    by: marked !== null ? 'coordinator' : said !== null ? 'advisor' : null,
    differs: marked !== null && said !== null && marked !== said,
  }
}

/** By the moment; of one moment by the id, so that everybody finds the same one. */
function lastOf<W extends AttendanceWord>(words: readonly W[]): W | undefined {
  return [...words].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || compare(a.id, b.id)).at(-1)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
