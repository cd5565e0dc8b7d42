import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import type { SignedInPerson } from '../../../../../domain/access/signed-in-person.ts'
import { scopeIdSchema } from '../../../../../domain/ids.ts'
import { addresses } from '../../../../addresses.ts'
import { importTrainingAddress, traineesAddress } from '../../../../later-addresses.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { ImportTrainingPage } from './ImportTrainingPage.tsx'
import { TraineePage } from './TraineePage.tsx'
import { TraineesPage } from './TraineesPage.tsx'

/** The pages of a training body, for who signs in for it; to anybody else each says so. */
export function TrainingBodyPages({ person, notFound }: { person: SignedInPerson; notFound: ReactNode }) {
  const { trainingBody, trainingBodyId: body } = person
  if (!body || trainingBody === null) {
    return (
      <Page title="Stagiaires" back={{ href: addresses.home }}>
        <EmptyState icon="lock" title="Vous n’avez pas accès à cette page." />
      </Page>
    )
  }
  return (
    <Switch>
      <Route path={traineesAddress(body)}>
        <TraineesPage body={body} name={trainingBody} />
      </Route>
      <Route path={importTrainingAddress(body)}>
        <ImportTrainingPage body={body} />
      </Route>
      <Route path={`${traineesAddress(body)}/stagiaires/:scope`}>
        {({ scope }) => {
          const read = scopeIdSchema.safeParse(scope)
          return read.success ? <TraineePage key={scope} body={body} scope={read.data} /> : notFound
        }}
      </Route>
      <Route>{notFound}</Route>
    </Switch>
  )
}
