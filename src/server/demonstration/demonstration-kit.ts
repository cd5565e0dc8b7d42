import { addDays, type CalendarDay } from '../../domain/calendar-day.ts'
import type { KitFact } from '../../domain/commitments/kit/kit-fact.ts'
import { kitFactIdSchema, kitItemIdSchema, type KitItemId } from '../../domain/commitments/kit/kit-ids.ts'
import type { ClothingSize, Equipment } from '../../domain/commitments/kit/kit-words.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { cast } from './cast.ts'
import type { DemonstrationAssignment } from './demonstration-assignments.ts'
import { morningOf } from './demonstration-people.ts'
import { townHall } from './demonstration-structures.ts'
import { seededRandom } from './seeded-random.ts'
import { seededDocumentId } from './seeded-uuid.ts'

/** A fact of the demonstration, where and by whom it is said. */
export interface DemonstrationKitFact {
  readonly structure: StructureId
  readonly fact: KitFact
  readonly by: PersonId
}

/**
 * Clothing and equipment of the cast: Awa's phone is out of order, Bruno's outfit is on its way, his computer waits for
 * his word and he has no phone; Hugo lacks nothing.
 */
export function demonstrationKit(
  assignments: readonly DemonstrationAssignment[],
  today: CalendarDay,
): DemonstrationKitFact[] {
  return assignments.flatMap((assignment) => {
    const first = assignment.contracts[0]?.starts
    if (first === undefined) return []
    const kit = new KitFacts(assignment)
    const soon = addDays(first, 3)
    switch (assignment.key) {
      case 'awa': {
        kit.outfit(first, 'M').shipped(addDays(first, 30)).received(addDays(first, 41))
        kit.handed('ordinateur', 'PC-12', '5CD1240K7Q', soon).confirmed(addDays(soon, 1))
        kit.handed('espace_de_travail', 'Bureau 4, médiathèque', '', soon).confirmed(soon)
        kit.handed('telephone', 'Tel-3', '356938035643809', soon).confirmed(soon).broken(addDays(today, -12))
        return kit.facts
      }
      case 'bruno': {
        kit.outfit(addDays(today, -40), 'XL').shipped(addDays(today, -6))
        kit.handed('espace_de_travail', 'Bureau partagé, mairie', '', soon).confirmed(addDays(soon, 2))
        kit.handed('ordinateur', 'PC-14', '5CD1240M2B', addDays(today, -4))
        return kit.facts
      }
      case 'hugo': {
        kit.outfit(first, 'L').received(addDays(first, 50))
        kit.handed('ordinateur', 'HP-01', 'CZC8030WQ1', soon).confirmed(soon)
        kit.handed('telephone', 'Mobile 1', '', soon).confirmed(soon)
        kit.handed('espace_de_travail', 'Local du centre', '', soon).confirmed(soon)
        kit.handed('vehicule', 'Kangoo partagée', '', addDays(soon, 60)).confirmed(addDays(soon, 60))
        return kit.facts
      }
      default:
        return []
    }
  })
}

interface Outfit {
  shipped(day: CalendarDay): Outfit
  received(day: CalendarDay): Outfit
}

interface Thing {
  confirmed(day: CalendarDay): Thing
  broken(day: CalendarDay): Thing
}

/** Facts of one person's kit, each said on the morning of its day: the same at each loading. */
class KitFacts {
  readonly facts: DemonstrationKitFact[] = []
  readonly #of: DemonstrationAssignment

  constructor(of: DemonstrationAssignment) {
    this.#of = of
  }

  outfit(day: CalendarDay, size: ClothingSize): Outfit {
    const item = this.#item(day)
    this.#say({ ...this.#base(day, 'advisor'), kind: 'size', size })
    this.#say({ ...this.#base(day, 'structure'), kind: 'outfit-asked', item, reason: 'premiere' })
    const asked: Outfit = {
      shipped: (on) => {
        this.#say({ ...this.#base(on, 'structure'), kind: 'outfit-shipped', item })
        return asked
      },
      received: (on) => {
        this.#say({ ...this.#base(on, 'advisor'), kind: 'outfit-received', item })
        return asked
      },
    }
    return asked
  }

  handed(equipment: Equipment, label: string, serial: string, day: CalendarDay): Thing {
    const item = this.#item(day)
    const what = { equipment, label, serial, wear: 'neuf', instead: null } as const
    const handed = this.#base(day, 'structure')
    this.#say({ ...handed, kind: 'handed', item, ...what })
    const thing: Thing = {
      confirmed: (on) => {
        this.#say({ ...this.#base(on, 'advisor'), kind: 'received', item, confirms: handed.id })
        return thing
      },
      broken: (on) => {
        const words = 'L’écran ne s’allume plus'
        this.#say({ ...this.#base(on, 'advisor'), kind: 'out-of-order', item, words })
        return thing
      },
    }
    return thing
  }

  #item(day: CalendarDay): KitItemId {
    return kitItemIdSchema.parse(this.#idOf('item', day))
  }

  #base(
    day: CalendarDay,
    party: KitFact['party'],
  ): Pick<KitFact, 'id' | 'at' | 'day' | 'replaces' | 'scope' | 'party'> {
    const id = kitFactIdSchema.parse(this.#idOf('fact', day))
    return { id, day, at: morningOf(day), replaces: null, scope: this.#of.scope, party }
  }

  #idOf(what: string, day: CalendarDay): string {
    const name = `${this.#of.key}/kit ${what} ${this.facts.length}`
    return seededDocumentId(seededRandom(name), new Date(morningOf(day)))
  }

  #say(fact: KitFact): void {
    const { structure, person } = this.#of
    const orders = structure.id === townHall.id ? cast.chantal.id : cast.denis.id
    this.facts.push({ structure: structure.id, fact, by: fact.party === 'advisor' ? person.id : orders })
  }
}
