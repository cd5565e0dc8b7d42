import type { PostStanding } from '../../../../domain/commitments/post-state.ts'
import type { RecruitmentClock } from '../../../../domain/commitments/recruitment-clock.ts'
import type { StatusTone } from '../StatusWord.tsx'

export const standingWords: Readonly<Record<PostStanding['state'], string>> = {
  occupied: 'Occupé',
  vacant: 'Vacant',
  returned: 'Rendu',
  transferred: 'Transféré',
}

export function standingTone({ state }: PostStanding, clock: RecruitmentClock | undefined): StatusTone {
  switch (state) {
    case 'occupied':
      return 'good'
    case 'vacant':
      return clock?.runs && clock.warning?.tone === 'late' ? 'bad' : 'warn'
    case 'returned':
    case 'transferred':
      return 'soft'
  }
}

/** What the clock of a recruitment has run since. */
export const clockSinceWords = {
  notification: 'depuis la notification',
  transfer: 'depuis le transfert du poste',
  departure: 'depuis le départ',
} as const
