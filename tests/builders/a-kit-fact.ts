import type { KitFact, KitFactOf } from '../../src/domain/commitments/kit/kit-fact.ts'
import {
  kitFactIdSchema,
  kitItemIdSchema,
  type KitFactId,
  type KitItemId,
} from '../../src/domain/commitments/kit/kit-ids.ts'
import { aUuid } from './an-id.ts'
import { awasScope, day } from './a-post-fact.ts'

let said = 0

function base(on: string): Pick<KitFact, 'id' | 'at' | 'day' | 'replaces' | 'scope'> {
  said += 1
  return {
    id: kitFactIdSchema.parse(aUuid()),
    at: new Date(Date.UTC(2026, 0, 1) + said * 1000).toISOString(),
    day: day(on),
    replaces: null,
    scope: awasScope,
  }
}

export function anItem(): KitItemId {
  return kitItemIdSchema.parse(aUuid())
}

/** A computer handed over to Awa by her structure. */
export function aHandOver(on: string, fields: Partial<KitFactOf<'handed'>> = {}): KitFactOf<'handed'> {
  return {
    ...base(on),
    party: 'structure',
    kind: 'handed',
    item: anItem(),
    equipment: 'ordinateur',
    label: 'PC-12',
    serial: '',
    wear: 'neuf',
    instead: null,
    ...fields,
  }
}

export function anAskedOutfit(
  on: string,
  fields: Partial<KitFactOf<'outfit-asked'>> = {},
): KitFactOf<'outfit-asked'> {
  const own = { item: anItem(), reason: 'premiere' } as const
  return { ...base(on), party: 'structure', kind: 'outfit-asked', ...own, ...fields }
}

export function aSize(on: string, size: KitFactOf<'size'>['size'] = 'M'): KitFactOf<'size'> {
  return { ...base(on), party: 'advisor', kind: 'size', size }
}

type Told = 'outfit-shipped' | 'outfit-received' | 'received' | 'repaired' | 'out-of-order' | 'back'

interface ToldFields extends Partial<Pick<KitFact, 'party' | 'scope' | 'replaces' | 'at'>> {
  /** The structure's word that an advisor confirms. */
  confirms?: KitFactId | null
}

/** Something told of what was handed over or asked for: receipts by the advisor, the rest by the structure. */
export function aTold(
  kind: Told,
  of: { item: KitItemId; scope: KitFact['scope'] },
  on: string,
  { confirms = null, ...fields }: ToldFields = {},
): KitFact {
  const party = kind === 'received' || kind === 'outfit-received' ? 'advisor' : 'structure'
  const all = { ...base(on), party, item: of.item, scope: of.scope, ...fields } as const
  switch (kind) {
    case 'out-of-order':
      return { ...all, kind, words: '' }
    case 'back':
      return { ...all, kind, wear: 'bon', confirms }
    case 'received':
      return { ...all, kind, confirms }
    case 'outfit-shipped':
    case 'outfit-received':
    case 'repaired':
      return { ...all, kind }
  }
}

export function aTakingBack(of: KitFact): KitFact {
  const { scope, party, day: on } = of
  return { ...base(on), scope, party, replaces: of.id, kind: 'withdrawn' }
}
