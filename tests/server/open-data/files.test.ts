import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { editionFileAddress } from '../../../src/domain/open-data/catalogue.ts'
import type { dataPackage } from '../../../src/domain/open-data/data-package.ts'
import type { App } from '../../../src/server/http/app.ts'
import { describeEachStore } from '../each-store.ts'
import { anApp } from '../test-app.ts'
import { countsYears, plantYear } from './open-data-world.ts'

/** The profiles of the standard, version 2.0, as it publishes them. */
function profile(name: string) {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const text = readFileSync(join(import.meta.dirname, 'profiles', `${name}.json`), 'utf8')
  return ajv.compile(JSON.parse(text))
}

async function readsPackage(app: App): Promise<ReturnType<typeof dataPackage>> {
  const answer = await app.inject({ url: editionFileAddress(1, 'datapackage.json') })
  return answer.json()
}

async function anEdition(app: Promise<App>): Promise<App> {
  await countsYears(await app)
  return app
}

/** What a Table Schema says that is wrong of a cell; undefined for a good one. */
function faultOf(
  cell: string,
  { type, constraints }: ReturnType<typeof dataPackage>['resources'][number]['schema']['fields'][number],
): string | undefined {
  if (cell === '') return constraints.required ? 'missing' : undefined
  if (type === 'integer' && !(/^\d+$/.test(cell) && Number(cell) >= (constraints.minimum ?? 0)))
    return 'number'
  if (constraints.pattern !== undefined && !new RegExp(constraints.pattern).test(cell)) return 'pattern'
  return constraints.enum && !constraints.enum.includes(cell) ? 'enum' : undefined
}

describeEachStore('files of open data', (given) => {
  test('are described by a data package that the standard’s own profiles hold valid', async () => {
    await plantYear(given())
    const app = await anEdition(anApp(given()))
    const described = await readsPackage(app)
    const isPackage = profile('datapackage')
    expect(isPackage(described), JSON.stringify(isPackage.errors?.slice(0, 3))).toBe(true)
    const [isSchema, isDialect] = [profile('tableschema'), profile('tabledialect')]
    for (const { schema, dialect } of described.resources) {
      expect(isSchema(schema), JSON.stringify(isSchema.errors?.slice(0, 3))).toBe(true)
      expect(isDialect(dialect), JSON.stringify(isDialect.errors)).toBe(true)
    }
    // The profiles are held to something at all.
    expect(isPackage({ ...described, resources: [{ name: 'Sans chemin' }] })).toBe(false)
    expect(isSchema({ fields: [{ name: 'a', type: 'nombre' }] })).toBe(false)
    expect(described.licenses).toMatchObject([{ name: 'etalab-2.0' }])
  })

  test('hold to their table schema, cell by cell, with one line for each key', async () => {
    await plantYear(given())
    const app = await anEdition(anApp(given()))
    for (const { name, path, schema, dialect, bytes, hash } of (await readsPackage(app)).resources) {
      const { rawPayload, body, headers } = await app.inject({ url: editionFileAddress(1, path) })
      expect(rawPayload.length).toBe(bytes)
      expect(`sha256:${createHash('sha256').update(rawPayload).digest('hex')}`).toBe(hash)
      expect(headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8; header=present',
        'access-control-allow-origin': '*',
        'content-disposition': `attachment; filename="espace-coop-2025-${name}.csv"`,
      })
      const [heads = [], ...rows] = body
        .trimEnd()
        .split(dialect.lineTerminator)
        .map((line) => line.split(dialect.delimiter))
      expect(heads).toEqual(schema.fields.map((field) => field.name))
      const faults = rows.flatMap((cells) =>
        schema.fields.flatMap((field, at) => faultOf(cells[at] ?? 'missing', field) ?? []),
      )
      expect(faults).toEqual([])
      const keys = rows.map((cells) => schema.primaryKey.map((key) => cells[heads.indexOf(key)]).join(' '))
      expect(keys.length).toBeGreaterThan(30)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('come with a dictionary that names every column and every code in them', async () => {
    await plantYear(given())
    const app = await anEdition(anApp(given()))
    const { body } = await app.inject({ url: editionFileAddress(1, 'dictionnaire.md') })
    const [totals, breakdowns] = (await readsPackage(app)).resources
    for (const { name } of [...(totals?.schema.fields ?? []), ...(breakdowns?.schema.fields ?? [])])
      expect(body).toContain(`\`${name}\``)
    const file = await app.inject({ url: editionFileAddress(1, 'repartitions.csv') })
    const codes = file.body
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';')[3])
    expect(codes.filter((code) => !body.includes(`\`${code}\``))).toEqual([])
  })

  test('are those of an edition that there is', async () => {
    const app = await anApp(given())
    for (const name of ['totaux.csv', 'datapackage.json'])
      expect((await app.inject({ url: editionFileAddress(7, name) })).json()).toMatchObject({
        code: 'not-found',
      })
    expect((await app.inject({ url: '/api/open-data/editions/1/autre.csv' })).statusCode).toBe(400)
  })
})
