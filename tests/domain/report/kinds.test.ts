import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/domain/json.ts'
import { accompanimentsOf, minutesOfReport, namedIn } from '../../../src/domain/report/accompaniments.ts'
import { unknownOf } from '../../../src/domain/report/anonymous-group.ts'
import { kindsOfAdvisor, kindsOfCoordinator, reportKinds } from '../../../src/domain/report/kinds.ts'
import { reportSchema } from '../../../src/domain/report/report.ts'
import { reportTitle } from '../../../src/domain/report/report-title.ts'
import { validateBody } from '../../../src/domain/sync/validate-body.ts'
import { aReportOfKind } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'

function mistakeOf(kind: Parameters<typeof aReportOfKind>[0], fields: JsonObject): string | null {
  const validity = validateBody('report', aReportOfKind(kind, fields))
  return validity.valid ? null : validity.field
}

const countedAs = {
  individuel: 1,
  collectif: 8,
  hors_accompagnement: 0,
  animation: 0,
  evenement: 0,
  partenariat: 0,
} as const

test('every kind is filed by somebody', () => {
  expect(new Set([...kindsOfAdvisor, ...kindsOfCoordinator])).toEqual(new Set(reportKinds))
})

describe.each(reportKinds)('%s', (kind) => {
  test('what is required is enough', () => {
    expect(mistakeOf(kind, {})).toBeNull()
  })

  test('it counts as domain.md says, and has a title', () => {
    const report = reportSchema.parse(aReportOfKind(kind))
    expect(accompanimentsOf(report)).toBe(countedAs[kind])
    expect(minutesOfReport(report)).toBe(kind === 'partenariat' ? 0 : 45)
    expect(reportTitle(report)).not.toBe('')
  })

  test('I18 fields of a newer version are kept', () => {
    const newer = aReportOfKind(kind, { weather: 'fine' })
    expect(reportSchema.parse(newer)).toEqual(newer)
  })
})

describe('a workshop', () => {
  const group = (fields: JsonObject) => ({ anonymous: { total: 8, ...fields } })

  test('counts the named and the anonymous', () => {
    const ids = [aDocumentId(), aDocumentId()]
    const participants = ids.map((id) => ({ id }))
    const report = reportSchema.parse(aReportOfKind('collectif', { participants }))
    expect([accompanimentsOf(report), namedIn(report)]).toEqual([10, ids])
  })

  test('what is not known of a family is the rest of it', () => {
    expect(unknownOf({ total: 8, gender: { feminin: 3, masculin: 2 } }, 'gender')).toBe(3)
    expect(unknownOf({ total: 8 }, 'status')).toBe(8)
  })

  test.each<[string, JsonObject, string | null]>([
    ['as many as there are', group({ gender: { feminin: 5, masculin: 3 } }), null],
    ['more of a family than people', group({ gender: { feminin: 5, masculin: 4 } }), 'anonymous.gender'],
    [
      'more already accompanied than people',
      group({ alreadyAccompanied: 9 }),
      'anonymous.alreadyAccompanied',
    ],
    ['an unknown count', group({ ageRange: { centenaire: 1 } }), 'anonymous.ageRange'],
    ['what is computed', group({ status: { non_communique: 1 } }), 'anonymous.status'],
    ['half a person', group({ gender: { feminin: 0.5 } }), 'anonymous.gender.feminin'],
    ['10,001 people', { anonymous: { total: 10_001 } }, 'anonymous.total'],
    ['nobody', { anonymous: { total: 0 } }, 'anonymous'],
    ['no participants at all', { anonymous: null }, 'anonymous'],
  ])('%s', (_, fields, field) => {
    const body = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
    const { anonymous: _before, ...rest } = aReportOfKind('collectif')
    const validity = validateBody('report', { ...rest, ...body })
    expect(validity.valid ? null : validity.field).toBe(field)
  })

  test('a person is named once', () => {
    const id = aDocumentId()
    expect(mistakeOf('collectif', { participants: [{ id }, { id }] })).toBe('participants')
  })
})

describe('other kinds refuse what makes no sense', () => {
  test.each<[Parameters<typeof aReportOfKind>[0], JsonObject, string]>([
    ['hors_accompagnement', { activity: 'sieste' }, 'activity'],
    ['animation', { audience: { mediators: 0, structures: 0, others: 0 } }, 'audience'],
    ['animation', { animationThemes: [] }, 'animationThemes'],
    ['animation', { otherType: 'Visite' }, 'otherType'],
    ['animation', { otherTheme: 'Paie' }, 'otherTheme'],
    ['evenement', { organisers: [] }, 'organisers'],
    ['evenement', { participants: -1 }, 'participants'],
    ['evenement', { name: ' ' }, 'name'],
    ['partenariat', { partners: [] }, 'partners'],
    ['partenariat', { partners: [{ name: 'La Poste', type: 'banque' }] }, 'partners.0.type'],
    ['partenariat', { natures: ['subvention'], otherNature: 'Prêt' }, 'otherNature'],
  ])('%s %j', (kind, fields, field) => {
    expect(mistakeOf(kind, fields)).toBe(field)
  })
})
