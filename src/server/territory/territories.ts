import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as z from 'zod/mini'
import type { CommunePlace, TerritoryTree } from '../../domain/needs/make-edition.ts'
import { groupBy } from '../../domain/group-by.ts'
import { nation, territoryText, type TerritoryName } from '../../domain/needs/territory-key.ts'
import { departmentCodes, departmentName, departmentOf } from '../../domain/territory/departments.ts'

/** A territory of today: its name, its inhabitants, and the departments that it lies in. */
export interface Territory extends TerritoryName {
  readonly name: string
  readonly population: number
  readonly departments: readonly string[]
  /** Of a commune; none for other territories. */
  readonly postalCodes: readonly string[]
}

/** Every territory of France, and which lies in which. */
export interface Territories {
  readonly tree: TerritoryTree
  readonly all: readonly Territory[]
  readonly find: (territory: TerritoryName) => Territory | undefined
  /** Communes of an EPCI or a department, EPCIs of a department, departments of a region or of the nation. */
  readonly within: (
    territory: TerritoryName,
    kind: 'commune' | 'epci' | 'departement',
  ) => readonly Territory[]
  /** The commune that a code belongs to: an arrondissement's is its town. */
  readonly communeOf: (code: string) => string
}

let reading: Promise<Territories> | undefined

/** Read from the installed package at the first call, and kept. */
export function allTerritories(): Promise<Territories> {
  reading ??= readTerritories().catch((error: unknown) => {
    reading = undefined
    throw error
  })
  return reading
}

const communesSchema = z.array(
  z.object({
    code: z.string(),
    nom: z.string(),
    type: z.string(),
    commune: z.optional(z.string()),
    /** Of a commune that is part of another one. */
    chefLieu: z.optional(z.string()),
    codesPostaux: z.optional(z.array(z.string())),
    population: z.optional(z.number()),
  }),
)
const epcisSchema = z.array(
  z.object({ code: z.string(), nom: z.string(), membres: z.array(z.object({ code: z.string() })) }),
)
const regionsSchema = z.array(z.object({ code: z.string(), nom: z.string() }))
const departmentsSchema = z.array(z.object({ code: z.string(), region: z.string() }))

async function readTerritories(): Promise<Territories> {
  const communes = communesSchema.parse(await fileOf('communes'))
  const epcis = epcisSchema.parse(await fileOf('epci'))
  const regions = regionsSchema.parse(await fileOf('regions'))
  const departments = departmentsSchema.parse(await fileOf('departements'))
  const epciOf = new Map(epcis.flatMap(({ code, membres }) => membres.map((one) => [one.code, code])))
  const regionOf = new Map(departments.map(({ code, region }) => [code, region]))
  const current = communes
    .filter(({ type }) => type === 'commune-actuelle')
    .flatMap(({ code, nom, codesPostaux = [], population = 0 }): Territory[] => {
      const department = departmentOf(code)
      if (department === undefined) return []
      return [
        {
          kind: 'commune',
          code,
          name: nom,
          population,
          departments: [department],
          postalCodes: codesPostaux,
        },
      ]
    })
  const places = new Map<string, CommunePlace>(
    current.map(({ code, departments: [department = ''] }) => [code, { department, epci: epciOf.get(code) }]),
  )
  // Arrondissements, and communes that are part of another one now: whoever was accompanied there was so in the town.
  const towns = new Map(
    communes.flatMap(({ code, commune, chefLieu }) => {
      const town = commune ?? chefLieu
      return places.has(code) || town === undefined ? [] : [[code, town] as const]
    }),
  )
  const byEpci = groupBy(current, ({ code }) => epciOf.get(code))
  const byDepartment = groupBy(current, ({ code }) => departmentOf(code))
  const byRegion = groupBy(current, ({ code }) => regionOf.get(departmentOf(code) ?? ''))
  const all = [
    ...current,
    ...epcis.map(({ code, nom }) => together({ kind: 'epci', code, name: nom }, byEpci.get(code))),
    ...departmentCodes.map((code) =>
      together({ kind: 'departement', code, name: departmentName(code) }, byDepartment.get(code)),
    ),
    ...regions.map(({ code, nom }) => together({ kind: 'region', code, name: nom }, byRegion.get(code))),
    together({ ...nation, name: 'France entière' }, current),
  ]
  const tree = { communes: places, regionOf: (code: string) => regionOf.get(code), departmentOf }
  return territoriesOf(all, tree, towns)
}

function together(
  territory: TerritoryName & { name: string },
  communes: readonly Territory[] = [],
): Territory {
  return {
    ...territory,
    population: communes.reduce((sum, { population }) => sum + population, 0),
    departments: [...new Set(communes.flatMap(({ departments }) => departments))].sort(),
    postalCodes: [],
  }
}

function territoriesOf(
  all: readonly Territory[],
  tree: TerritoryTree,
  towns: ReadonlyMap<string, string>,
): Territories {
  const byText = new Map(all.map((territory) => [territoryText(territory), territory]))
  const isIn = (territory: Territory, { kind, code }: TerritoryName) => {
    switch (kind) {
      case 'france':
        return true
      case 'region':
        return territory.departments.some((department) => tree.regionOf(department) === code)
      case 'departement':
        return territory.departments.includes(code)
      case 'epci':
        return tree.communes.get(territory.code)?.epci === code
      case 'commune':
        return false
    }
  }
  return {
    tree,
    all,
    find: (territory) => byText.get(territoryText(territory)),
    within: (territory, kind) => all.filter((one) => one.kind === kind && isIn(one, territory)),
    communeOf: (code) => towns.get(code) ?? code,
  }
}

async function fileOf(name: string): Promise<unknown> {
  const path = createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${name}.json`)
  return JSON.parse(await readFile(path, 'utf8'))
}
