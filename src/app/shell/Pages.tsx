import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { documentIdSchema } from '../../domain/ids.ts'
import { addresses } from '../addresses.ts'
import { FileReportPage } from '../features/file-report/FileReportPage.tsx'
import { NewReportPage } from '../features/file-report/NewReportPage.tsx'
import { OtherPages } from './lazy-parts.ts'
import type { PagesProps } from './pages-props.ts'
import { SignInPage } from './session/SignInPage.tsx'
import { StartPage } from './StartPage.tsx'

/** Every address of the app, for a person who is in: those of a first report, and the others read with their first one. */
export function Pages({ person, onSendNow }: PagesProps) {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path={addresses.home}>
          <StartPage person={person} />
        </Route>
        <Route path={addresses.newReport}>
          <NewReportPage />
        </Route>
        <Route path={`${addresses.newReport}/:id`}>
          {({ id }) => <FormAt id={id} person={person} onSendNow={onSendNow} />}
        </Route>
        <Route path={addresses.signIn}>
          <SignInPage returnTo={addresses.home} openFor={person} />
        </Route>
        <Route>
          <OtherPages person={person} onSendNow={onSendNow} />
        </Route>
      </Switch>
    </Suspense>
  )
}

function FormAt({ id, ...props }: PagesProps & { id: string }) {
  const parsed = documentIdSchema.safeParse(id)
  // No such form: what is said of an unknown address.
  return parsed.success ? (
    <FileReportPage id={parsed.data} person={props.person} />
  ) : (
    <OtherPages {...props} />
  )
}
