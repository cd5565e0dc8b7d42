import { Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { addresses } from '../addresses.ts'
import { AccessibilityPage, HelpPage, LegalPage, PersonalDataPage } from './lazy-parts.ts'
import { PublicFrame } from './PublicFrame.tsx'
import { SignInPage } from './session/SignInPage.tsx'

/** What is open to everybody; any other address asks to sign in, and comes back to it. */
export function SignedOutPages() {
  const [path] = useLocation()
  const back = addresses.signIn
  return (
    <PublicFrame>
      <Suspense fallback={null}>
        <Switch>
          <Route path={addresses.signIn}>
            <SignInPage returnTo={addresses.home} />
          </Route>
          <Route path={addresses.legal}>
            <LegalPage back={back} />
          </Route>
          <Route path={addresses.personalData}>
            <PersonalDataPage back={back} />
          </Route>
          <Route path={addresses.accessibility}>
            <AccessibilityPage back={back} />
          </Route>
          <Route path={addresses.help}>
            <HelpPage back={back} />
          </Route>
          <Route>
            <SignInPage returnTo={path} />
          </Route>
        </Switch>
      </Suspense>
    </PublicFrame>
  )
}
