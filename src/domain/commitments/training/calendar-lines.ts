import { wallIn } from '../../appointment/icalendar/time-zones.ts'
import type { PlannedEvent } from '../../appointment/planned-event.ts'
import { addDays } from '../../calendar-day.ts'
import type { ScopeId } from '../../ids.ts'
import { zoneOfDepartment } from '../../territory/zone-of-department.ts'
import { halfDaysBetween, type HalfOfDay } from './half-days-between.ts'
import { trainingTitleMaxLength } from './training-fact.ts'
import type { LineKind, TrainingLine } from './training-lines.ts'

/** Who follows a calendar, and whose clocks they live by. */
export interface CalendarTrainee {
  readonly scope: ScopeId
  readonly department: string | null
}

/**
 * The half-days that events of a calendar are to each who follows it. A session at 9 in Paris is a morning there and an
 * afternoon in Nouméa.
 */
export function linesOfCalendar(
  events: readonly PlannedEvent[],
  trainees: readonly CalendarTrainee[],
  kind: LineKind,
): TrainingLine[] {
  return trainees.flatMap(({ scope, department }) =>
    events.flatMap((event) =>
      halvesOfEvent(event, zoneOfDepartment(department)).map(({ day, half }, index): TrainingLine => ({
        trainee: scope,
        key: `${event.uid} ${event.occurrence ?? ''} ${index}`.slice(0, 500),
        day,
        half,
        kind,
        title: event.title.slice(0, trainingTitleMaxLength),
        place: (event.location ?? '').slice(0, trainingTitleMaxLength),
        isCancelled: event.isCancelled,
        presence: null,
        reason: null,
        passed: null,
      })),
    ),
  )
}

function halvesOfEvent({ date, lastDate = date, starts, ends }: PlannedEvent, zone: string): HalfOfDay[] {
  if (starts !== undefined)
    return halfDaysBetween(wallIn(zone, Date.parse(starts)), wallIn(zone, Date.parse(ends ?? starts)))
  const whole: HalfOfDay[] = []
  for (let day = date; day <= lastDate; day = addDays(day, 1))
    whole.push({ day, half: 'matin' }, { day, half: 'apres_midi' })
  return whole
}
