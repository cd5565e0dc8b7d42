import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import { documentIdSchema, type DocumentId } from '../../../domain/ids.ts'
import { addresses } from '../../addresses.ts'
import { BeneficiariesPage } from './BeneficiariesPage.tsx'
import { BeneficiaryPage } from './BeneficiaryPage.tsx'
import { DoublesPage } from './DoublesPage.tsx'
import { HeldPage } from './HeldPage.tsx'
import { LongUnseenPage } from './LongUnseenPage.tsx'
import { MergePage } from './MergePage.tsx'
import { NewPersonPage } from './NewPersonPage.tsx'

export interface PeoplePagesProps {
  scopes: readonly OwnScope[]
  notFound: ReactNode
}

/** Every page on the people whom an advisor follows. */
export function PeoplePages({ scopes, notFound }: PeoplePagesProps) {
  const at = (id: string | undefined, page: (known: DocumentId) => ReactNode) => {
    const known = documentIdSchema.safeParse(id)
    return known.success ? page(known.data) : notFound
  }
  const one = `${addresses.beneficiaries}/:id` as const
  return (
    <Switch>
      <Route path={addresses.beneficiaries}>
        <BeneficiariesPage />
      </Route>
      <Route path={addresses.newBeneficiary}>
        <NewPersonPage scopes={scopes} />
      </Route>
      <Route path={addresses.doubles}>
        <DoublesPage />
      </Route>
      <Route path={addresses.longUnseen}>
        <LongUnseenPage />
      </Route>
      <Route path={one}>{({ id }) => at(id, (known) => <BeneficiaryPage key={known} id={known} />)}</Route>
      <Route path={`${one}/donnees`}>{({ id }) => at(id, (known) => <HeldPage id={known} />)}</Route>
      <Route path={`${one}/reunir`}>{({ id }) => at(id, (known) => <MergePage id={known} />)}</Route>
      <Route path={`${one}/reunir/:other`}>
        {({ id, other }) =>
          at(id, (known) => at(other, (otherId) => <MergePage id={known} otherId={otherId} />))
        }
      </Route>
      <Route>{notFound}</Route>
    </Switch>
  )
}
