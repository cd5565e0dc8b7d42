import { addMonths, type CalendarDay } from '../../calendar-day.ts'
import { versionOn } from '../versioned-milestones.ts'
import { moduleYears, type ModuleYear } from './module-years.ts'
import { halfDayHours, trainingDelays, trainingPaths, type TrainingPath } from './training-paths.ts'
import type { ExamSession, HalfDaySession, TrainingRecord } from './training-record.ts'
import type { Exam, Part } from './training-words.ts'

/** Hours of one part: what is due, what was attended, what is still to come. */
export interface HoursStanding {
  /** Undefined until the positioning test has given them. */
  readonly due: number | undefined
  readonly done: number
  readonly planned: number
}

export type ExamState =
  | 'exempted'
  | 'passed'
  | 'failed'
  /** It was sat, and the result isn't known. */
  | 'sat'
  | 'excused'
  | 'unexcused'
  | 'convoked'
  | 'to-convoke'

export interface ExamStanding {
  readonly exam: Exam
  readonly state: ExamState
  /** Of the last convocation, or of the exemption; null where there is none. */
  readonly day: CalendarDay | null
  /** The last day on which the path has it held; null where it says none, or the training isn't over. */
  readonly by: CalendarDay | null
}

/** Where somebody's training stands on a day. */
export interface TrainingStanding {
  readonly path: TrainingPath
  /** Whether anything at all is kept of it. */
  readonly isKept: boolean
  readonly hours: HoursStanding
  readonly placement: HoursStanding
  readonly isExempted: boolean
  /** The day on which the initial training was over; null while it isn't, or for who is exempted. */
  readonly doneOn: CalendarDay | null
  readonly exams: readonly ExamStanding[]
  readonly modules: readonly ModuleYear[]
  /** Half-days and exams missed without an accepted reason, of the months that are told of. */
  readonly unexcused: readonly (HalfDaySession | ExamSession)[]
  /** The day on which they began with the public though the path forbade it; null where it didn't. */
  readonly earlyOn: CalendarDay | null
  /** What of the calendar the structure hasn't acknowledged. */
  readonly unseen: readonly (HalfDaySession | ExamSession)[]
}

/** Whose training it is, and the first day of their contract. */
export interface Trained {
  readonly since: CalendarDay
}

/** The path of somebody: that of the day of their test, or of their first day where there is none. */
export function pathOf({ positioned }: TrainingRecord, { since }: Trained): TrainingPath {
  return versionOn(trainingPaths, positioned?.day ?? since)
}

/** Where a training stands on a day, by what has been said so far. */
export function trainingOn(record: TrainingRecord, trained: Trained, day: CalendarDay): TrainingStanding {
  const path = pathOf(record, trained)
  const isExempted = isExemptedFrom(record, 'formation', day)
  const hours = hoursOf(record, 'formation', record.positioned?.hours, day)
  const placement = hoursOf(record, 'stage', path.placementHours, day)
  const doneOn = endOfInitial(record, path, day)
  const told = toldOf(record)
  const toldFrom = addMonths(day, -trainingDelays.absenceToldMonths)
  const { tookUp, acknowledged } = record
  const isEarly =
    path.isBeforePublic &&
    !isExempted &&
    tookUp !== undefined &&
    tookUp.day <= day &&
    (doneOn === null || tookUp.day < doneOn) &&
    (record.positioned !== undefined || record.halfDays.length > 0)
  return {
    path,
    isKept:
      record.positioned !== undefined || record.exemptions.length > 0 || told.length > 0 || hasWords(record),
    hours,
    placement,
    isExempted,
    doneOn,
    exams: path.exams.map((exam) => examOn(record, { exam, path, doneOn }, day)),
    modules: moduleYears(record, { path, isExempted, since: trained.since }, day),
    unexcused: told.filter(
      ({ planned, attended }) =>
        attended?.presence === 'unexcused' && planned.day <= day && planned.day > toldFrom,
    ),
    earlyOn: isEarly ? tookUp.day : null,
    unseen: told.filter(
      ({ planned, cancelled }) =>
        planned.day >= day && !isSeen(acknowledged?.until, (cancelled ?? planned).at),
    ),
  }
}

function hasWords({ modules, completed, tookUp }: TrainingRecord): boolean {
  return modules.length > 0 || completed !== undefined || tookUp !== undefined
}

function toldOf({ halfDays, exams }: TrainingRecord): (HalfDaySession | ExamSession)[] {
  return [...halfDays, ...exams]
}

function isSeen(until: string | undefined, at: string): boolean {
  return until !== undefined && Date.parse(at) <= Date.parse(until)
}

function isExemptedFrom({ exemptions }: TrainingRecord, what: string, day: CalendarDay): boolean {
  return exemptions.some((one) => one.from === what && one.day <= day)
}

function hoursOf(
  { halfDays }: TrainingRecord,
  part: Part,
  due: number | undefined,
  day: CalendarDay,
): HoursStanding {
  const own = halfDays.filter(({ planned, cancelled }) => planned.part === part && !cancelled)
  const isOver = ({ planned, attended }: HalfDaySession) => attended !== undefined || planned.day < day
  return {
    due,
    done: own.filter((one) => wasThere(one, day)).length * halfDayHours,
    planned: own.filter((one) => !isOver(one)).length * halfDayHours,
  }
}

function wasThere({ planned, attended }: HalfDaySession, day: CalendarDay): boolean {
  return attended?.presence === 'present' && planned.day <= day
}

/** The day on which the body says that it is over, or on which all the hours were attended. */
function endOfInitial(record: TrainingRecord, path: TrainingPath, day: CalendarDay): CalendarDay | null {
  const { completed, positioned, halfDays } = record
  if (completed && completed.day <= day) return completed.day
  if (!positioned) return null
  const lastOf = (part: Part, due: number): CalendarDay | undefined => {
    const attended = halfDays.filter(
      (one) => one.planned.part === part && !one.cancelled && wasThere(one, day),
    )
    return attended[Math.ceil(due / halfDayHours) - 1]?.planned.day
  }
  const trained = lastOf('formation', positioned.hours)
  if (trained === undefined || path.placementHours === 0) return trained ?? null
  const placed = lastOf('stage', path.placementHours)
  if (placed === undefined) return null
  return placed > trained ? placed : trained
}

function examOn(
  record: TrainingRecord,
  { exam, path, doneOn }: { exam: Exam; path: TrainingPath; doneOn: CalendarDay | null },
  day: CalendarDay,
): ExamStanding {
  const own = record.exams.filter(({ planned, cancelled }) => planned.exam === exam && !cancelled)
  const passed = own.find(({ planned, result }) => result?.passed && planned.day <= day)
  const last = passed ?? own.at(-1)
  const exemption = record.exemptions.find((one) => one.from === exam && one.day <= day)
  const by =
    doneOn === null || path.examsWithinMonths === null ? null : addMonths(doneOn, path.examsWithinMonths)
  if (!passed && exemption) return { exam, state: 'exempted', day: exemption.day, by }
  return { exam, state: last ? examStateOn(last, day) : 'to-convoke', day: last?.planned.day ?? null, by }
}

function examStateOn({ planned, attended, result }: ExamSession, day: CalendarDay): ExamState {
  if (planned.day > day || !attended) return 'convoked'
  if (attended.presence !== 'present') return attended.presence
  if (!result) return 'sat'
  return result.passed ? 'passed' : 'failed'
}
