import type { ScopeId } from '../../domain/ids.ts'
import { turnstile, type Turnstile, type TurnstileLimits } from '../store/turnstile.ts'

/**
 * One push of a scope at a time within this process: of two that meet, one would only have to begin again. Nothing
 * rests on it: other processes write too, and the counter of the scope tells (sync.md 2).
 */
export interface ScopeTurns {
  take<T>(scope: ScopeId, work: () => Promise<T>): Promise<T>
}

const oneAtATime: TurnstileLimits = { places: 1, waiting: 200, patience: 10_000 }

export function scopeTurns(): ScopeTurns {
  const open = new Map<ScopeId, { readonly gate: Turnstile; users: number }>()
  return {
    async take(scope, work) {
      const turn = open.get(scope) ?? { gate: turnstile(oneAtATime), users: 0 }
      open.set(scope, turn)
      turn.users += 1
      try {
        const leave = await turn.gate.enter()
        try {
          return await work()
        } finally {
          leave()
        }
      } finally {
        turn.users -= 1
        if (turn.users === 0) open.delete(scope)
      }
    },
  }
}
