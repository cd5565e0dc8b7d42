import { frenchDayOf } from '../../domain/calendar-day.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { PersonId } from '../../domain/ids.ts'
import { latestMailBefore } from '../../domain/reminders/whom-to-write.ts'
import { absencesOfScopes } from '../store/absences.ts'
import { heldRoles } from '../store/held-roles.ts'
import { writeMail } from '../store/mail-outbox.ts'
import { writeMonthReminders } from '../store/month-reminders.ts'
import { addressOf } from '../store/people.ts'
import { writeStopLink } from '../store/reminder-stops.ts'
import { takeMailTurn, writeReminders } from '../store/reminders.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import type { WatchedPostRow } from '../store/watched-posts.ts'
import { hashOfSecret } from '../structure-access/secret-of-link.ts'
import { whomToTellOfMonths, type MonthToTell } from './asking-months.ts'
import type { ReminderDesk } from './reminder-desk.ts'
import { reminderMail, type ToldOf } from './reminder-mails.ts'
import { stopLinkPath } from './stop-reminders.ts'
import { silenceOfPost } from './watched-silences.ts'
import { whomToTell, type ToTell } from './whom-to-tell.ts'

/**
 * Reminds by mail all whose turn it is today: one message a person, whatever they are told of, and none within a week of
 * another. Killed in the middle and run again, or run by two servers, it writes to nobody twice: what was sent is in the
 * transaction that puts the message in the outbox. Answers how many messages were written.
 */
export async function sendReminders(desk: ReminderDesk): Promise<number> {
  const now = desk.clock()
  const failures: unknown[] = []
  let written = 0
  const silences = await whomToTell(desk.store.db, frenchDayOf(now))
  const months = await whomToTellOfMonths(desk.store, now)
  for (const person of new Set([...silences.keys(), ...months.keys()])) {
    const told = silences.get(person) ?? []
    const ofMonths = months.get(person) ?? []
    try {
      if (await inTransaction(desk.store, (tx) => remind(tx, desk, { person, told, ofMonths, now })))
        written += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (written > 0) desk.wakePostman()
  // The others were written to; those who weren't are tomorrow.
  if (failures.length > 0) throw new AggregateError(failures, 'Some reminders were not written')
  return written
}

/** Writes to an advisor that their structure asks for news of them, unless they were written to this week. Says whether it did. */
export async function askAdvisor(
  tx: Db,
  desk: ReminderDesk,
  post: WatchedPostRow,
  now: Date,
): Promise<boolean> {
  const absences = (await absencesOfScopes(tx, [post.scope])).get(post.scope) ?? []
  const silence = silenceOfPost(post, absences, frenchDayOf(now))
  const person = post.advisorId
  return remind(tx, desk, {
    person,
    told: [{ person, reader: 'advisor', post, silence }],
    ofMonths: [],
    now,
    isAsked: true,
  })
}

interface Reminding {
  readonly person: PersonId
  readonly told: readonly ToTell[]
  readonly ofMonths: readonly MonthToTell[]
  readonly now: Date
  /** By their structure, rather than because of the day. */
  readonly isAsked?: boolean
}

async function remind(
  tx: Db,
  desk: ReminderDesk,
  { person, told, ofMonths, now, isAsked }: Reminding,
): Promise<boolean> {
  const still: ToTell[] = []
  // Asked again here: a role may have been taken away since the list was made.
  for (const one of told) if (await mayBeTold(tx, one)) still.push(one)
  const months: MonthToTell[] = []
  for (const one of ofMonths) if (await isResponsable(tx, one)) months.push(one)
  const to = await addressOf(tx, person)
  if (still.length + months.length === 0 || to === undefined) return false
  const at = now.toISOString()
  const latest = latestMailBefore(now, frenchDayOf(now)).toISOString()
  if (!(await takeMailTurn(tx, { person, at, latest }))) return false
  const mail = desk.ids.newId()
  const token = desk.ids.newToken()
  await writeStopLink(tx, { tokenHash: hashOfSecret(token), person, at })
  const rows = still.map(({ reader, post, silence }) => ({
    id: desk.ids.newId(),
    reader,
    advisorId: post.advisorId,
    structureId: post.structureId,
    silence,
  }))
  await writeReminders(tx, { mail, to: person, at }, rows)
  const monthRows = months.map(({ structure, asking: { month, standing }, version }) => ({
    id: desk.ids.newId(),
    structureId: structure,
    month,
    standing,
    version,
  }))
  await writeMonthReminders(tx, { mail, to: person, at }, monthRows)
  const stopUrl = `${desk.publicUrl}${stopLinkPath}/${token}`
  const parts = [...partsOf(still, isAsked ?? false), ...monthPartsOf(months)]
  const words = reminderMail(desk.publicUrl, { to, told: parts, stopUrl })
  await writeMail(tx, { id: mail, event: `reminder ${mail}`, at, ...words })
  return true
}

async function mayBeTold(tx: Db, { person, reader, post, team }: ToTell): Promise<boolean> {
  if (reader === 'coordinator')
    return team !== undefined && (await heldRoles(tx, person, { over: 'team', id: team })).length > 0
  const held = await heldRoles(tx, person, { over: 'structure', id: post.structureId })
  return held.includes(reader === 'structure' ? 'responsable' : reader)
}

async function isResponsable(tx: Db, { person, structure }: MonthToTell): Promise<boolean> {
  return (await heldRoles(tx, person, { over: 'structure', id: structure })).includes('responsable')
}

function monthPartsOf(months: readonly MonthToTell[]): ToldOf[] {
  const byStructure = groupBy(months, ({ structure }) => structure)
  return [...byStructure].map(([structure, own]) => ({
    reader: 'responsable' as const,
    structure,
    months: own.map(({ asking }) => asking),
  }))
}

/** What a message says, in the order of capacities: a structure or a team once, however many of its posts are silent. */
function partsOf(told: readonly ToTell[], isAsked: boolean): ToldOf[] {
  const of = (reader: ToTell['reader']) => told.filter((one) => one.reader === reader)
  const structures = new Set(of('structure').map(({ post }) => post.structureId))
  const teams = new Set(of('coordinator').flatMap(({ team }) => team ?? []))
  return [
    ...of('advisor')
      .slice(0, 1)
      .map(() => ({ reader: 'advisor' as const, isAsked })),
    ...[...structures].map((structure) => ({
      reader: 'structure' as const,
      structure,
      posts: of('structure').filter(({ post }) => post.structureId === structure).length,
    })),
    ...[...teams].map((team) => ({
      reader: 'coordinator' as const,
      team,
      posts: of('coordinator').filter((one) => one.team === team).length,
    })),
    ...(of('state').length > 0 ? [{ reader: 'state' as const, posts: of('state').length }] : []),
  ]
}
