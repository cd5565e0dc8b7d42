import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../../../src/domain/calendar-day.ts'
import { isOwnFile } from '../../../src/domain/exchange/columns.ts'
import { fingerprintOf, LineIdentities } from '../../../src/domain/exchange/line-identity.ts'
import { likelyLayout } from '../../../src/domain/exchange/match-columns.ts'
import { otherWays, type OtherFile } from '../../../src/domain/exchange/other-ways.ts'
import { readReportLine, type LineContext } from '../../../src/domain/exchange/read-report-line.ts'
import { aDocumentId, aScopeId } from '../../builders/an-id.ts'

const scope = aScopeId()
const today = '2026-11-25' as CalendarDay
const heads = ['Date', 'Durée', 'Lieu', 'Thématiques', 'Sexe', 'Âge', 'Statut', 'Commentaire']
const mediatheque = aDocumentId()

function reads(cells: string[], file: Partial<OtherFile> = {}, fields: Partial<LineContext> = {}) {
  const ways = otherWays({
    today,
    kind: 'individuel',
    place: undefined,
    meanings: {},
    places: [{ id: mediatheque, name: 'Médiathèque de Saint-Girons' }],
    commune: (text) => (text === 'Saint-Girons' ? '09261' : undefined),
    ...file,
  })
  const context = {
    layout: likelyLayout(heads),
    today,
    scope,
    ownScopes: new Set([scope]),
    ways,
    identities: new LineIdentities(),
  }
  return readReportLine({ heads, cells }, { ...context, ...fields })
}

test('the columns of another tool’s file are found by their heads, without regard to accents', () => {
  expect(likelyLayout(heads)).toEqual({
    date: 0,
    duree_minutes: 1,
    lieu: 2,
    thematiques: 3,
    genre: 4,
    tranche_age: 5,
    statut: 6,
    note: 7,
  })
  expect(isOwnFile(heads)).toBe(false)
})

test('a line of another tool is a whole report', () => {
  const cells = [
    '25/11/2026',
    '1h30',
    'mediatheque de st girons',
    'Email ; Bureautique',
    'F',
    '72',
    'Retraité',
    '=2+2',
  ]
  expect(reads(cells)).toMatchObject({
    comes: true,
    scope,
    body: {
      kind: 'individuel',
      date: '2026-11-25',
      minutes: 90,
      place: { kind: 'lieu_activite', lieuId: mediatheque },
      themes: ['email', 'bureautique'],
      beneficiary: { kind: 'anonyme', gender: 'feminin', ageRange: 'soixante_dix_plus', status: 'retraite' },
      notes: '=2+2',
      notesShared: false,
      imported: true,
      filedOn: today,
    },
  })
})

test('ranges of the first national tool are kept as they are', () => {
  const cells = ['25/11/2026', '30', 'À distance', 'E-mail', '', '18-35 ans', 'Étudiant', '']
  expect(reads(cells)).toMatchObject({
    body: { beneficiary: { kind: 'anonyme', formerAgeRange: 'de_18_a_35', formerStatus: 'etudiant' } },
  })
})

test('a line says everything that keeps it from coming, column by column', () => {
  const outcome = reads(['30/02/2026', '1,5', 'Chez Paul', 'Tricot', 'F', '', '', ''])
  expect(outcome).toEqual({
    comes: false,
    problems: [
      {
        column: 'date',
        text: '«\u00A030/02/2026\u00A0» n’est pas une date qui se lit\u00A0: écrivez par exemple 25/11/2026.',
      },
      {
        column: 'duree_minutes',
        text: '«\u00A01,5\u00A0» n’est pas une durée qui se lit\u00A0: écrivez par exemple 90 ou 1h30.',
      },
      {
        column: 'lieu',
        text: '«\u00A0Chez Paul\u00A0» n’est pas l’un de vos lieux.',
        unmatched: 'Chez Paul',
      },
      {
        column: 'thematiques',
        text: '«\u00A0Tricot\u00A0» n’est pas une valeur connue.',
        unmatched: 'Tricot',
      },
    ],
  })
})

test('what a value means is said once, and then it comes', () => {
  const meanings = { thematiques: { tricot: 'culture_numerique' }, lieu: { 'chez paul': 'domicile' } }
  const cells = ['2026-11-20', '60', 'Chez Paul', 'Tricot', '', '', '', '']
  const withCommune = { layout: { ...likelyLayout(heads), lieu_commune: 7 } }
  expect(reads([...cells.slice(0, 7), 'Saint-Girons'], { meanings }, withCommune)).toMatchObject({
    body: { place: { kind: 'domicile', commune: '09261' }, themes: ['culture_numerique'] },
  })
})

test('a missing date and a day to come are said', () => {
  expect(reads(['', '60', 'À distance', 'E-mail', '', '', '', ''])).toMatchObject({
    problems: [{ column: 'date', text: 'La date manque.' }],
  })
  expect(reads(['26/11/2026', '60', 'À distance', 'E-mail', '', '', '', ''])).toMatchObject({
    problems: [{ column: 'date', text: 'Ce jour n’est pas encore passé.' }],
  })
})

describe('the id of a line', () => {
  const anyLine = fc.record({
    cells: fc.array(fc.constantFrom('a', 'b', '25/11/2026', '30', ''), { minLength: 3, maxLength: 3 }),
  })

  test('is the same in every run, whatever else the file holds before it', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { maxLength: 8 }),
        fc.array(anyLine, { maxLength: 3 }),
        (lines, others) => {
          const idsOf = (all: readonly { cells: string[] }[]) => {
            const identities = new LineIdentities()
            return all.map(({ cells }) => identities.idOf(scope, { heads: ['x', 'y', 'z'], cells }))
          }
          const alone = new Set(idsOf(lines))
          expect(alone.size).toBe(lines.length)
          expect(new Set(idsOf([...others, ...lines])).size).toBe(others.length + lines.length)
          expect([...alone].every((id) => new Set(idsOf([...others, ...lines])).has(id))).toBe(true)
        },
      ),
    )
  })

  test('does not depend on the order of columns, empty ones, spaces or how a day is written', () => {
    const one = fingerprintOf({ heads: ['Date', 'Durée', 'Vide'], cells: ['25/11/2026', '30 ', ''] })
    const other = fingerprintOf({ heads: ['Durée', 'Date'], cells: ['30', '2026-11-25'] })
    expect(one).toBe(other)
  })
})
