import { describe, expect, test } from 'vitest'
import { confirmationSchema } from '../../../src/domain/confirmation/confirmation.ts'
import { eventConfirmationLabels } from '../../../src/domain/confirmation/event-confirmation.ts'
import { decide } from '../../../src/domain/sync/decide.ts'
import { schemaVersion } from '../../../src/domain/sync/limits.ts'
import { validateBody } from '../../../src/domain/sync/validate-body.ts'
import { aKitConfirmation, anEventConfirmation } from '../../builders/a-confirmation.ts'
import { aUuid } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { day, decisionFacts } from '../../builders/decision-facts.ts'

const { item: _item, ...ofNoItem } = aKitConfirmation()

const kit = [
  aKitConfirmation(),
  { ...ofNoItem, kind: 'size', size: 'XL' },
  aKitConfirmation({ kind: 'outfit-received' }),
  aKitConfirmation({ kind: 'out-of-order', words: 'L’écran reste noir' }),
  aKitConfirmation({ kind: 'back' }),
]
const events = Object.keys(eventConfirmationLabels).map((kind) => anEventConfirmation({ kind }))

describe('a confirmation', () => {
  test.each([...kit, ...events])('I18 is what was said, and keeps what a newer version adds: %o', (body) => {
    const later = { ...body, fieldOfLater: 'gardé' }
    expect(confirmationSchema.parse(later)).toEqual(later)
    expect(validateBody('confirmation', later)).toEqual({ valid: true })
  })

  test.each([
    ['of nothing', { about: 'weather' }],
    ['what only a structure says', { kind: 'handed' }],
    ['no day', { day: '20/11/2026' }],
    ['no hour', { at: 'ce matin' }],
    ['no thing', { item: 'ordinateur' }],
    ['a size that there isn’t', { kind: 'size', size: '5XL' }],
    ['too many words', { kind: 'out-of-order', words: 'a'.repeat(201) }],
    ['an event that is no event', { about: 'event', kind: 'going', event: 'webinaire' }],
    ['of an event what is said of a thing', { about: 'event', kind: 'back', event: aUuid() }],
  ])('is refused with %s', (_what, wrong) => {
    expect(validateBody('confirmation', { ...aKitConfirmation(), ...wrong })).toMatchObject({ valid: false })
  })

  test('is never refused for its day: before a contract, after it, or ahead', () => {
    const contracts = [{ starts: day('2026-06-01'), ends: day('2026-11-01') }]
    for (const said of ['2020-01-01', '2026-11-20', '2030-01-01']) {
      const op = anOp({ collection: 'confirmation', set: aKitConfirmation({ day: said }) })
      expect(decide(op, undefined, decisionFacts({ contracts }))).toMatchObject({ status: 'applied' })
    }
  })

  test('about something that only a newer version knows waits for the server to be brought up to date', () => {
    const op = anOp({ collection: 'confirmation', set: { about: 'later', kind: 'said' } })
    const newer = decisionFacts({ schema: schemaVersion + 1 })
    expect(decide(op, undefined, newer)).toEqual({ status: 'deferred' })
  })
})
