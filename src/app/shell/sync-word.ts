import type { SyncStatus } from '../data/sync-status.ts'
import { counted } from '../ui/format/number.ts'
import type { IconName } from '../ui/icon-paths.ts'

export interface SyncWord {
  icon: IconName
  text: string
  tone: 'good' | 'warn' | 'bad' | 'soft'
}

type WordFacts = Pick<SyncStatus, 'phase' | 'pending' | 'toCorrect' | 'orphans' | 'lastOkAt'>

/** How sending stands, in two or three words: what waits for the person first, then what waits for the network. */
export function syncWord({ phase, pending, toCorrect, orphans, lastOkAt }: WordFacts): SyncWord {
  if (toCorrect > 0) return { icon: 'alert', text: `${toCorrect} à corriger`, tone: 'bad' }
  switch (phase) {
    case 'signed-out':
      return { icon: 'lock', text: 'À reconnecter', tone: 'warn' }
    case 'wrong-user':
    case 'revoked':
    case 'too-old':
      return { icon: 'alert', text: 'Envoi arrêté', tone: 'bad' }
    case 'offline':
      return {
        icon: 'offline',
        text: withWaiting('Hors ligne', pending),
        tone: pending > 0 ? 'warn' : 'soft',
      }
    case 'idle':
    case 'syncing':
    case 'waiting':
      if (pending > 0) return { icon: 'device', text: `${pending} à envoyer`, tone: 'warn' }
      if (orphans > 0)
        return { icon: 'device', text: `${counted(orphans, 'gardé', 'gardés')} ici`, tone: 'warn' }
      if (lastOkAt === null) return { icon: 'sync', text: 'Mise à jour…', tone: 'soft' }
      return { icon: 'check', text: 'À jour', tone: 'good' }
  }
}

function withWaiting(text: string, pending: number): string {
  return pending === 0 ? text : `${text}, ${counted(pending, 'à envoyer', 'à envoyer')}`
}
