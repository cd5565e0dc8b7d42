import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { addresses } from '../../addresses.ts'
import { AccessibilityPage } from './AccessibilityPage.tsx'
import { EmployersPage } from './EmployersPage.tsx'
import { HelpPage } from './HelpPage.tsx'
import { LegalPage } from './LegalPage.tsx'
import { PersonalDataPage } from './PersonalDataPage.tsx'
import type { PublicPageProps } from './public-page.ts'

/** It holds the nomenclature: read when it is opened. */
const OpenDataPage = lazy(async () => ({
  default: (await import('./open-data/OpenDataPage.tsx')).OpenDataPage,
}))

/** What anybody may read, signed in or not. */
export function PublicPages({ back }: PublicPageProps) {
  return (
    <Switch>
      <Route path={addresses.legal}>
        <LegalPage back={back} />
      </Route>
      <Route path={addresses.personalData}>
        <PersonalDataPage back={back} />
      </Route>
      <Route path={addresses.accessibility}>
        <AccessibilityPage back={back} />
      </Route>
      <Route path={addresses.employers}>
        <EmployersPage back={back} />
      </Route>
      <Route path={addresses.help}>
        <HelpPage back={back} />
      </Route>
      <Route path={addresses.openData}>
        <OpenDataPage back={back} />
      </Route>
    </Switch>
  )
}
