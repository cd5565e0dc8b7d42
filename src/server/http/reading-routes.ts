import * as z from 'zod/mini'
import {
  ownReadingsSchema,
  reportReadingsSchema,
  structureReadingsSchema,
} from '../../domain/access/readings.ts'
import { structureReportSchema } from '../../domain/access/structure-report.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import {
  calendarMonthSchema,
  daysOfMonth,
  monthOfDay,
  type CalendarMonth,
} from '../../domain/calendar-month.ts'
import { documentIdSchema, structureIdSchema } from '../../domain/ids.ts'
import { ownReadings, readingsOfOwnReport, structureReadings } from '../store/readings.ts'
import { readStructureReport } from '../structure/read-structure-report.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'
import { requirePerson } from './require-person.ts'

/** This month, unless said. */
const ofMonth = z.object({ mois: z.optional(calendarMonthSchema) })

const reportRoute = {
  config: { access: 'read-structure-activities' },
  schema: {
    params: z.object({ id: structureIdSchema, report: documentIdSchema }),
    response: { 200: structureReportSchema },
  },
} as const
const structureRoute = {
  config: { access: 'read-structure-readings' },
  schema: {
    params: z.object({ id: structureIdSchema }),
    querystring: ofMonth,
    response: { 200: structureReadingsSchema },
  },
} as const
const ownRoute = {
  config: { access: 'read-own-readings' },
  schema: { querystring: ofMonth, response: { 200: ownReadingsSchema } },
} as const
const ownReportRoute = {
  config: { access: 'read-own-readings' },
  schema: { params: z.object({ report: documentIdSchema }), response: { 200: reportReadingsSchema } },
} as const

/** One report as an employer opens it, and who read what: told to the advisor, and to who answers for the structure. */
export async function readingRoutes(app: App): Promise<void> {
  app.get('/api/structures/:id/activities/:report', reportRoute, async (request) => {
    const { id: structure, report } = request.params
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    return readStructureReport(app.store, { person, structure, now: app.clock() }, report)
  })

  app.get('/api/structures/:id/readings', structureRoute, async (request) => {
    const structure = request.params.id
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    const month = askedMonth(request.query.mois)
    return { month, ...(await structureReadings(app.store.db, { person, structure }, daysOfMonth(month))) }
  })

  app.get('/api/own-readings', ownRoute, async (request) => {
    const { id: person } = requirePerson(request)
    const month = askedMonth(request.query.mois)
    return { month, ...(await ownReadings(app.store.db, person, daysOfMonth(month))) }
  })

  app.get('/api/own-readings/reports/:report', ownReportRoute, async (request) => {
    const { id: person } = requirePerson(request)
    return { readings: await readingsOfOwnReport(app.store.db, person, request.params.report) }
  })

  function askedMonth(asked: CalendarMonth | undefined): CalendarMonth {
    return asked ?? monthOfDay(frenchDayOf(app.clock()))
  }
}
