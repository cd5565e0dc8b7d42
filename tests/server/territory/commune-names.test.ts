import { expect, test } from 'vitest'
import { inseeCodeSchema } from '../../../src/domain/territory/commune.ts'
import { communeNames } from '../../../src/server/territory/commune-names.ts'
import { officialCommunes } from '../../builders/official-communes.ts'

test('every commune of today has its name and its exact population', async () => {
  const names = await communeNames()
  const official = officialCommunes()
  expect(names.size).toBe(official.length)
  for (const { code, name, population } of official) expect(names.get(code)).toEqual({ name, population })
})

test('a code that no commune has gives nothing', async () => {
  const names = await communeNames()
  expect(names.get(inseeCodeSchema.parse('09999'))).toBeUndefined()
})

test('the names are read once', async () => {
  expect(await communeNames()).toBe(await communeNames())
})
