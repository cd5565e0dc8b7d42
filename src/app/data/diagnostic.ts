import { appVersion } from './app-version.ts'
import type { CoopDatabase } from './database.ts'
import { lastErrors } from './last-errors.ts'
import { readMeta } from './meta.ts'
import { persistenceState, storageEstimate } from './storage-persistence.ts'
import { readSyncStatus } from './sync-status.ts'

export interface DiagnosticLine {
  name: string
  value: string
}

/** What those who help need to know of this device: counts, dates and names of errors, never what a person wrote. */
export async function readDiagnostic(db: CoopDatabase): Promise<DiagnosticLine[]> {
  const groups = await Promise.all([
    syncLines(db),
    countLines(db),
    cursorLines(db),
    digestLines(db),
    storageLines(),
  ])
  return [...programLines(), ...groups.flat(), ...errorLines()]
}

function programLines(): DiagnosticLine[] {
  return [
    line('version', appVersion),
    line('date', new Date().toISOString()),
    line('navigateur', navigator.userAgent),
    line('langue', navigator.language),
    line('réseau annoncé', navigator.onLine),
    line('installée', matchMedia('(display-mode: standalone)').matches),
    line('service worker', 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null),
  ]
}

async function syncLines(db: CoopDatabase): Promise<DiagnosticLine[]> {
  const status = await readSyncStatus(db)
  return [
    line('état de l’envoi', status.phase),
    line('à envoyer', status.pending),
    line('à corriger', status.toCorrect),
    line('sans accès', status.orphans),
    line('dernier contact', instantOrNever(status.lastOkAt)),
    line('historique complet', !status.historyIncomplete),
    line('décalage d’horloge (ms)', status.clockOffsetMs ?? 'inconnu'),
    line('version plus récente', status.newerApp),
  ]
}

async function countLines(db: CoopDatabase): Promise<DiagnosticLine[]> {
  const tables = [db.report, db.place, db.outbox, db.sent, db.conflict, db.draft] as const
  const counts = await Promise.all(tables.map((table) => table.count()))
  return tables.map((table, index) => line(`table ${table.name}`, counts[index] ?? 0))
}

async function cursorLines(db: CoopDatabase): Promise<DiagnosticLine[]> {
  const cursors = await db.cursor.toArray()
  return cursors.map(({ since, generation, complete, sum }, index) =>
    line(
      `portée ${index + 1}`,
      `curseur ${since}, lecture ${generation}, complète ${yesOrNo(complete)}, somme ${sum}`,
    ),
  )
}

async function digestLines(db: CoopDatabase): Promise<DiagnosticLine[]> {
  const [mismatches, error] = await Promise.all([readMeta(db, 'digestMismatches'), readMeta(db, 'lastError')])
  return [
    line('sommes en désaccord', mismatches ?? 0),
    line('dernière erreur d’envoi', error ? `${error.name}, ${instantOrNever(error.at)}` : 'aucune'),
  ]
}

async function storageLines(): Promise<DiagnosticLine[]> {
  const [persistence, { usage, quota }] = await Promise.all([persistenceState(), storageEstimate()])
  return [
    line('stockage', persistence),
    line('octets utilisés', usage ?? 'inconnu'),
    line('octets permis', quota ?? 'inconnu'),
  ]
}

function errorLines(): DiagnosticLine[] {
  return lastErrors().map(({ at, name, where }) => line(`erreur ${instantOrNever(at)}`, `${name} ${where}`))
}

function line(name: string, value: string | number | boolean): DiagnosticLine {
  return { name, value: typeof value === 'boolean' ? yesOrNo(value) : String(value) }
}

function yesOrNo(value: boolean): string {
  return value ? 'oui' : 'non'
}

function instantOrNever(at: number | null): string {
  return at === null ? 'jamais' : new Date(at).toISOString()
}
