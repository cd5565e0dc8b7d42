import { expect, test } from 'vitest'
import { historySteps } from '../../../../src/app/features/find-report/traces/history-steps.ts'
import { aReport } from '../../../builders/a-report.ts'

const at = '2026-11-20T10:00:00.000Z'
const revision = (rev: number, fields: ReturnType<typeof aReport>, state = 'live') => ({
  rev,
  at,
  fields,
  state,
  deviceId: null,
})

test('each step says what was before and what it was made, the last first', () => {
  const steps = historySteps([
    revision(1, aReport()),
    revision(2, { minutes: 60, notes: 'Revenir' }),
    revision(3, {}, 'deleted'),
    revision(4, { notes: null }),
  ])
  expect(steps.map(({ kind, changes }) => [kind, changes])).toEqual([
    ['restored', [{ field: 'notes', before: 'Revenir', after: null }]],
    ['deleted', []],
    [
      'changed',
      [
        { field: 'minutes', before: 45, after: 60 },
        { field: 'notes', before: null, after: 'Revenir' },
      ],
    ],
    ['filed', []],
  ])
})
