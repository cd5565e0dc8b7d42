import { useCallback, useEffect, useState } from 'react'
import { addresses } from '../../addresses.ts'
import {
  fetchOwnDevices,
  signDeviceOut,
  type DevicesOutcome,
  type OwnDevice,
} from '../../data/own-devices.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { counted } from '../../ui/format/number.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'

/** The devices that a person is signed in on, and the way to sign one out from afar: lost, stolen, lent. */
export function DevicesPage() {
  const db = useDatabase()
  const [outcome, setOutcome] = useState<DevicesOutcome>()
  const [asked, setAsked] = useState<OwnDevice>()
  const [isRefused, setRefused] = useState(false)
  const read = useCallback(() => fetchOwnDevices(db).then(setOutcome), [db])
  useEffect(() => {
    void read()
  }, [read])
  const signOut = async ({ deviceId }: OwnDevice) => {
    setAsked(undefined)
    setRefused(!(await signDeviceOut(deviceId)))
    await read()
  }
  const devices = outcome?.ok ? outcome.devices.filter(({ revokedAt }) => revokedAt === null) : []
  return (
    <Page title="Mes appareils" back={{ href: addresses.more }}>
      <Stack>
        {!outcome && <Loading>Lecture de vos appareils…</Loading>}
        {outcome && !outcome.ok && <p>Vos appareils se lisent avec du réseau. Réessayez plus tard.</p>}
        {isRefused && (
          <Notice tone="bad" title="L’appareil n’a pas été déconnecté.">
            Vérifiez le réseau, puis réessayez.
          </Notice>
        )}
        {outcome?.ok && (
          <List label="Mes appareils">
            {devices.map((device) => (
              <DeviceRow
                key={device.deviceId}
                device={device}
                isHere={device.deviceId === outcome.here}
                onSignOut={() => setAsked(device)}
              />
            ))}
          </List>
        )}
        {asked && (
          <SignOutQuestion
            device={asked}
            onYes={() => void signOut(asked)}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Stack>
    </Page>
  )
}

interface DeviceRowProps {
  device: OwnDevice
  isHere: boolean
  onSignOut: () => void
}

function DeviceRow({ device: { lastSeen, queued }, isHere, onSignOut }: DeviceRowProps) {
  const seen = lastSeen === null ? 'Jamais vu' : `Dernier contact ${formatInstant(Date.parse(lastSeen))}`
  const waits = queued ? `, ${counted(queued, 'compte rendu en attente', 'comptes rendus en attente')}` : ''
  return (
    <ListRow
      icon="device"
      title={isHere ? 'Cet appareil' : 'Autre appareil'}
      detail={`${seen}${waits}`}
      actions={
        !isHere && (
          <Button variant="destructive" onClick={onSignOut}>
            Déconnecter
          </Button>
        )
      }
    />
  )
}

interface SignOutQuestionProps {
  device: OwnDevice
  onYes: () => void
  onClose: () => void
}

/** It can't be undone: what the device didn't send goes with it. */
function SignOutQuestion({ device: { queued }, onYes, onClose }: SignOutQuestionProps) {
  return (
    <Dialog
      open
      title="Déconnecter cet appareil ?"
      onClose={onClose}
      actions={
        <>
          <Button variant="destructive" onClick={onYes}>
            Déconnecter l’appareil
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <p>
        Vos comptes rendus envoyés y seront effacés à son prochain contact.
        {queued
          ? ` Il gardait ${counted(queued, 'compte rendu non envoyé', 'comptes rendus non envoyés')}, qui ne partira plus de lui-même.`
          : ''}
      </p>
    </Dialog>
  )
}
