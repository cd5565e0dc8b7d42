import type { JsonObject } from '../../domain/json.ts'
import type { OtherTime } from '../../domain/report/activity-nomenclature.ts'
import type { Theme } from '../../domain/report/themes.ts'
import type { DemonstrationAdvisor } from './demonstration-advisor.ts'
import { happens, oneOf, weightedItem, wholeBetween, type Random } from './seeded-random.ts'

/** What activities that are not one person's say, but for their day: plausible, and a guess of ours. */

const workshops: readonly [readonly [string, Theme], ...(readonly [string, Theme])[]] = [
  ['Premiers pas sur ordinateur', 'prendre_en_main_du_materiel'],
  ['Le téléphone de tous les jours', 'prendre_en_main_du_materiel'],
  ['Trier ses photos', 'gere_ses_contenus_numeriques'],
  ['Reconnaître un message frauduleux', 'securite_numerique'],
  ['Les écrans en famille', 'parentalite'],
  ['Découvrir l’intelligence artificielle', 'intelligence_artificielle'],
  ['Créer son adresse e-mail', 'email'],
  ['Mon espace santé', 'sante'],
]

export function workshop(random: Random, advisor: DemonstrationAdvisor): JsonObject {
  const [title, theme] = oneOf(random, workshops)
  const total = wholeBetween(random, 4, 12)
  const women = wholeBetween(random, 0, total)
  const older = wholeBetween(random, 0, total)
  return {
    kind: 'collectif',
    minutes: oneOf(random, [90, 120, 120, 150]),
    place: { kind: 'lieu_activite', lieuId: placeOf(random, advisor) },
    themes: [theme],
    title,
    level: oneOf(random, ['debutant', 'debutant', 'intermediaire', 'avance']),
    anonymous: {
      total,
      ...(happens(random, 0.6) ? { alreadyAccompanied: wholeBetween(random, 0, total) } : {}),
      ...(happens(random, 0.7) ? { gender: { feminin: women, masculin: total - women } } : {}),
      ...(happens(random, 0.5)
        ? { ageRange: { soixante_dix_plus: older }, status: { retraite: older } }
        : {}),
    },
  }
}

const timeTitles: Readonly<Record<OtherTime, readonly [string | undefined, ...(string | undefined)[]]>> = {
  permanence_sans_visite: [undefined],
  preparation: [undefined, 'Supports d’atelier', 'Programme du mois'],
  reunion: ['Réunion d’équipe', 'Point avec la mairie', undefined],
  deplacement: [undefined],
  formation: ['Accompagner les publics éloignés', 'Cybersécurité : les bons réflexes'],
  certification: ['Certification Pix'],
  vie_de_la_communaute: ['Webinaire mensuel', 'Rencontre départementale', 'Partage de pratiques'],
  autre: [undefined],
}

const timeMinutes: Readonly<Record<OtherTime, readonly [number, ...number[]]>> = {
  permanence_sans_visite: [120, 180],
  preparation: [60, 90, 120],
  reunion: [60, 90],
  deplacement: [30, 45],
  formation: [420],
  certification: [120],
  vie_de_la_communaute: [60, 90],
  autre: [60],
}

export function otherTime(activity: OtherTime) {
  return (random: Random): JsonObject => {
    const title = oneOf(random, timeTitles[activity])
    return {
      kind: 'hors_accompagnement',
      minutes: oneOf(random, timeMinutes[activity]),
      activity,
      ...(title === undefined ? {} : { title }),
    }
  }
}

export function event(random: Random): JsonObject {
  return {
    kind: 'evenement',
    minutes: oneOf(random, [180, 240, 420]),
    name: oneOf(random, [
      'Fête du numérique',
      'Forum des associations',
      'Journée portes ouvertes',
      'Café numérique',
    ]),
    type: oneOf(random, ['grand_public', 'inclusion_numerique']),
    organisers: oneOf(random, [['ma_structure'], ['ma_structure', 'commune'], ['association', 'epci']]),
    participants: wholeBetween(random, 15, 140),
    scale: oneOf(random, ['communal', 'intercommunal', 'departemental']),
  }
}

export function animation(random: Random): JsonObject {
  return {
    kind: 'animation',
    minutes: oneOf(random, [60, 90, 120, 180]),
    audience: {
      mediators: wholeBetween(random, 2, 12),
      structures: wholeBetween(random, 0, 4),
      others: wholeBetween(random, 0, 3),
    },
    type: oneOf(random, ['reunion_coordination', 'groupe_de_travail', 'echange', 'comite', 'webinaire']),
    initiative: oneOf(random, ['initiative', 'initiative', 'demande']),
    animationThemes: oneOf(random, [
      ['partage'],
      ['reseau'],
      ['partage', 'reseau'],
      ['soutien'],
      ['professionnel'],
    ]),
  }
}

export function partnership(random: Random): JsonObject {
  return {
    kind: 'partenariat',
    name: oneOf(random, [
      'Accueil des demandeurs d’emploi',
      'Permanences en centre social',
      'Aidants connectés du département',
      'Prêt d’ordinateurs reconditionnés',
    ]),
    natures: oneOf(random, [
      ['parcours_usager'],
      ['coordination_departementale'],
      ['subvention'],
      ['rdv_elu'],
    ]),
    scale: oneOf(random, ['intercommunal', 'departemental']),
    partners: oneOf(random, [
      [{ name: 'Mission locale', type: 'association' }],
      [{ name: 'Communauté de communes', type: 'epci' }],
      [
        { name: 'Conseil départemental', type: 'departement' },
        { name: 'Hub territorial', type: 'hub' },
      ],
    ]),
  }
}

function placeOf(random: Random, { places }: DemonstrationAdvisor): string {
  return weightedItem(
    random,
    places.map((place) => [place.id, place.weight]),
  )
}
