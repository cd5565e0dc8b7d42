import type { DocumentId } from '../../../../src/domain/ids.ts'
import { weekdayOf } from '../../../../src/domain/french-holidays.ts'
import type { Theme } from '../../../../src/domain/report/themes.ts'
import {
  happens,
  oneOf,
  seededRandom,
  wholeBetween,
  type Random,
} from '../../../../src/server/demonstration/seeded-random.ts'
import type { Advisor } from './advisor.ts'
import {
  classBody,
  eventBody,
  otherTimeBody,
  themeOf,
  visitBody,
  workshopBody,
  type Body,
  type Where,
} from './bodies.ts'
import type { DayOfWork } from './days-of-work.ts'
import { factor, poisson } from './draws.ts'
import { peopleOf, type Person } from './people.ts'
import { isSchoolHoliday, seasonOf } from './seasons.ts'

/** Something that was done, and the minute of the day at which it was over. */
export interface Done {
  readonly body: Body
  readonly endsAt: number
}

/** What an advisor does, day after day: days are asked for in order, since people come back. */
export function workOf(advisor: Advisor): (work: DayOfWork) => Done[] {
  const newPerson = peopleOf(advisor)
  const course = courseOf(advisor)
  return (work) => {
    const random = seededRandom(`${advisor.seed}/day/${work.day}`)
    const where = whereOf(advisor, work)
    const isFair = isFairDay(random, advisor, work)
    const planned = isFair
      ? [eventBody(random, where)]
      : [
          ...trainingOf(random, work),
          ...otherTimeOf(random, where, work),
          ...classesOf(random, where, work),
          ...workshopsOf(random, where, work, course),
        ]
    const visits = isFair
      ? []
      : visitsOf(random, where, work, minutesOf(planned), () => newPerson(random, work.day))
    const isOpen = work.morning || work.afternoon
    const empty =
      isOpen && visits.length === 0 && planned.length === 0 && happens(random, advisor.habits.otherTime)
    return oneAfterAnother(random, work, [
      ...planned,
      ...visits,
      ...(empty ? [otherTimeBody(where, 'permanence_sans_visite', oneOf(random, [120, 180]))] : []),
    ])
  }
}

/** The week's stops are mostly the same from one week to the next. */
function whereOf(advisor: Advisor, { day }: DayOfWork): Where {
  const lieu: DocumentId = advisor.lieux[weekdayOf(day) % advisor.lieux.length] ?? advisor.lieux[0]
  return { advisor, day, lieu }
}

/** A day off that is worked all the same has a fair, or a feast; some public holidays have an ordinary market. */
function isFairDay(random: Random, { habits }: Advisor, { day, isHoliday }: DayOfWork): boolean {
  return isHoliday ? happens(random, 0.6) : habits.visits[weekdayOf(day)] === undefined
}

function trainingOf(random: Random, work: DayOfWork): Body[] {
  if (work.trained === 0 || !happens(random, 0.7)) return []
  const certification = happens(random, 0.08)
  return [otherTimeBody(work, certification ? 'certification' : 'formation', work.trained === 1 ? 420 : 210)]
}

function otherTimeOf(random: Random, { advisor, day }: Where, work: DayOfWork): Body[] {
  const { habits } = advisor
  if (work.isHoliday || (!work.morning && !work.afternoon)) return []
  const bodies: Body[] = []
  const add = (share: number, body: () => Body) => {
    if (happens(random, share * habits.otherTime)) bodies.push(body())
  }
  const firstOfWeek = habits.visits.findIndex((visits) => visits !== undefined)
  if (weekdayOf(day) === firstOfWeek)
    add(0.8, () => otherTimeBody({ day }, 'reunion', oneOf(random, [60, 90, 120]), 'Réunion d’équipe'))
  if (habits.travel > 0)
    add(0.8, () => otherTimeBody({ day }, 'deplacement', fives(habits.travel * factor(random, 0.3))))
  add(0.15, () => otherTimeBody({ day }, 'preparation', oneOf(random, [30, 60, 60, 90, 120])))
  add(0.06, () =>
    otherTimeBody({ day }, 'vie_de_la_communaute', oneOf(random, [60, 60, 90, 180]), 'Webinaire'),
  )
  add(0.05, () =>
    otherTimeBody({ day }, 'reunion', oneOf(random, [60, 120, 180]), 'Rencontre de partenaires'),
  )
  add(0.03, () => otherTimeBody({ day }, 'autre', oneOf(random, [30, 60])))
  return bodies
}

/** One class, or two of the same level one after the other. */
function classesOf(random: Random, where: Where, work: DayOfWork): Body[] {
  const { habits, zone } = where.advisor
  const perDay = habits.workshops.classesPerWeek / 4
  if (!work.morning || weekdayOf(work.day) > 4 || isSchoolHoliday(zone, work.day) || !happens(random, perDay))
    return []
  const theme = oneOf<Theme>(random, ['reseaux_sociaux', 'securite_numerique', 'culture_numerique'])
  return Array.from({ length: happens(random, 0.45) ? 2 : 1 }, () =>
    classBody(random, where, wholeBetween(random, 19, 30), theme),
  )
}

/** A workshop has its usual day of the week, a subject for some weeks, and whoever comes of those who enrolled. */
interface Course {
  readonly weekdays: readonly number[]
  readonly enrolled: number
  readonly minutes: number
}

function courseOf({ seed, habits }: Advisor): Course {
  const random = seededRandom(`${seed}/course`)
  const worked = habits.visits.flatMap((visits, day) => (visits === undefined ? [] : [day]))
  const { perWeek, least, most, minutes } = habits.workshops
  const count = Math.min(worked.length, Math.max(1, Math.ceil(perWeek)))
  const weekdays = worked.toSorted(() => random() - 0.5).slice(0, count)
  return {
    weekdays,
    enrolled: wholeBetween(random, least + 1, most),
    minutes: oneOf(random, minutes as [number, ...number[]]),
  }
}

function workshopsOf(random: Random, where: Where, work: DayOfWork, course: Course): Body[] {
  const { advisor, day } = where
  const { workshops } = advisor.habits
  const paused =
    isSchoolHoliday(advisor.zone, day) && (!workshops.inSchoolHolidays || day.slice(5, 7) === '08')
  const share = workshops.perWeek / course.weekdays.length
  const isPlanned = course.weekdays.includes(weekdayOf(day))
    ? happens(random, share)
    : happens(random, share * 0.04)
  if (paused || !isPlanned || !work.morning || work.isHoliday) return []
  const came = peopleAt(random, workshops, course)
  // Nobody or one came: it's called off, or is one person's visit.
  if (came < 2 && !happens(random, 0.1)) return []
  const theme = themeOf(random, advisor, day)
  const title = titlesOf(theme)
  return [workshopBody(random, where, { people: Math.max(1, came), minutes: course.minutes, title, theme })]
}

/** Mostly those who enrolled, less a few; a subject that draws brings more. */
function peopleAt(
  random: Random,
  { least, most }: Advisor['habits']['workshops'],
  { enrolled }: Course,
): number {
  if (happens(random, 0.04)) return wholeBetween(random, 1, least)
  if (happens(random, 0.04)) return Math.round(most * (1 + random() * 0.6))
  return Math.max(least - 1, Math.round(enrolled * (0.55 + 0.55 * random())))
}

function titlesOf(theme: Theme): string {
  const words = theme.replaceAll('_', ' ')
  return `Atelier ${words}`
}

function visitsOf(
  random: Random,
  where: Where,
  work: DayOfWork,
  taken: number,
  newPerson: () => Person,
): Body[] {
  const { advisor, day } = where
  const usual = advisor.habits.visits[weekdayOf(day)] ?? 0
  const halves = (work.morning ? 0.55 : 0) + (work.afternoon ? 0.45 : 0)
  const week = seededRandom(`${advisor.seed}/week/${mondayKey(day)}`)
  const free = Math.max(0, 1 - taken / 500)
  const mean =
    usual * advisor.pace * seasonOf(advisor, day) * factor(week, 0.18) * halves * (0.35 + 0.65 * free)
  const bodies: Body[] = []
  const wanted = poisson(random, mean)
  let left = 500 * halves - taken
  while (bodies.length < wanted && left > 0) {
    const body = visitBody(random, where, newPerson())
    const partner = happens(random, 0.025) ? [partnerOf(random, body, newPerson())] : []
    bodies.push(body, ...partner)
    left -= minutesOf([body, ...partner])
  }
  return bodies
}

/** The other one of a couple: the same was done, with somebody else. */
function partnerOf(random: Random, body: Body, other: Person): Body {
  const beneficiary = body['beneficiary'] as Person
  if (beneficiary.kind === 'suivi' || other.kind === 'suivi') return { ...body, beneficiary: other }
  const gender = beneficiary['gender'] === 'feminin' ? 'masculin' : 'feminin'
  return {
    ...body,
    beneficiary: 'gender' in beneficiary && happens(random, 0.9) ? { ...beneficiary, gender } : beneficiary,
  }
}

/** What was done follows one another from the opening on, with a break at noon. */
function oneAfterAnother(random: Random, work: DayOfWork, bodies: readonly Body[]): Done[] {
  const order =
    bodies.filter(({ kind }) => kind === 'individuel').length > 3 && happens(random, 0.5)
      ? bodies.toReversed()
      : bodies
  let minute = work.morning ? 9 * 60 + wholeBetween(random, -20, 20) : 13 * 60 + 30
  return order.map((body) => {
    if (minute > 12 * 60 + 15 && minute < 13 * 60 + 30) minute = 13 * 60 + 30
    minute = Math.min(minute + minutesOf([body]), 20 * 60)
    return { body, endsAt: minute }
  })
}

function minutesOf(bodies: readonly Body[]): number {
  return bodies.reduce((sum, body) => sum + Number(body['minutes'] ?? 0), 0)
}

function fives(minutes: number): number {
  return Math.max(10, 5 * Math.round(minutes / 5))
}

function mondayKey(day: DayOfWork['day']): number {
  return Math.floor((Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 3) / 7)
}
