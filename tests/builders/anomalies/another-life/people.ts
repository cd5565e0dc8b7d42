import type { Json, JsonObject } from '../../../../src/domain/json.ts'
import type { CalendarDay } from '../../../../src/domain/calendar-day.ts'
import type { AgeRange, Status } from '../../../../src/domain/report/nomenclature.ts'
import {
  happens,
  oneOf,
  weighted,
  weightedItem,
  type Random,
} from '../../../../src/server/demonstration/seeded-random.ts'
import { seededDocumentId } from '../../../../src/server/demonstration/seeded-uuid.ts'
import type { Advisor } from './advisor.ts'

/** Somebody helped, as a report says them. */
export type Person = JsonObject & { readonly kind: 'anonyme' | 'suivi' }

/** Who comes: somebody who stays anonymous, somebody known who comes back, or somebody new to be followed. */
export function peopleOf(advisor: Advisor): (random: Random, day: CalendarDay) => Person {
  const known: Person[] = []
  return (random, day) => {
    if (!happens(random, advisor.habits.named)) return anonymous(random, advisor)
    const recent = known.slice(-40)
    if (recent.length > 5 && happens(random, 0.6)) return oneOf(random, recent as [Person, ...Person[]])
    const id = seededDocumentId(random, new Date(`${day}T08:00:00Z`))
    const person: Person = {
      kind: 'suivi',
      id,
      ...traitsOf(random, advisor, 0.4 + advisor.habits.detail / 2),
    }
    known.push(person)
    return person
  }
}

function anonymous(random: Random, advisor: Advisor): Person {
  const { detail } = advisor.habits
  return {
    kind: 'anonyme',
    ...(happens(random, detail) ? { alreadyAccompanied: happens(random, 0.45) } : {}),
    ...traitsOf(random, advisor, detail),
  }
}

/** What is said of a person; most say all of it or nothing, some what they saw. */
function traitsOf(random: Random, { communes }: Advisor, detail: number): JsonObject {
  const ageRange = weighted(random, ages)
  const traits: [string, Json][] = [
    ['gender', happens(random, 0.57) ? 'feminin' : 'masculin'],
    ['ageRange', ageRange],
    ['status', weightedItem(random, Object.entries(statusOf[ageRange]))],
    ['commune', happens(random, 0.6) ? communes[0] : oneOf(random, communes)],
  ]
  const share = happens(random, detail) ? 0.85 : detail / 4
  return Object.fromEntries(traits.filter(() => happens(random, share)))
}

const ages: Readonly<Record<AgeRange, number>> = {
  moins_de_douze: 0.2,
  douze_dix_huit: 2,
  dix_huit_vingt_quatre: 6,
  vingt_cinq_trente_neuf: 15,
  quarante_cinquante_neuf: 24,
  soixante_soixante_neuf: 26,
  soixante_dix_plus: 25,
  non_communique: 1,
}

const statusOf: Readonly<Record<AgeRange, Readonly<Partial<Record<Status, number>>>>> = {
  moins_de_douze: { scolarise: 1 },
  douze_dix_huit: { scolarise: 9, sans_emploi: 1 },
  dix_huit_vingt_quatre: { scolarise: 3, sans_emploi: 5, en_emploi: 2 },
  vingt_cinq_trente_neuf: { sans_emploi: 5, en_emploi: 5 },
  quarante_cinquante_neuf: { sans_emploi: 5, en_emploi: 5 },
  soixante_soixante_neuf: { retraite: 8, sans_emploi: 1, en_emploi: 1 },
  soixante_dix_plus: { retraite: 1 },
  non_communique: { non_communique: 1 },
}
