import { themeWeights } from '../../../src/server/demonstration/report-shares.ts'
import { rowsOf, type ColumnarCopy } from '../../../src/server/columnar-copy/columnar-copy.ts'
import {
  copiedFacets,
  profileNames,
  profiles,
  valuesOf,
  type CopiedFacet,
  type ProfileName,
} from '../../../src/server/columnar-copy/copied-activity.ts'
import { traitNames } from '../../../src/domain/report/search/trait-facets.ts'
import { missionOfTheme } from '../../../src/domain/report/missions.ts'
import { communeNames } from '../../../src/server/territory/commune-names.ts'
import type { ScopeId } from '../../../src/domain/ids.ts'
import { valueOf } from '../../../src/domain/report/search/report-filter.ts'
import { departmentOf } from '../../../src/domain/territory/departments.ts'
import { departmentNumber } from '../../../src/server/columnar-copy/department-number.ts'
import { appendDictionaries } from '../../../src/server/columnar-copy/write-scopes.ts'
import { Random } from '../../simulation/random.ts'

export interface Synthetic {
  readonly activities: number
  readonly advisors: number
}

/** Days that it spreads over: three years. */
export const syntheticPeriod = { from: '2023-09-01', to: '2026-08-31' }

/**
 * Fills a copy with invented activities, by the engine itself: as many as three years of the nation make, skewed as real
 * life is (few themes make most of the work, few people come most often, some advisors do three times what others do).
 * It says nothing of the scheme.
 */
export async function fillSynthetic(copy: ColumnarCopy, { activities, advisors }: Synthetic): Promise<void> {
  const { writer } = copy
  const picks = await choices(copy)
  const pick = (facet: CopiedFacet, when = 'true') =>
    `case when ${when} then ${picks[facet]} else 0 end as "${facet}"`
  await writer.run('select setseed(0.42)')
  await writer.run(`create temp table drawn as
    select n, 1 + floor(power(random(), 1.3) * ${advisors})::INTEGER as scope,
      DATE '${syntheticPeriod.from}' + floor(random() * 1095)::INTEGER as day,
      random() as kind, random() as whom, random() as who, random() as far
    from range(1, ${activities + 1}) t(n)`)
  const base = [
    'n',
    'scope',
    'id',
    'day',
    'month',
    'department',
    'of_people',
    'minutes',
    'delay',
    'accompaniments',
    'anonymous',
    'already',
    'participants',
  ]
  const columns = [...base, ...copiedFacets.map((facet) => `"${facet}"`)].join(', ')
  await writer.run(`create temp table invented as select n, scope, md5(n::VARCHAR)::UUID as id, day, year(day) * 12 + month(day) - 1 as month, kind < 0.9 as of_people,
      15 * (1 + floor(far * 8)::INTEGER) as minutes, floor(power(whom, 4) * 40)::INTEGER as delay,
      case when kind < 0.8 then 1 when kind < 0.9 then 8 else 0 end as accompaniments,
      case when kind < 0.8 and whom >= 0.4 then 1 when kind between 0.8 and 0.9 then 6 else 0 end as anonymous,
      0 as already, 0 as participants, ${copiedFacets.map((facet) => pick(facet, when[facet])).join(', ')}
    from drawn`)
  for (const name of profileNames) await combine(copy, name)
  const joins = profileNames.map((name) => `join ${name}_of using (${list(profiles[name])})`)
  await writer.run(`insert into activity (${columns}, ${list(profileNames)})
    select ${columns}, ${profileNames.map((name) => `${name}_of.code`).join(', ')}
    from invented join (${departmentsOfCommunes(copy)}) using (commune) ${joins.join(' ')} order by scope, day`)
  await appendDictionaries(copy)
  await writer.run('drop table invented')
  const people = `select n, scope, day, md5(scope || ' ' || floor(power(who, 2) * 150)::INTEGER)::UUID as person from drawn where kind < 0.8 and whom < 0.4
    union all select n, scope, day, md5(scope || ' ' || floor(power(who, 2) * 150)::INTEGER + 1)::UUID from drawn where kind between 0.8 and 0.9
    union all select n, scope, day, md5(scope || ' ' || floor(power(who, 2) * 150)::INTEGER + 2)::UUID from drawn where kind between 0.8 and 0.9`
  await writer.run(`insert into meeting
    select n, scope, day, person, false, lag(day) over w, first_value(day) over w, ${traitNames.map((name) => picks[name]).join(', ')}
    from (${people}) window w as (partition by scope, person order by day, n) order by scope, day`)
  await writer.run(`insert into margin select n, scope, day, t, 1
    from drawn, (select unnest([${['sexe', 'age'].map((name) => picks[name as 'sexe']).join(', ')}]) as t) where kind < 0.8 and whom >= 0.4 order by scope, day`)
  await writer.run('drop table drawn')
  for (let n = 1; n <= advisors; n += 1) copy.scopes.set(String(n) as ScopeId, { n, seq: 1, commune: null })
  await writer.run('checkpoint')
}

/** The department of each commune, by their numbers. */
function departmentsOfCommunes({ combinations }: ColumnarCopy): string {
  const communes = [0, ...combinations.codesWhere((text) => text.startsWith('commune:'))]
  const rows = communes.map((code) => {
    const [commune = 'commune:'] = valuesOf(combinations.textOf(code))
    return `(${code}, ${departmentNumber(departmentOf(valueOf(commune)))})`
  })
  return `select * from (values ${rows.join(', ')}) c(commune, department)`
}

/** The combinations of a profile that were drawn, each with its number, as the table that rows are given theirs by. */
async function combine(
  { writer, combinations, profiles: texts }: ColumnarCopy,
  name: ProfileName,
): Promise<void> {
  const facets = profiles[name]
  const drawn = await rowsOf(writer, `select distinct ${list(facets)} from invented`)
  await writer.run(
    `create temp table ${name}_of (${facets.map((facet) => `"${facet}" INTEGER`).join(', ')}, code INTEGER)`,
  )
  const rows = await writer.createAppender(`${name}_of`)
  for (const codes of drawn) {
    const values = codes.flatMap((code) => valuesOf(combinations.textOf(Number(code))))
    for (const code of codes) rows.appendInteger(Number(code))
    rows.appendInteger(texts.codeOf(values.sort().join('\n')))
    rows.endRow()
  }
  rows.closeSync()
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}

/** Which activities have a field at all. */
const when: Partial<Record<CopiedFacet, string>> = {
  theme: 'kind < 0.9',
  mission: 'kind < 0.9',
  demarche: 'kind < 0.9 and who < 0.3',
  materiel: 'kind < 0.9 and far < 0.5',
  autonomie: 'kind < 0.8 and far < 0.6',
  niveau: 'kind between 0.8 and 0.9',
  orientation: 'kind < 0.8 and far < 0.1',
  besoin: 'kind < 0.8 and far > 0.95',
  temps: 'kind > 0.95',
  evenement: 'kind between 0.9 and 0.91',
  organisateur: 'kind between 0.9 and 0.91',
  echelle: 'kind between 0.9 and 0.91',
  residence: 'kind < 0.9 and who < 0.5',
}

/** An expression that draws one of a facet's combinations, the first ones most often. */
async function choices({ combinations }: ColumnarCopy): Promise<Record<CopiedFacet, string>> {
  const random = new Random(7)
  const themes = Object.keys(themeWeights)
  const communes = [...(await communeNames()).keys()].slice(0, 20_000)
  const several = () => [0, 1, 2].map(() => `theme:${themes[random.below(themes.length)]}`)
  const named: Partial<Record<CopiedFacet, string[]>> = {
    theme: [
      ...themes.map((theme) => `theme:${theme}`),
      ...Array.from({ length: 1500 }, () => several().slice(random.below(2)).sort().join('\n')),
    ],
    mission: [...new Set(Object.values(missionOfTheme))].map((mission) => `mission:${mission}`),
    commune: communes.map((code) => `commune:${code}`),
    residence: communes.map((code) => `residence:${code}`),
    demarche: Array.from({ length: 60 }, (_, index) => `demarche:a${index % 11}\ndemarche:b${index}`),
    materiel: Array.from({ length: 60 }, (_, index) => `materiel:a${index % 11}\nmateriel:b${index}`),
  }
  const of = (facet: CopiedFacet) =>
    named[facet] ?? Array.from({ length: 6 }, (_, index) => `${facet}:${index}`)
  const drawn = copiedFacets.map((facet) => {
    const codes = [...new Set(of(facet).map((text) => combinations.codeOf(text)))]
    const first = Math.min(...codes)
    return [facet, `(${first} + floor(power(random(), 3) * ${codes.length})::INTEGER)`] as const
  })
  // One for each of them.
  return Object.fromEntries(drawn) as Record<CopiedFacet, string>
}
