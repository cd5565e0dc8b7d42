import * as z from 'zod/mini'
import {
  monthAnomaliesSchema,
  settlementsAnswerSchema,
  settleRequestSchema,
} from '../../domain/access/month-anomalies.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { calendarMonthSchema } from '../../domain/calendar-month.ts'
import { structureIdSchema } from '../../domain/ids.ts'
import { readMonthAnomalies } from '../anomalies/read-month-anomalies.ts'
import { settleAnomaly, withdrawFromAnomaly } from '../anomalies/settle-anomaly.ts'
import { logReading } from '../structure/log-reading.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'

const monthParams = z.object({ id: structureIdSchema, month: calendarMonthSchema })
const readRoute = {
  config: { access: 'read-structure-anomalies' },
  schema: { params: monthParams, response: { 200: monthAnomaliesSchema } },
} as const
const settleRoute = {
  config: { access: 'settle-structure-anomalies' },
  schema: { params: monthParams, body: settleRequestSchema, response: { 200: settlementsAnswerSchema } },
} as const
const withdrawRoute = {
  config: { access: 'settle-structure-anomalies' },
  schema: {
    params: z.object({ id: structureIdSchema, settlement: z.uuid().check(z.toLowerCase()) }),
    response: { 200: settlementsAnswerSchema },
  },
} as const

/** What deserves a look in a structure's month: read by its members, settled by its *responsables*. */
export async function anomalyRoutes(app: App): Promise<void> {
  app.get('/api/structures/:id/months/:month/anomalies', readRoute, async (request) => {
    const { id: structure, month } = request.params
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    const now = app.clock()
    const question = { person, structure, month, today: frenchDayOf(now) }
    const found = await readMonthAnomalies(app.store, question)
    const shown = found.anomalies.flatMap(({ evidence }) => evidence)
    await logReading(app.store, { person, structure, now }, 'check', shown)
    return { countedAt: now.toISOString(), ...found }
  })

  app.post('/api/structures/:id/months/:month/anomalies/settle', settleRoute, async (request) => {
    const { id: structure, month } = request.params
    const person = await requireAccess(request, { over: 'structure', id: structure })
    const now = app.clock()
    const question = { person: person.id, structure, month, today: frenchDayOf(now) }
    return settleAnomaly(app.store, question, request.body, now.toISOString())
  })

  app.delete('/api/structures/:id/anomaly-settlements/:settlement', withdrawRoute, async (request) => {
    const { id: structure, settlement } = request.params
    const person = await requireAccess(request, { over: 'structure', id: structure })
    return withdrawFromAnomaly(
      app.store,
      { person: person.id, structure },
      settlement,
      app.clock().toISOString(),
    )
  })
}
