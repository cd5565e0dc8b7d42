import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../../../src/domain/calendar-day.ts'
import { safeCell, textOfSafeCell } from '../../../src/domain/exchange/cell-text.ts'
import { columnNames } from '../../../src/domain/exchange/columns.ts'
import { LineIdentities } from '../../../src/domain/exchange/line-identity.ts'
import { ownLayout } from '../../../src/domain/exchange/match-columns.ts'
import { readReportLine, type LineContext } from '../../../src/domain/exchange/read-report-line.ts'
import { cellsOfReport } from '../../../src/domain/exchange/report-cells.ts'
import type { ScopeId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { validateBody } from '../../../src/domain/sync/validate-body.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { anyReport } from '../../builders/any-report.ts'
import { aDocumentId, aScopeId } from '../../builders/an-id.ts'

const scope = aScopeId()

function lineOf(
  body: JsonObject,
  { id = aDocumentId(), of = scope }: { id?: string; of?: ScopeId } = {},
): string[] {
  const cells = cellsOfReport(body, {
    id,
    scope: of,
    structure: '=Mairie',
    place: { name: 'Médiathèque', commune: '09261' },
  })
  return columnNames.map((name) => safeCell(cells[name] ?? ''))
}

function context(fields: Partial<LineContext> = {}): LineContext {
  return {
    layout: ownLayout(columnNames),
    today: '2026-11-25' as CalendarDay,
    scope,
    ownScopes: new Set([scope]),
    identities: new LineIdentities(),
    ...fields,
  }
}

test('any valid report is the same one, with the same id, after its row is read back', () => {
  fc.assert(
    fc.property(anyReport, fc.uuid({ version: 7 }), (body, id) => {
      fc.pre(validateBody('report', { ...body, imported: true }).valid)
      const outcome = readReportLine({ heads: columnNames, cells: lineOf(body, { id }) }, context())
      expect(outcome).toEqual({ comes: true, scope, id, body: { ...body, imported: true } })
    }),
    { numRuns: 400 },
  )
})

test('most generated reports are valid: the property above is about something', () => {
  const valid = fc.sample(anyReport, 200).filter((body) => validateBody('report', body).valid)
  expect(valid.length).toBeGreaterThan(100)
})

test('no cell of any row begins with what a spreadsheet may run', () => {
  fc.assert(
    fc.property(anyReport, (body) => {
      expect(lineOf(body).filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([])
    }),
  )
})

test('a safe cell gives back the text that it was made from', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('', '=', '+', '-', '@', "'", "''", '\t', '＝'),
      (rest, begin) => {
        expect(textOfSafeCell(safeCell(begin + rest))).toBe(begin + rest)
      },
    ),
  )
})

describe('a report of another scope', () => {
  const foreign = aScopeId()

  test('gets an id of its own, the same each time, and names nobody', () => {
    const body = aReport({ beneficiary: { kind: 'suivi', id: aDocumentId(), gender: 'feminin' } })
    const cells = lineOf(body, { of: foreign })
    const outcomes = [1, 2].map(() => readReportLine({ heads: columnNames, cells }, context()))
    expect(outcomes[0]).toEqual(outcomes[1])
    expect(outcomes[0]).toMatchObject({
      scope,
      body: { beneficiary: { kind: 'anonyme', gender: 'feminin' } },
    })
    expect(outcomes[0]).not.toMatchObject({ id: cells[0] })
  })

  test('counts as many people, and its place is found by name or is somewhere in the commune', () => {
    const body = aReportOfKind('collectif', {
      place: { kind: 'lieu_activite', lieuId: aDocumentId() },
      participants: [{ id: aDocumentId() }, { id: aDocumentId() }],
      anonymous: { total: 3, gender: { feminin: 2 } },
    })
    const cells = lineOf(body, { of: foreign })
    const ours = aDocumentId()
    const found = readReportLine({ heads: columnNames, cells }, context({ placeNamed: () => ours }))
    const notFound = readReportLine({ heads: columnNames, cells }, context())
    expect(found).toMatchObject({
      body: {
        place: { kind: 'lieu_activite', lieuId: ours },
        participants: [],
        anonymous: { total: 5, gender: { feminin: 2 } },
      },
    })
    expect(notFound).toMatchObject({ body: { place: { kind: 'autre', commune: '09261' } } })
  })
})
