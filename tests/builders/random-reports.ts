import * as fc from 'fast-check'
import { addDays, type CalendarDay } from '../../src/domain/calendar-day.ts'
import type { DocumentId } from '../../src/domain/ids.ts'
import type { JsonObject } from '../../src/domain/json.ts'
import { reportKinds } from '../../src/domain/report/kinds.ts'
import {
  ageRangeLabels,
  equipmentLabels,
  genderLabels,
  orientationLabels,
  statusLabels,
  unmetNeedLabels,
} from '../../src/domain/report/nomenclature.ts'
import { themeLabels } from '../../src/domain/report/themes.ts'
import { aReportOfKind } from './a-report.ts'

/** Days around which random reports lie, close enough for people to come again. */
const firstDay = '2026-08-20' as CalendarDay
export const randomDay: fc.Arbitrary<CalendarDay> = fc
  .nat({ max: 120 })
  .map((days) => addDays(firstDay, days))

export interface Neighbours {
  people: readonly DocumentId[]
  places: readonly DocumentId[]
}

const communes = ['09261', '09122', '2A004'] as const

function oneOf(labels: Readonly<Record<string, string>>): fc.Arbitrary<string> {
  return fc.constantFrom(...Object.keys(labels))
}

function someOf(labels: Readonly<Record<string, string>>, least = 0): fc.Arbitrary<string[]> {
  return fc.uniqueArray(oneOf(labels), { minLength: least, maxLength: 3 })
}

function withoutUndefined(body: Readonly<Record<string, unknown>>): JsonObject {
  // Everything in a generated body is JSON but for what is left out here.
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as JsonObject
}

/** *Pas de matériel* stands alone. */
const { aucun: _none, ...hardware } = equipmentLabels

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const traits = fc
  .record({
    gender: optional(oneOf(genderLabels)),
    ageRange: optional(oneOf(ageRangeLabels)),
    status: optional(oneOf(statusLabels)),
    commune: optional(fc.constantFrom(...communes)),
  })
  .map(withoutUndefined)

const margin = (labels: Readonly<Record<string, string>>) =>
  fc.dictionary(
    fc.constantFrom(...Object.keys(labels).filter((code) => code !== 'non_communique')),
    fc.nat({ max: 2 }),
    { maxKeys: 2 },
  )

const group = fc
  .record({
    total: fc.integer({ min: 4, max: 9 }),
    alreadyAccompanied: optional(fc.nat({ max: 4 })),
    gender: optional(margin(genderLabels)),
    ageRange: optional(margin(ageRangeLabels)),
    status: optional(margin(statusLabels)),
  })
  .map(withoutUndefined)

function beneficiary({ people }: Neighbours): fc.Arbitrary<JsonObject> {
  const anonymous = fc
    .tuple(traits, optional(fc.boolean()))
    .map(([known, alreadyAccompanied]) => withoutUndefined({ kind: 'anonyme', alreadyAccompanied, ...known }))
  const followed = fc
    .tuple(fc.constantFrom(...people), traits)
    .map(([id, known]) => withoutUndefined({ kind: 'suivi', id, ...known }))
  return fc.oneof(anonymous, followed)
}

function place({ places }: Neighbours): fc.Arbitrary<JsonObject> {
  return fc.oneof(
    fc.constantFrom(...places).map((lieuId) => ({ kind: 'lieu_activite', lieuId })),
    fc.constantFrom(...communes).map((commune) => ({ kind: 'domicile', commune })),
    fc.constant({ kind: 'a_distance' }),
  )
}

function ownFields(neighbours: Neighbours) {
  const participants = fc
    .uniqueArray(fc.constantFrom(...neighbours.people), { maxLength: 4 })
    .chain((ids) => fc.tuple(...ids.map((id) => traits.map((known) => ({ id, ...known })))))
  return {
    individuel: fc.record({
      beneficiary: beneficiary(neighbours),
      place: place(neighbours),
      themes: someOf(themeLabels, 1),
      equipment: optional(fc.oneof(someOf(hardware), fc.constant(['aucun']))),
      oriented: fc.constant(true),
      orientation: optional(oneOf(orientationLabels)),
      unmetNeeds: optional(someOf(unmetNeedLabels)),
    }),
    collectif: fc.record({
      participants,
      anonymous: group,
      place: place(neighbours),
      themes: someOf(themeLabels, 1),
      level: optional(fc.constantFrom('debutant', 'avance')),
    }),
    hors_accompagnement: fc.record({ place: optional(place(neighbours)) }),
    animation: fc.record({}),
    evenement: fc.record({ participants: fc.nat({ max: 300 }) }),
    partenariat: fc.record({}),
  } as const
}

/** Bodies of reports of every kind, as whole as they get, of a few people and places. */
export function randomReport(neighbours: Neighbours): fc.Arbitrary<JsonObject> {
  const fields = ownFields(neighbours)
  const common = fc.record({
    date: randomDay,
    minutes: fc.integer({ min: 5, max: 200 }),
    late: fc.nat({ max: 40 }),
    imported: optional(fc.constant(true)),
    tags: optional(fc.constant(['Atelier'])),
  })
  const kind = fc.constantFrom(...reportKinds, 'individuel' as const, 'collectif' as const)
  return kind.chain((chosen) =>
    fc.tuple(common, fields[chosen]).map(([{ date, minutes, late, ...rest }, own]) => {
      const duration = chosen === 'partenariat' ? {} : { minutes }
      const all = { date, ...duration, filedOn: addDays(date, late), ...rest, ...own }
      return aReportOfKind(chosen, withoutUndefined(all))
    }),
  )
}
