import type { JsonObject } from '../../src/domain/json.ts'
import type { ReportKind } from '../../src/domain/report/kinds.ts'

/** The body of a valid report of one anonymous person, with the fields that the test is about. */
export function aReport(fields: JsonObject = {}): JsonObject {
  return {
    kind: 'individuel',
    date: '2026-11-20',
    minutes: 45,
    place: { kind: 'domicile', commune: '09261' },
    themes: ['navigation_sur_internet'],
    beneficiary: { kind: 'anonyme' },
    notesShared: false,
    filedOn: '2026-11-20',
    ...fields,
  }
}

const own: Readonly<Record<Exclude<ReportKind, 'individuel'>, JsonObject>> = {
  collectif: {
    minutes: 45,
    place: { kind: 'domicile', commune: '09261' },
    themes: ['email'],
    anonymous: { total: 8 },
  },
  hors_accompagnement: { minutes: 45, activity: 'formation' },
  animation: {
    minutes: 45,
    audience: { mediators: 4, structures: 0, others: 0 },
    type: 'reunion_coordination',
    initiative: 'initiative',
    animationThemes: ['partage'],
  },
  evenement: {
    minutes: 45,
    name: 'Fête du numérique',
    type: 'grand_public',
    organisers: ['ma_structure', 'commune'],
    participants: 40,
    scale: 'communal',
  },
  partenariat: {
    name: 'Accueil des demandeurs d’emploi',
    natures: ['parcours_usager'],
    scale: 'departemental',
    partners: [{ name: 'Mission locale', type: 'association' }],
  },
}

/** The body of a valid report of a kind, with the fields that the test is about. */
export function aReportOfKind(kind: ReportKind, fields: JsonObject = {}): JsonObject {
  if (kind === 'individuel') return aReport(fields)
  return { kind, date: '2026-11-20', ...own[kind], notesShared: false, filedOn: '2026-11-20', ...fields }
}
