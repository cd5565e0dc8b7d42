import { addDays, addMonths, type CalendarDay } from '../../domain/calendar-day.ts'
import { conventionEnd } from '../../domain/commitments/convention-months.ts'
import type { PostFact } from '../../domain/commitments/post-fact.ts'
import { postFactIdSchema, postIdSchema, type PostId } from '../../domain/commitments/post-ids.ts'
import type { ContractTerms, RecruitmentStep } from '../../domain/commitments/post-words.ts'
import type { PersonId, ScopeId, StructureId } from '../../domain/ids.ts'
import { cast } from './cast.ts'
import type { DemonstrationAssignment } from './demonstration-assignments.ts'
import { contractIdOf, morningOf } from './demonstration-people.ts'
import { association, townHall } from './demonstration-structures.ts'
import { seededRandom } from './seeded-random.ts'
import { seededDocumentId } from './seeded-uuid.ts'

/** A post of the demonstration, with its facts and who said them. */
export interface DemonstrationPost {
  readonly id: PostId
  readonly reference: string
  readonly department: string
  readonly facts: readonly { readonly fact: PostFact; readonly by: PersonId }[]
}

type Contract = DemonstrationAssignment['contracts'][number]

/** What the contracts of each are; of the others only the days are known. */
const termsOf: Readonly<Record<string, readonly ContractTerms[]>> = {
  awa: ['cdi'],
  bruno: ['cdd', 'projet'],
  hugo: ['projet'],
  elsa: ['cdi'],
  ines: ['cdd'],
}

/** The post of each assignment, by its number of the department. */
export function filledPosts(
  assignments: readonly DemonstrationAssignment[],
  today: CalendarDay,
): DemonstrationPost[] {
  return assignments.map((assignment) => filledPost(assignment, today))
}

function filledPost(assignment: DemonstrationAssignment, today: CalendarDay): DemonstrationPost {
  const { key, structure, contracts, role, scope } = assignment
  const [first] = contracts
  if (!first) throw new Error('an assignment has a contract')
  const notifiedOn = addMonths(first.starts, -2)
  const facts = new Facts(key, structure.id)
  facts.notified(notifiedOn, { role })
  facts.conventions(notifiedOn, today)
  facts.step(addDays(notifiedOn, 12), 'offre_publiee')
  facts.step(addDays(notifiedOn, 40), 'candidat_retenu')
  contracts.forEach((contract, index) => facts.contract(scope, contract, termsOf[key]?.[index] ?? 'inconnu'))
  return facts.asPost(structure.commune.slice(0, 2))
}

/** A post of the town hall that nobody has worked on for four months, and one that the association gave back. */
export function emptyPosts(today: CalendarDay): DemonstrationPost[] {
  const vacant = new Facts('vacant', townHall.id)
  const notifiedOn = addMonths(today, -4)
  vacant.notified(notifiedOn, { role: 'advisor' })
  vacant.conventions(notifiedOn, today)
  vacant.step(addDays(notifiedOn, 20), 'offre_publiee', 'Sur le site de la mairie et à France Travail')
  vacant.step(addDays(notifiedOn, 75), 'entretiens', 'Deux personnes reçues, aucune retenue')
  const returned = new Facts('returned', association.id)
  const since = addMonths(today, -30)
  returned.notified(since, { role: 'advisor', isAdditional: true })
  returned.convention(since, conventionEnd(since, 24))
  returned.returned(addMonths(today, -6))
  return [vacant.asPost('09'), returned.asPost('09')]
}

/** Numbers of the department's posts. */
const numbers = ['awa', 'bruno', 'hugo', 'elsa', 'vacant', 'returned', 'ines', 'lena', 'malik', 'nora']

/** Facts of one post, each said on the morning of its day: the same at each loading. */
class Facts {
  readonly #key: string
  readonly #structure: StructureId
  readonly #facts: { fact: PostFact; by: PersonId }[] = []

  constructor(key: string, structure: StructureId) {
    this.#key = key
    this.#structure = structure
  }

  notified(day: CalendarDay, said: { role: DemonstrationAssignment['role']; isAdditional?: boolean }): void {
    const { role, isAdditional = false } = said
    this.#byState({ ...this.#base(day), kind: 'notified', structure: this.#structure, role, isAdditional })
  }

  /** Agreements of two years that follow each other, up to the one of today. */
  conventions(from: CalendarDay, today: CalendarDay): void {
    for (let starts = from; starts <= today; starts = addDays(conventionEnd(starts, 24), 1))
      this.convention(starts, conventionEnd(starts, 24))
  }

  convention(day: CalendarDay, ends: CalendarDay): void {
    this.#byState({ ...this.#base(day), kind: 'convention', structure: this.#structure, ends })
  }

  returned(day: CalendarDay): void {
    this.#byState({ ...this.#base(day), kind: 'returned' })
  }

  step(day: CalendarDay, step: RecruitmentStep, words = ''): void {
    this.#byStructure({ ...this.#base(day), kind: 'step', structure: this.#structure, step, words })
  }

  contract(scope: ScopeId, { starts, ends }: Contract, terms: ContractTerms): void {
    const contract = contractIdOf(this.#key, starts)
    const days = { day: starts, ends, terms, weeklyMinutes: 35 * 60 }
    const own = { structure: this.#structure, scope, contract }
    this.#byStructure({ ...this.#base(starts), kind: 'contract', ...days, ...own })
  }

  asPost(department: string): DemonstrationPost {
    const [first] = this.#facts
    if (!first) throw new Error('a post has a notification')
    const id = postIdSchema.parse(this.#idOf('post', first.fact.day))
    const number = String(numbers.indexOf(this.#key) + 1).padStart(4, '0')
    return { id, reference: `${department}-${number}`, department, facts: this.#facts }
  }

  #base(day: CalendarDay): Pick<PostFact, 'id' | 'day' | 'at' | 'replaces'> {
    const id = postFactIdSchema.parse(this.#idOf(`fact ${this.#facts.length}`, day))
    return { id, day, at: morningOf(day), replaces: null }
  }

  #idOf(what: string, day: CalendarDay): string {
    return seededDocumentId(seededRandom(`${this.#key}/${what}`), new Date(morningOf(day)))
  }

  #byState(fact: PostFact): void {
    this.#facts.push({ fact, by: cast.farid.id })
  }

  #byStructure(fact: PostFact): void {
    const by = this.#structure === townHall.id ? cast.chantal.id : cast.denis.id
    this.#facts.push({ fact, by })
  }
}
