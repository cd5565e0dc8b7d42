import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { PublicFrame } from '../PublicFrame.tsx'

/** Nobody is remembered here: the server is asked who comes. */
export function OpeningPage() {
  return (
    <PublicFrame>
      <Page title="Espace Coop" documentTitle="Ouverture">
        <Loading>Ouverture de votre espace…</Loading>
      </Page>
    </PublicFrame>
  )
}
