import { accompanimentsOf } from '../accompaniments.ts'
import type { Animation } from '../animation.ts'
import type { Collectif } from '../collectif.ts'
import type { Evenement } from '../evenement.ts'
import type { Individuel } from '../individuel.ts'
import type { Partenariat } from '../partenariat.ts'
import type { Report } from '../report.ts'
import type { FacetName, FacetValue } from './facets.ts'

/** Ranges of how many were there, by the least of each. */
export const groupSizes = ['1', '6', '11', '21'] as const

/** What a report can be found by for its author alone, beyond what figures count: who, with whom, of which nature. */
export function ownFacets(report: Report): FacetValue[] {
  return [
    `note:${noteOf(report)}`,
    ...values('import', report.imported ? 'oui' : undefined),
    ...kindFacets(report),
  ]
}

function noteOf({ notes, notesShared }: Report): 'sans' | 'partagee' | 'privee' {
  if (notes === undefined) return 'sans'
  return notesShared ? 'partagee' : 'privee'
}

function kindFacets(report: Report): FacetValue[] {
  switch (report.kind) {
    case 'individuel':
      return individuelFacets(report)
    case 'collectif':
      return collectifFacets(report)
    case 'hors_accompagnement':
      return []
    case 'animation':
      return animationFacets(report)
    case 'evenement':
      return evenementFacets(report)
    case 'partenariat':
      return partenariatFacets(report)
  }
}

function individuelFacets({ beneficiary, oriented }: Individuel): FacetValue[] {
  const already = beneficiary.kind === 'anonyme' ? beneficiary.alreadyAccompanied : undefined
  return [
    `qui:${beneficiary.kind}`,
    ...values('deja', yesOrNo(already)),
    ...values('orientee', yesOrNo(oriented)),
  ]
}

/** A workshop is found by whoever was there: one of them is enough. */
function collectifFacets(report: Collectif): FacetValue[] {
  const { participants = [], anonymous } = report
  return [
    `participants:${groupSizeOf(accompanimentsOf(report))}`,
    ...values('qui', participants.length > 0 ? 'suivi' : undefined),
    ...values('qui', anonymous && anonymous.total > 0 ? 'anonyme' : undefined),
    ...values('deja', (anonymous?.alreadyAccompanied ?? 0) > 0 ? 'oui' : undefined),
  ]
}

function animationFacets({ type, initiative, animationThemes, audience }: Animation): FacetValue[] {
  const groups = (['mediators', 'structures', 'others'] as const).filter((group) => audience[group] > 0)
  return [
    `animation:${type}`,
    `origine:${initiative}`,
    ...values('sujet', ...animationThemes),
    ...values('avec', ...groups),
  ]
}

function evenementFacets({ type, organisers, scale, participants }: Evenement): FacetValue[] {
  return [
    `evenement:${type}`,
    ...values('organisateur', ...organisers),
    `echelle:${scale}`,
    ...values('participants', participants > 0 ? groupSizeOf(participants) : undefined),
  ]
}

function partenariatFacets({ natures, partners, scale }: Partenariat): FacetValue[] {
  return [
    ...values('nature', ...natures),
    ...values('partenaire', ...new Set(partners.map(({ type }) => type))),
    `echelle:${scale}`,
  ]
}

function groupSizeOf(count: number): string {
  return groupSizes.findLast((least) => count >= Number(least)) ?? '1'
}

function yesOrNo(value: boolean | undefined): 'oui' | 'non' | undefined {
  if (value === undefined) return undefined
  return value ? 'oui' : 'non'
}

/** None where nothing was said. */
function values(name: FacetName, ...codes: readonly (string | undefined)[]): FacetValue[] {
  return codes.flatMap((code): FacetValue[] => (code === undefined ? [] : [`${name}:${code}`]))
}
