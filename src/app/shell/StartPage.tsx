import { Suspense } from 'react'
import { Redirect } from 'wouter'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { addresses } from '../addresses.ts'
import { useAppointmentsOf } from '../data/react/use-appointments.ts'
import { usePublicInformation } from '../data/react/use-public-information.ts'
import { useToday } from '../data/react/use-today.ts'
import { HomePage } from '../features/home/HomePage.tsx'
import { MonthSentence } from '../features/read-figures/MonthSentence.tsx'
import { mayOfferInstall } from './install/may-offer-install.ts'
import { capacitiesOf } from './capacities.ts'
import {
  AwaitedRow,
  ExpectedOfAdvisor,
  InstallCard,
  OtherRolesPage,
  TodaysAppointments,
} from './lazy-parts.ts'
import { LegalFooter } from './LegalFooter.tsx'

/** Where each person begins: an advisor at home, an employer in its structure. */
export function StartPage({ person }: { person: SignedInPerson }) {
  const today = useToday()
  const view = usePublicInformation()
  const planned = useAppointmentsOf(today)
  const { files, reads } = capacitiesOf(person)
  const footer = (
    <LegalFooter accessibility={view.phase === 'known' ? view.information.accessibility : 'partiellement'} />
  )
  if (files) {
    return (
      <HomePage
        hasSeveralPosts={person.scopes.filter(({ role }) => role === 'advisor').length > 1}
        monthSentence={<MonthSentence day={today} today={today} />}
        AwaitedRow={AwaitedRow}
        plannedToday={
          planned &&
          planned.length > 0 && (
            <Suspense fallback={null}>
              <TodaysAppointments planned={planned} today={today} />
            </Suspense>
          )
        }
        expected={<ExpectedOfAdvisor scopes={person.scopes} />}
        card={mayOfferInstall() && <InstallCard />}
        footer={footer}
      />
    )
  }
  return reads ? (
    <Redirect to={addresses.structure} replace />
  ) : (
    <OtherRolesPage person={person} footer={footer} />
  )
}
