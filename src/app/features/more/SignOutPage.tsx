import { useState } from 'react'
import { addresses } from '../../addresses.ts'
import { useSyncStatus } from '../../data/react/use-sync-status.ts'
import { useUnfinished } from '../../data/react/use-unfinished.ts'
import { signOut, type SignOutOptions } from '../../data/sign-out.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { EraseUnsent } from './EraseUnsent.tsx'
import { KeepUnsent } from './KeepUnsent.tsx'
import { unsentOf } from './unsent.ts'

export interface SignOutPageProps {
  onSendNow: () => Promise<void>
}

/** Leaving this device: what is not sent is never left behind unseen (sync.md P32). */
export function SignOutPage({ onSendNow }: SignOutPageProps) {
  const status = useSyncStatus()
  const unfinished = useUnfinished()
  const [hasFailed, setFailed] = useState(false)
  if (!status || !unfinished) return null
  const unsent = unsentOf(status, unfinished.drafts.length)
  const leave = async (options: SignOutOptions) => {
    setFailed(false)
    await signOut(options).catch(() => setFailed(true))
  }
  return (
    <Page title="Se déconnecter" back={{ href: addresses.more }}>
      <Stack>
        {hasFailed && (
          <Notice tone="bad" title="La déconnexion n’a pas abouti.">
            Fermez les autres onglets d’Espace Coop, puis réessayez.
          </Notice>
        )}
        {unsent.count === 0 ? (
          <>
            <p>
              Tout est envoyé. Ce qui est gardé sur cet appareil sera effacé, et reviendra à votre prochaine
              connexion.
            </p>
            <Row>
              <Button variant="primary" onClick={() => void leave({ unsent: 'erase' })}>
                Se déconnecter
              </Button>
            </Row>
          </>
        ) : (
          <>
            <KeepUnsent unsent={unsent} onSendNow={onSendNow} onLeave={() => leave({ unsent: 'keep' })} />
            <EraseUnsent unsent={unsent} onErase={() => leave({ unsent: 'erase' })} />
          </>
        )}
      </Stack>
    </Page>
  )
}
