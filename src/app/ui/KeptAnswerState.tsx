import { AnswerState, type AnswerStateProps } from './AnswerState.tsx'
import { formatInstant } from './format/instant.ts'

export interface KeptAnswerStateProps extends Omit<AnswerStateProps, 'since' | 'silent'> {
  /** Whether something that the server said is shown, as it was kept on the device. */
  isKept: boolean
  /** When that was read; undefined where it isn't known. */
  readAt?: number | undefined
  /** What one reads where the server doesn't answer: « Vous lisez ce qui est gardé sur cet appareil. » */
  kept: string
  /** Where nothing is kept: « Cette liste vient du serveur : elle s’affichera quand le réseau reviendra. » */
  absent: string
}

/** The state of an answer that the device keeps: without network one reads what is kept, and how old it is. */
export function KeptAnswerState({ isKept, readAt, kept, absent, ...state }: KeptAnswerStateProps) {
  const since = readAt === undefined ? undefined : `Dernière lecture\u00A0: ${formatInstant(readAt)}.`
  return (
    <AnswerState
      {...state}
      since={since}
      silent={isKept ? [kept, since].filter(Boolean).join(' ') : absent}
    />
  )
}
