import type { OwnKitWord } from '../../../../data/own-confirmations.ts'
import { StateMark } from '../../../../ui/StateMark.tsx'

/** How far one's words about a thing have gone, the most pressing of them; nothing once all are sent. */
export function WordMark({ words }: { words: readonly OwnKitWord[] }) {
  const marks = words.map(({ mark }) => mark)
  const mark = (['to-correct', 'two-versions', 'on-device'] as const).find((one) => marks.includes(one))
  return mark ? <StateMark state={mark} /> : null
}
