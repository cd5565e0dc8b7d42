import { afterRestoreLines, type AfterRestore } from './after-restore.ts'
import type { DecisionCount, OpenMatters, SilentDevice } from '../store/operations.ts'

export interface SyncState {
  /** Days of silence that were asked about. */
  readonly days: number
  readonly silent: readonly SilentDevice[]
  /** Of the last 24 hours. */
  readonly decisions: readonly DecisionCount[]
  readonly matters: OpenMatters
  /** Absent where nothing was restored lately. */
  readonly restored?: AfterRestore | undefined
}

/** How sync stands, in lines for those who run the server. It names people: it is for their eyes, not for a log. */
export function stateLines({ days, silent, decisions, matters, restored }: SyncState): string[] {
  return [
    `Sans nouvelles depuis ${days} jours ou plus : ${silent.length}.`,
    ...silent.map(silentLine),
    '',
    'Depuis 24 heures :',
    ...decisions.map(
      ({ status, code, count }) => `  ${statusWords[status] ?? status}${code ? ` (${code})` : ''} : ${count}`,
    ),
    `  sommes en désaccord : ${matters.mismatches}`,
    '',
    'En attente :',
    `  comptes rendus à deux versions : ${matters.openConflicts}`,
    `  textes illisibles gardés : ${matters.quarantined}`,
    ...(restored ? ['', ...afterRestoreLines(restored)] : []),
  ]
}

const statusWords: Readonly<Record<string, string>> = {
  applied: 'enregistrés',
  merged: 'fusionnés',
  conflict: 'en conflit',
  rejected: 'refusés',
}

function silentLine({ name, email, structures, lastSeen, queued, app }: SilentDevice): string {
  const seen = lastSeen ? `vu le ${lastSeen.slice(0, 16).replace('T', ' à ')} UTC` : 'jamais venu'
  const waiting = queued === 0 ? 'rien en attente' : `${queued} en attente`
  return `  ${name || email} <${email}>, ${structures} : ${seen}, ${waiting}${app ? `, version ${app}` : ''}`
}
