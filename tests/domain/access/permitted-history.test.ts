import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  permittedHistory,
  permittedStepSchema,
  type PermittedRevision,
} from '../../../src/domain/access/permitted-history.ts'
import type { JsonObject } from '../../../src/domain/json.ts'

const media = { kind: 'lieu_activite', lieuId: 'mediatheque' }
const filed: JsonObject = {
  kind: 'individuel',
  date: '2026-11-20',
  minutes: 45,
  place: media,
  themes: ['email'],
  notesShared: false,
}

/** Revisions in which the fields were set, one a minute, by Awa. */
function saves(...fields: JsonObject[]): PermittedRevision[] {
  return fields.map((set, minute) => ({
    at: `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`,
    byName: 'Awa Diallo',
    state: 'live',
    fields: set,
  }))
}

const told = (revisions: readonly PermittedRevision[]) =>
  permittedHistory(revisions, ({ kind, lieuId }) => ({
    placeKind: typeof kind === 'string' ? kind : '',
    placeName: lieuId === 'mediatheque' ? 'Médiathèque' : null,
    communeName: lieuId === undefined ? null : 'Saint-Girons',
  }))

const whenFiled = {
  at: '2026-11-20T10:00:00.000Z',
  byName: 'Awa Diallo',
  kind: 'filed',
  before: {},
  after: {},
  words: [],
}

describe('the history of a report for a structure', () => {
  test('says who changed what and when, by the values that it may read', () => {
    const steps = told(saves(filed, { minutes: 60, themes: ['email', 'bureautique'] }))
    expect(steps).toEqual([
      whenFiled,
      {
        at: '2026-11-20T10:01:00.000Z',
        byName: 'Awa Diallo',
        kind: 'changed',
        before: { minutes: 45, themes: ['email'] },
        after: { minutes: 60, themes: ['email', 'bureautique'] },
        words: [],
      },
    ])
    for (const step of steps) expect(permittedStepSchema.parse(step)).toEqual(step)
  })

  test('says where an activity was and is, as one thing', () => {
    const [, moved] = told(saves(filed, { place: { kind: 'domicile', commune: '09261' } }))
    expect(moved).toMatchObject({
      before: { placeKind: 'lieu_activite', placeName: 'Médiathèque', communeName: 'Saint-Girons' },
      after: { placeKind: 'domicile', placeName: null, communeName: null },
    })
  })

  test('says that a title, a procedure, a tag was changed, and not what it was', () => {
    const [, step] = told(saves({ ...filed, title: 'mark 1' }, { title: 'mark 2', structureTags: 'mark 3' }))
    expect(step).toMatchObject({ kind: 'changed', before: {}, after: {}, words: ['title', 'structureTags'] })
  })

  test('says how many were at a workshop, and nothing where only who was there changed', () => {
    const workshop = { ...filed, participants: 2, anonymous: 8 }
    expect(told(saves(workshop, { participants: 2 }))).toHaveLength(1)
    expect(told(saves(workshop, { anonymous: 9 }))[1]).toMatchObject({
      before: { participants: 10 },
      after: { participants: 11 },
    })
  })

  test('tells that a report was deleted and came back', () => {
    const [first, gone, back] = saves(filed, {}, {})
    if (!first || !gone || !back) throw new Error('three saves')
    expect(told([first, { ...gone, state: 'deleted' }, back]).map(({ kind }) => kind)).toEqual([
      'filed',
      'deleted',
      'restored',
    ])
  })

  test('tells that a shared note was added or changed, never of one that isn’t shared now', () => {
    const shared = { ...filed, notes: 'mark 1', notesShared: true }
    const words = (...fields: JsonObject[]) => told(saves(...fields)).map((step) => step.words)
    expect(words(shared, { notes: 'mark 2' })).toEqual([[], ['sharedNote']])
    expect(words({ ...filed, notes: 'mark 1' }, { notesShared: true })).toEqual([[], ['sharedNote']])
    // Shared once, changed, and no longer: no trace of it.
    expect(words(shared, { notes: 'mark 2' }, { notesShared: false })).toEqual([[]])
    // While it wasn't shared it was nobody's: neither what it became nor that it was taken back is told.
    expect(words(shared, { notesShared: false }, { notes: 'mark 3' }, { notesShared: true })).toEqual([
      [],
      ['sharedNote'],
    ])
  })

  test('is the same whatever was done to what is private, and however often', () => {
    const isPrivate = fc.record(
      {
        notes: fc.option(fc.string()),
        tags: fc.array(fc.string()),
        beneficiary: fc.record({ kind: fc.constant('suivi'), id: fc.uuid() }),
        filedOn: fc.constant('2026-11-21'),
        imported: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    const isPublic = fc.record(
      {
        minutes: fc.integer({ min: 5, max: 1439 }),
        title: fc.string(),
        oriented: fc.boolean(),
        themes: fc.array(fc.constantFrom('email', 'bureautique', 'sante'), { minLength: 1 }),
      },
      { requiredKeys: [] },
    )
    const bare = (steps: readonly object[]) => steps.map((step) => ({ ...step, at: '' }))
    fc.assert(
      fc.property(fc.array(fc.tuple(isPublic, fc.array(isPrivate))), (all) => {
        const open = all.map(([fields]) => fields)
        const mixed = all.flatMap(([fields, hidden]) => [{ ...fields, ...hidden[0] }, ...hidden])
        expect(bare(told(saves(filed, ...mixed)))).toEqual(bare(told(saves(filed, ...open))))
      }),
    )
  })
})
