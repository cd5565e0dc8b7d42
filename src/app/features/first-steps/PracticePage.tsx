import { addresses } from '../../addresses.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'

/** What practising is, and the way in. */
export function PracticePage({ onBegin }: { onBegin: () => void }) {
  return (
    <Page title="S’entraîner" back={{ href: addresses.more }}>
      <Stack>
        <p>
          Tout fonctionne comme d’habitude&nbsp;: déposer, chercher, modifier, compter. Rien n’est envoyé ni
          compté, et personne d’autre que vous ne voit ce que vous saisissez.
        </p>
        <p>
          Un bandeau le rappelle en haut de chaque écran. En quittant l’entraînement, tout ce que vous y avez
          saisi est effacé, et vous retrouvez vos vrais comptes rendus, inchangés.
        </p>
        <p>
          <Button variant="primary" onClick={onBegin}>
            Commencer l’entraînement
          </Button>
        </p>
      </Stack>
    </Page>
  )
}
