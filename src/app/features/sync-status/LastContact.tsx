import { formatInstant } from '../../ui/format/instant.ts'

export interface LastContactProps {
  lastOkAt: number | null
  historyIncomplete: boolean
}

export function LastContact({ lastOkAt, historyIncomplete }: LastContactProps) {
  return (
    <p>
      {lastOkAt === null
        ? 'Cet appareil n’a pas encore eu de réponse du serveur.'
        : `Dernière réponse du serveur\u00A0: ${formatInstant(lastOkAt)}.`}{' '}
      {historyIncomplete && lastOkAt !== null && 'Les comptes rendus plus anciens sont en train d’arriver.'}
    </p>
  )
}
