import type { HttpAnswer } from './http-client.ts'

/** Why what only the server knows can't be read now. */
export type ReadRefusal = 'offline' | 'unauthenticated' | 'forbidden' | 'wait'

export function readRefusalOf(answer: HttpAnswer | undefined): ReadRefusal {
  if (!answer) return 'offline'
  if (answer.status === 429 || answer.status >= 500) return 'wait'
  // Without a problem document it isn't our server that answers.
  if (!answer.problem) return 'offline'
  return answer.status === 401 ? 'unauthenticated' : 'forbidden'
}
