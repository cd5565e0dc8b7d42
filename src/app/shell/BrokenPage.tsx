import { addresses } from '../addresses.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Page } from '../ui/Page.tsx'
import { Row } from '../ui/Row.tsx'
import { Stack } from '../ui/Stack.tsx'

/** In place of a page that broke: what is safe, what to do, and a code for those who help. */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <Page title="Cette page ne s’affiche pas">
      <Stack>
        <p>
          Vos comptes rendus et vos brouillons sont toujours sur cet appareil. Rechargez la page&nbsp;; si
          cela ne suffit pas, écrivez à l’assistance en citant le code ci-dessous.
        </p>
        <p>
          Code&nbsp;: <code>{codeOf(error)}</code>
        </p>
        <Row>
          <Button variant="primary" icon="sync" onClick={() => window.location.reload()}>
            Recharger la page
          </Button>
          {/* A plain link: the router may be what broke. */}
          <ButtonLink href={addresses.home}>Revenir à l’accueil</ButtonLink>
        </Row>
      </Stack>
    </Page>
  )
}

function codeOf(error: unknown): string {
  return error instanceof Error ? error.name : 'inconnu'
}
