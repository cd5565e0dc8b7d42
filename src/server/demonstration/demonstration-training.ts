import { addDays, type CalendarDay } from '../../domain/calendar-day.ts'
import type { TrainingFact } from '../../domain/commitments/training/training-fact.ts'
import {
  trainingFactIdSchema,
  trainingSessionIdSchema,
  type TrainingSessionId,
} from '../../domain/commitments/training/training-ids.ts'
import type { Half } from '../../domain/commitments/training/training-words.ts'
import type { DemonstrationAssignment } from './demonstration-assignments.ts'
import { morningOf } from './demonstration-people.ts'
import { seededRandom } from './seeded-random.ts'
import { seededDocumentId } from './seeded-uuid.ts'

/**
 * Training of the cast, at the institute: Awa has followed hers and sat her exam, and has two mornings to come; Bruno is
 * still at it, with a presence to note. Nobody has acknowledged what is to come.
 */
export function demonstrationTraining(
  assignments: readonly DemonstrationAssignment[],
  today: CalendarDay,
): { readonly trainees: readonly DemonstrationAssignment[]; readonly facts: readonly TrainingFact[] } {
  const trainees = assignments.filter(({ key }) => key === 'awa' || key === 'bruno')
  return { trainees, facts: trainees.flatMap((one) => factsOf(one, today)) }
}

function factsOf(assignment: DemonstrationAssignment, today: CalendarDay): TrainingFact[] {
  const first = assignment.contracts[0]?.starts
  if (first === undefined) return []
  const said = new TrainingFacts(assignment)
  said.positioned(addDays(first, 2))
  if (assignment.key === 'awa') {
    said.completed(addDays(first, 70))
    said.module(addDays(today, -40), 'Animer un Café IA')
    said.exam(addDays(first, 80))
    said.planned(addDays(today, 14), 'matin', 'Intelligence artificielle au quotidien')
    said.planned(addDays(today, 14), 'apres_midi', 'Intelligence artificielle au quotidien')
    return said.facts
  }
  for (const ago of [35, 28, 21]) said.attended(addDays(today, -ago), 'Posture de médiation')
  said.planned(addDays(today, -7), 'matin', 'Concevoir un atelier')
  said.planned(addDays(today, 7), 'matin', 'Concevoir un atelier')
  return said.facts
}

/** Facts of one person's training, each said on the morning of its day or a week before: the same at each loading. */
class TrainingFacts {
  readonly facts: TrainingFact[] = []
  readonly #of: DemonstrationAssignment

  constructor(of: DemonstrationAssignment) {
    this.#of = of
  }

  positioned(day: CalendarDay): void {
    this.facts.push({ ...this.#base(day), kind: 'positioned', hours: 175 })
  }

  completed(day: CalendarDay): void {
    this.facts.push({ ...this.#base(day), kind: 'completed' })
  }

  module(day: CalendarDay, title: string): void {
    this.facts.push({ ...this.#base(day), kind: 'module', title })
  }

  exam(day: CalendarDay): void {
    const session = this.#session(day)
    const held = { session, exam: 'ccp1', half: 'matin', place: 'Foix' } as const
    this.facts.push({ ...this.#base(day, -20), kind: 'convoked', ...held })
    this.#present(day, session)
    this.facts.push({ ...this.#base(day), kind: 'exam-result', session, passed: true })
  }

  attended(day: CalendarDay, title: string): void {
    this.#present(day, this.planned(day, 'matin', title))
  }

  planned(day: CalendarDay, half: Half, title: string): TrainingSessionId {
    const session = this.#session(day)
    const what = { session, half, part: 'formation', title, place: 'Foix, salle du Conseil' } as const
    this.facts.push({ ...this.#base(day, -15), kind: 'half-day', ...what })
    return session
  }

  #present(day: CalendarDay, session: TrainingSessionId): void {
    const there = { session, presence: 'present', reason: null, afterSeal: false } as const
    this.facts.push({ ...this.#base(day), kind: 'attended', ...there })
  }

  #session(day: CalendarDay): TrainingSessionId {
    return trainingSessionIdSchema.parse(this.#idOf('session', day))
  }

  #base(day: CalendarDay, saidAfter = 0) {
    const id = trainingFactIdSchema.parse(this.#idOf('fact', day))
    const at = morningOf(addDays(day, saidAfter))
    return { id, day, at, replaces: null, scope: this.#of.scope, party: 'body' as const }
  }

  #idOf(what: string, day: CalendarDay): string {
    const name = `${this.#of.key}/training ${what} ${this.facts.length}`
    return seededDocumentId(seededRandom(name), new Date(morningOf(day)))
  }
}
