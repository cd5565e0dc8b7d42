import { Dexie } from 'dexie'
import type { OwnScope } from '../../domain/access/signed-in-person.ts'
import { hasContractOn } from '../../domain/access/has-contract-on.ts'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import { isStopped, type ReminderAnswer } from '../../domain/reminders/reminder-answer.ts'
import { isReached } from '../../domain/reminders/reminder-readers.ts'
import { silenceOn, type Silence } from '../../domain/reminders/silence.ts'
import { ownAbsences } from './absences.ts'
import type { CoopDatabase } from './database.ts'
import { ownScopesHere } from './own-scopes.ts'
import { readOwnAnswers } from './own-reminder-answers.ts'
import { readKeptOwnReminders } from './reminders.ts'

/** A silence of one's own at one structure, that one is reminded of. */
export interface OwnSilence {
  readonly own: OwnScope
  readonly silence: Silence
  /** When a message about it was sent last, as far as this device knows. */
  readonly mailedAt: string | null
  /** The last day on which the structure asked for news. */
  readonly askedOn: CalendarDay | null
}

/**
 * Silences of one's own that nothing explains, by this device's reports and absences; none as long as it hasn't read all
 * of them. What was answered here counts at once, what was answered elsewhere as the server last told it.
 */
export async function ownSilences(db: CoopDatabase, today: CalendarDay): Promise<OwnSilence[]> {
  const scopes = await ownScopesHere(db)
  const cursors = await db.cursor.toArray()
  if (!scopes || cursors.some(({ complete }) => !complete)) return []
  const [absences, here, told] = await Promise.all([
    ownAbsences(db),
    readOwnAnswers(db),
    readKeptOwnReminders(db),
  ])
  const posts = scopes.filter(({ role }) => role === 'advisor')
  const found = posts.map(async (own): Promise<OwnSilence[]> => {
    const { structureId, structureName, contracts, scope } = own
    const post = { contracts, stays: null, absences: absences.filter((absence) => absence.scope === scope) }
    const silence = silenceOn({ posts: [post], activityDays: await lastDayOf(db, own) }, today)
    const theirs = (told?.answers ?? []).filter((answer) => answer.structureId === structureId)
    const mine = here.filter(({ structure }) => structure === structureId)
    const answers: ReminderAnswer[] = [
      ...theirs,
      ...mine.map(({ reason, on }) => ({ reader: 'advisor' as const, reason, on })),
    ]
    if (!isReached('advisor', silence.turn) || isStopped(answers, 'advisor', silence, today)) return []
    const asked = theirs.filter(({ reason, on }) => reason === 'asked' && on > silence.since)
    const mailed = (told?.sent ?? []).filter(
      (one) => one.reader === 'advisor' && one.structureName === structureName && one.at > silence.since,
    )
    return [{ own, silence, mailedAt: mailed[0]?.at ?? null, askedOn: asked[0]?.on ?? null }]
  })
  return (await Promise.all(found)).flat()
}

/** The day of the last activity of a post, inside a contract. */
async function lastDayOf(db: CoopDatabase, { scope, contracts }: OwnScope): Promise<CalendarDay[]> {
  const days: CalendarDay[] = []
  await db.report
    .where('[state+order+id]')
    .between(['live', Dexie.minKey], ['live', Dexie.maxKey])
    .reverse()
    .until(() => days.length > 0)
    .each((row) => {
      const day = calendarDaySchema.safeParse(row.order).data
      if (row.scope === scope && day && hasContractOn({ contracts }, day)) days.push(day)
    })
  return days
}
