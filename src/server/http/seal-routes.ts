import * as z from 'zod/mini'
import {
  monthToVouchSchema,
  ownVouchedSchema,
  sealIdSchema,
  sealKeysSchema,
  structureMonthsSchema,
  verifiedSealSchema,
  vouchedDepartmentsSchema,
  vouchedStructuresSchema,
  vouchRequestSchema,
  type SealFile,
} from '../../domain/access/structure-months.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { calendarMonthSchema } from '../../domain/calendar-month.ts'
import { CodedError } from '../../domain/errors.ts'
import { structureIdSchema, teamIdSchema } from '../../domain/ids.ts'
import { sealContentSchema } from '../../domain/seal/seal-content.ts'
import { attestationPdf } from '../seals/attestation-pdf.ts'
import { monthStandings } from '../seals/month-standings.ts'
import { publishedKeys } from '../seals/published-keys.ts'
import { monthToVouch, standingMonth } from '../seals/read-month-to-vouch.ts'
import { readOwnVouched } from '../seals/read-own-vouched.ts'
import type { SealService } from '../seals/seal-service.ts'
import { verifyCode } from '../seals/verify-code.ts'
import { vouchForMonth } from '../seals/vouch-for-month.ts'
import { isDepartmentCode, type DepartmentCode } from '../../domain/territory/departments.ts'
import { sealOfStructure, type StoredSeal } from '../store/seals.ts'
import { snapshotRead } from '../store/transaction.ts'
import { structuresOfDepartment, structuresOfTeam, vouchedByDepartment } from '../store/vouched-structures.ts'
import type { App } from './app.ts'
import { limitCodeRate } from './rate-limits.ts'
import { requireAccess } from './require-access.ts'
import { requirePerson } from './require-person.ts'
import { requireRemit } from './require-remit.ts'

const read = { access: 'read-structure-months' } as const
const monthParams = z.object({ id: structureIdSchema, month: calendarMonthSchema })
const sealParams = z.object({ id: structureIdSchema, seal: sealIdSchema })

/** A structure's months: read by its members, vouched for by its *responsables*, verified by anybody. */
export function sealRoutes(service: SealService) {
  return async (app: App): Promise<void> => {
    const listRoute = {
      config: read,
      schema: { params: z.object({ id: structureIdSchema }), response: { 200: structureMonthsSchema } },
    }
    app.get('/api/structures/:id/months', listRoute, async (request) => {
      const structure = request.params.id
      await requireAccess(request, { over: 'structure', id: structure })
      const now = app.clock()
      const months = await snapshotRead(app.store, (db) => monthStandings(db, structure, frenchDayOf(now)))
      return { countedAt: now.toISOString(), months }
    })

    const monthRoute = {
      config: read,
      schema: { params: monthParams, response: { 200: monthToVouchSchema } },
    }
    app.get('/api/structures/:id/months/:month', monthRoute, async (request) => {
      const { id: structure, month } = request.params
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      const now = app.clock()
      const question = { person, structure, month, today: frenchDayOf(now) }
      const standing = await snapshotRead(app.store, (db) => standingMonth(db, question))
      return monthToVouch(standing, now.toISOString())
    })

    const vouchRoute = {
      config: { access: 'vouch-for-months' } as const,
      schema: { params: monthParams, body: vouchRequestSchema, response: { 201: monthToVouchSchema } },
    }
    app.post('/api/structures/:id/months/:month/seals', vouchRoute, async (request, reply) => {
      const { id: structure, month } = request.params
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      const vouched = await vouchForMonth(service, { person, structure, month }, request.body)
      return reply.code(201).send(vouched)
    })

    const fileRoute = { config: read, schema: { params: sealParams } }
    app.get('/api/structures/:id/seals/:seal/attestation.pdf', fileRoute, async (request, reply) => {
      const { id: structure, seal: id } = request.params
      await requireAccess(request, { over: 'structure', id: structure })
      const seal = await sealOfStructure(app.store.db, { structure, id })
      if (!seal) throw new CodedError('not-found')
      const content = sealContentSchema.parse(JSON.parse(seal.content))
      const verifyUrl = `${app.configuration.publicUrl}/verifier/${seal.code}`
      const pdf = await attestationPdf({ content, file: sealFile(seal), verifyUrl })
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="attestation-${seal.month}-${seal.code}.pdf"`)
        .send(pdf)
    })

    const ownRoute = {
      config: { access: 'read-own-vouched' } as const,
      schema: { response: { 200: ownVouchedSchema } },
    }
    app.get('/api/own-vouched', ownRoute, async (request) =>
      readOwnVouched(app.store.db, requirePerson(request).id),
    )

    const vouched = { 200: vouchedStructuresSchema }
    const teamRoute = {
      config: { access: 'read-team-vouched' } as const,
      schema: { params: z.object({ id: teamIdSchema, month: calendarMonthSchema }), response: vouched },
    }
    app.get('/api/teams/:id/months/:month/vouched', teamRoute, async (request) => {
      const { id: team, month } = request.params
      const { id: person } = await requireAccess(request, { over: 'team', id: team })
      const structures = await structuresOfTeam(app.store.db, { person, team, month })
      return { countedAt: app.clock().toISOString(), month, structures }
    })

    const department = z.string().check(z.refine(isDepartmentCode, { error: 'Département inconnu' }))
    const stateRoute = {
      config: { access: 'read-territory-vouched' } as const,
      schema: {
        params: z.object({ month: calendarMonthSchema }),
        querystring: z.object({ departement: department }),
        response: vouched,
      },
    }
    app.get('/api/state/months/:month/vouched', stateRoute, async (request) => {
      const { month } = request.params
      // The refinement above has just said so.
      const asked = request.query.departement as DepartmentCode
      await requireAccess(request, { over: 'territory', id: asked })
      const structures = await structuresOfDepartment(app.store.db, { department: asked, month })
      return { countedAt: app.clock().toISOString(), month, structures }
    })

    const remitRoute = {
      config: { access: 'read-remit-vouched' } as const,
      schema: {
        params: z.object({ month: calendarMonthSchema }),
        response: { 200: vouchedDepartmentsSchema },
      },
    }
    app.get('/api/state/months/:month/vouched-by-department', remitRoute, async (request) => {
      const { month } = request.params
      const { id: person } = (await requireRemit(request)).person
      const departments = await vouchedByDepartment(app.store.db, { person, month })
      return { countedAt: app.clock().toISOString(), month, departments }
    })

    const keysRoute = {
      config: { access: 'verify-seals' } as const,
      schema: { response: { 200: sealKeysSchema } },
    }
    app.get('/api/seals/keys', keysRoute, async () => ({ keys: await publishedKeys(service) }))

    const codeRoute = {
      config: { access: 'verify-seals' } as const,
      schema: { params: z.object({ code: z.string() }), response: { 200: verifiedSealSchema } },
      onRequest: limitCodeRate(app),
    }
    app.get('/api/seals/:code', codeRoute, async (request) => verifyCode(app.store, request.params.code))
  }
}

function sealFile({ content, signature, key }: StoredSeal): SealFile {
  return { format: 'espace-coop-seal', content, signature, key }
}
