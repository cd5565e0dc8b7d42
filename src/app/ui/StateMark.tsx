import { Icon } from './Icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './StateMark.module.css'

/** How far something that was written has gone. (interface.md, "Tokens") */
export type MarkedState = 'draft' | 'on-device' | 'sent' | 'to-correct' | 'two-versions'

const marks: Record<MarkedState, { icon: IconName; word: string }> = {
  draft: { icon: 'pencil', word: 'Brouillon' },
  'on-device': { icon: 'device', word: 'Enregistré sur cet appareil' },
  sent: { icon: 'check', word: 'Envoyé' },
  'to-correct': { icon: 'alert', word: 'À corriger' },
  'two-versions': { icon: 'two-sheets', word: 'Deux versions' },
}

/** The same icon and the same word wherever a state is shown. */
export function StateMark({ state }: { state: MarkedState }) {
  const { icon, word } = marks[state]
  return (
    <span className={styles.mark} data-state={state}>
      <Icon name={icon} />
      {word}
    </span>
  )
}
