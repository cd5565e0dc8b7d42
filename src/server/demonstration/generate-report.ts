import type { CalendarDay } from '../../domain/calendar-day.ts'
import { individuelSchema, type Individuel } from '../../domain/report/individuel.ts'
import type { AdministrativeTheme, Theme } from '../../domain/report/themes.ts'
import { generateBeneficiary } from './generate-beneficiary.ts'
import type { DemonstrationAdvisor } from './demonstration-advisor.ts'
import { demonstrationTags, noteOn } from './demonstration-notes.ts'
import { procedureNames } from './procedure-names.ts'
import * as shares from './report-shares.ts'
import { happens, oneOf, weighted, type Random } from './seeded-random.ts'
import type { Session } from './working-sessions.ts'

/** One person's time with the advisor. */
export interface Visit {
  readonly session: Session
  readonly minutes: number
  readonly filedOn: CalendarDay
}

/** The report of a visit. The domain's own schema has the last word: an invalid report is a bug here. */
export function generateReport(random: Random, advisor: DemonstrationAdvisor, visit: Visit): Individuel {
  const { session, minutes, filedOn } = visit
  const themes = themesOf(random)
  return individuelSchema.parse({
    kind: 'individuel',
    date: session.day,
    minutes,
    place: placeOf(random, advisor, session),
    themes,
    ...procedureOf(random, themes, session.day),
    ...known(random, 'equipment', (stream) => [weighted(stream, shares.equipmentWeights)]),
    beneficiary: generateBeneficiary(random, advisor),
    ...known(random, 'autonomy', (stream) => weighted(stream, shares.autonomyWeights)),
    ...orientationOf(random),
    ...known(random, 'unmetNeeds', (stream) => [weighted(stream, shares.unmetNeedWeights)]),
    ...noteOf(random, themes[0]),
    ...(happens(random, shares.yesShares.tags) ? { tags: [oneOf(random, demonstrationTags)] } : {}),
    filedOn,
  })
}

/** A field that is filled in as often as the shares say; absent otherwise. */
export function known<Field extends keyof typeof shares.knownShares, Value>(
  random: Random,
  field: Field,
  draw: (random: Random) => Value,
): { [key in Field]?: Value } {
  if (!happens(random, shares.knownShares[field])) return {}
  // A computed key widens to string, though it is the field's own name.
  return { [field]: draw(random) } as { [key in Field]: Value }
}

/** One to three different themes, the first drawn being what the visit was for. */
function themesOf(random: Random): [Theme, ...Theme[]] {
  const first = weighted(random, shares.themeWeights)
  const others = new Set<Theme>()
  const count = Number(weighted(random, shares.themeCountWeights))
  while (others.size < count - 1) {
    const other = weighted(random, shares.themeWeights)
    if (other !== first) others.add(other)
  }
  return [first, ...others]
}

function placeOf(random: Random, advisor: DemonstrationAdvisor, session: Session) {
  const kind = weighted(random, shares.placeKindWeights)
  switch (kind) {
    case 'lieu_activite':
      return { kind, lieuId: session.place.id }
    case 'domicile':
    case 'autre':
      return { kind, commune: oneOf(random, advisor.communes) }
    case 'a_distance':
      return { kind }
  }
}

function procedureOf(random: Random, themes: readonly Theme[], day: CalendarDay) {
  if (!themes.includes('aide_aux_demarches_administratives')) return {}
  const theme = weighted(random, administrativeWeightsOf(day))
  return {
    ...known(random, 'administrativeThemes', () => [theme]),
    ...known(random, 'procedureName', (stream) => oneOf(stream, procedureNames[theme])),
  }
}

/** Tax returns are filed in April and May, school matters before the start of the year. */
function administrativeWeightsOf(day: CalendarDay): Record<AdministrativeTheme, number> {
  const weights = { ...shares.administrativeThemeWeights }
  const month = Number(day.slice(5, 7))
  if (month === 4 || month === 5) weights.argent_impots *= 3
  if (month >= 6 && month <= 9) weights.famille_scolarite *= 2
  return weights
}

function orientationOf(random: Random) {
  if (!happens(random, shares.knownShares.oriented)) return {}
  if (!happens(random, shares.yesShares.oriented)) return { oriented: false }
  return { oriented: true, orientation: weighted(random, shares.orientationWeights) }
}

/** Private unless the advisor shares it: some are. */
function noteOf(random: Random, theme: Theme) {
  if (!happens(random, shares.knownShares.notes)) return { notesShared: false }
  return { notes: noteOn(random, theme), notesShared: happens(random, shares.yesShares.notesShared) }
}
