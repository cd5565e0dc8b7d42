import { useStorageState } from '../../data/react/use-storage-state.ts'
import { formatNumber } from '../../ui/format/number.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Stack } from '../../ui/Stack.tsx'

/** Whether this browser keeps what is stored, and how much room there is. */
export function DeviceStorage() {
  const storage = useStorageState()
  if (!storage) return null
  const { persistence, estimate } = storage
  return (
    <section aria-labelledby="stockage">
      <Stack gap="close">
        <h2 id="stockage">Stockage sur cet appareil</h2>
        <p>{sentences[persistence]}</p>
        {estimate.usage !== null && <p>Place utilisée&nbsp;: {megabytes(estimate.usage)}.</p>}
        {estimate.nearlyFull && (
          <Notice tone="warn" announce="never" title="La place va manquer sur cet appareil.">
            Envoyez vos comptes rendus, puis libérez de la place&nbsp;: photos, vidéos, applications.
          </Notice>
        )}
      </Stack>
    </section>
  )
}

const sentences = {
  persisted: 'Le navigateur garde vos données jusqu’à ce que vous les effaciez.',
  'best-effort':
    'Le navigateur peut effacer des données si la place manque. Installez l’application pour l’éviter, et envoyez régulièrement.',
  unsupported: 'Ce navigateur ne dit pas s’il garde les données. Envoyez régulièrement.',
} as const

function megabytes(bytes: number): string {
  const count = bytes / 1_000_000
  return `${formatNumber(count < 10 ? Math.round(count * 10) / 10 : Math.round(count))}\u00A0Mo`
}
