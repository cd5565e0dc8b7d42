import type { ScopeId } from '../../domain/ids.ts'
import { turnstile, type Turnstile, type TurnstileLimits } from '../store/turnstile.ts'

/**
 * One work on a scope at a time within this process, and what waits for it meanwhile is done together in its turn: of
 * two pushes that meet, one would only have to begin again. Nothing rests on it: other processes write too, and the
 * counter of the scope tells (sync.md 2).
 */
export interface ScopeTurns<Ask, Answer> {
  /** Throws CodedError `busy` where too many wait or it takes too long, and otherwise what became of this ask. */
  take(ask: Turn<Ask>, work: Work<Ask, Answer>): Promise<Answer>
}

export interface Turn<Ask> {
  readonly scope: ScopeId
  readonly ask: Ask
  /** Asks of one scope that name the same may be done together; undefined for one that has to be done alone. */
  readonly together: string | undefined
  /** What it adds to the work. */
  readonly size: number
}

/** Answers what became of each of the asks that it is given, in their order. */
export type Work<Ask, Answer> = (asks: readonly Ask[]) => Promise<readonly PromiseSettledResult<Answer>[]>

const oneAtATime: TurnstileLimits = { places: 1, waiting: 200, patience: 10_000 }

interface Waiting<Ask, Answer> extends Turn<Ask> {
  outcome?: PromiseSettledResult<Answer> | undefined
}

interface Room<Ask, Answer> {
  readonly gate: Turnstile
  /** In the order in which they came. */
  readonly waiting: Set<Waiting<Ask, Answer>>
}

/** @param most the largest sum of the sizes of what is done together */
export function scopeTurns<Ask, Answer>(most: number): ScopeTurns<Ask, Answer> {
  const rooms = new Map<ScopeId, Room<Ask, Answer>>()
  return {
    async take(turn, work) {
      const room = rooms.get(turn.scope) ?? { gate: turnstile(oneAtATime), waiting: new Set() }
      rooms.set(turn.scope, room)
      const mine: Waiting<Ask, Answer> = { ...turn }
      room.waiting.add(mine)
      try {
        const leave = await room.gate.enter()
        try {
          if (!mine.outcome) await doTogether(withMine(mine, room.waiting, most), work)
        } finally {
          leave()
        }
      } finally {
        room.waiting.delete(mine)
        if (room.waiting.size === 0) rooms.delete(turn.scope)
      }
      return answerOf(mine)
    },
  }
}

/** What is done in the turn of `mine`: itself, and those behind it that may be done with it. */
function withMine<Ask, Answer>(
  mine: Waiting<Ask, Answer>,
  all: Iterable<Waiting<Ask, Answer>>,
  most: number,
): Waiting<Ask, Answer>[] {
  const chosen = [mine]
  if (mine.together === undefined) return chosen
  let size = mine.size
  for (const other of all) {
    if (other === mine || other.outcome || other.together !== mine.together) continue
    size += other.size
    if (size > most) break
    chosen.push(other)
  }
  return chosen
}

async function doTogether<Ask, Answer>(
  chosen: readonly Waiting<Ask, Answer>[],
  work: Work<Ask, Answer>,
): Promise<void> {
  const outcomes = await work(chosen.map(({ ask }) => ask))
  for (const [index, one] of chosen.entries()) one.outcome = outcomes[index]
}

function answerOf<Ask, Answer>({ outcome }: Waiting<Ask, Answer>): Answer {
  if (!outcome) throw new Error('a turn is over that was not taken')
  if (outcome.status === 'fulfilled') return outcome.value
  throw outcome.reason
}
