import { addresses } from '../../../addresses.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Page } from '../../../ui/Page.tsx'

/** A page that is the State's, for anybody else. */
export function NotForState({ title }: { title: string }) {
  return (
    <Page title={title} back={{ href: addresses.home }}>
      <EmptyState icon="lock" title="Vous n’avez pas accès à cette page.">
        Elle est ouverte aux personnes qui suivent les postes pour l’État.
      </EmptyState>
    </Page>
  )
}
