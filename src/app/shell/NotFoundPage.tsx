import { Link } from 'wouter'
import { errorCatalogue } from '../../domain/errors.ts'
import { addresses } from '../addresses.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'

export function NotFoundPage() {
  const { title, next } = errorCatalogue['not-found']
  return (
    <Page title="Page introuvable">
      <EmptyState
        icon="search"
        title={title}
        action={
          <Link href={addresses.home} asChild>
            <ButtonLink variant="primary">Revenir à l’accueil</ButtonLink>
          </Link>
        }
      >
        {next}
      </EmptyState>
    </Page>
  )
}
