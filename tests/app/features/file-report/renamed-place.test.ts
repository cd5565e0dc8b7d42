import { expect, test } from 'vitest'
import { removePlace, savePlace } from '../../../../src/app/data/change-place.ts'
import { placeNames, placesOfScope } from '../../../../src/app/data/places.ts'
import { loadFormStart } from '../../../../src/app/features/file-report/form-start.ts'
import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import { scopeIdSchema } from '../../../../src/domain/ids.ts'
import { placeSchema } from '../../../../src/domain/place/place.ts'
import { aDocumentId } from '../../../builders/an-id.ts'
import { anApp } from '../../app-on-device.tsx'

const today = calendarDaySchema.parse('2026-11-23')
const named = (name: string) => placeSchema.parse({ name, commune: '09261' })

test('a place that was renamed is as usual as before in the form, and past reports keep the name that they had', async () => {
  const app = anApp()
  const scope = scopeIdSchema.parse(app.person.scopes[0]?.scope)
  await savePlace(app.db, { scope, place: named('Annexe') })
  const library = await savePlace(app.db, { scope, place: named('Médiathèque') })
  const report = await app.files({ place: { kind: 'lieu_activite', lieuId: library } })
  const renamed = await savePlace(app.db, { scope, id: library, place: named('Micro-Folie') })
  const formAt = async (search: string, id = aDocumentId()) => {
    const { values } = await loadFormStart(app.db, { id, search, scopes: app.person.scopes, today })
    return values.place
  }
  expect(await formAt('')).toBe(renamed)
  expect(await formAt(`refaire=${report}`)).toBe(renamed)
  expect(await formAt('', report)).toBe(library)
  expect((await placesOfScope(app.db, scope)).map(({ name }) => name)).toEqual(['Annexe', 'Micro-Folie'])
  expect((await placeNames(app.db)).get(library)).toBe('Médiathèque')
})

test('another address, or a place that comes to people, is the same place; one that is removed is named still', async () => {
  const app = anApp()
  const scope = scopeIdSchema.parse(app.person.scopes[0]?.scope)
  const library = await savePlace(app.db, { scope, place: named('Médiathèque') })
  const place = placeSchema.parse({ ...named('Médiathèque'), address: '3 rue de la Gare', itinerant: true })
  expect(await savePlace(app.db, { scope, id: library, place })).toBe(library)
  await removePlace(app.db, library)
  expect(await placesOfScope(app.db, scope)).toEqual([])
  expect((await placeNames(app.db)).get(library)).toBe('Médiathèque')
})
