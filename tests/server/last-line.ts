/** The whole of an answer that is told in lines (`src/server/http/answer-in-lines.ts`). */
export function lastLine(body: string): unknown {
  return JSON.parse(body.trimEnd().split('\n').at(-1) ?? '')
}
