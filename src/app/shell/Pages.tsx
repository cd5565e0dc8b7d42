import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { documentIdSchema, structureIdSchema } from '../../domain/ids.ts'
import { addresses } from '../addresses.ts'
import { beginPractice } from '../data/practising.ts'
import { FileReportPage } from '../features/file-report/FileReportPage.tsx'
import { NewReportPage } from '../features/file-report/NewReportPage.tsx'
import {
  AccessibilityPage,
  ActivityPage,
  AgendaPage,
  AppointmentPage,
  AppointmentsToCompletePage,
  BringInPage,
  BilanPage,
  ChosenFilters,
  DevicesPage,
  DiagnosticPage,
  FacetFields,
  FieldHelpPage,
  FiguresPage,
  HelpPage,
  ImportCalendarPage,
  InstallSection,
  LegalPage,
  ModelsPage,
  MorePage,
  NewAppointmentPage,
  NotFoundPage,
  PanoramaPage,
  PeoplePages,
  PersonalDataPage,
  PlacesPage,
  PracticePage,
  ReportsPage,
  SignOutPage,
  StructureHomePage,
  StructurePage,
  SyncPage,
  TagsPage,
  TakeOutPage,
  TourPage,
  WalkInPage,
} from './lazy-parts.ts'
import { SignInPage } from './session/SignInPage.tsx'
import { StartPage } from './StartPage.tsx'

export interface PagesProps {
  person: SignedInPerson
  onSendNow: () => Promise<void>
}

/** A new start: nothing of the real pages is left in memory. */
function practise(): void {
  beginPractice()
  location.assign(addresses.home)
}

/** Every address of the app, for a person who is in. */
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
        <Route path={`${addresses.newReport}/:id`}>{({ id }) => <FormAt id={id} person={person} />}</Route>
        <Route path={`${addresses.reports}/:id?`}>{({ id }) => <ReportsAt id={id} />}</Route>
        <Route path={addresses.walkIn}>
          <WalkInPage person={person} />
        </Route>
        <Route path={addresses.models}>
          <ModelsPage />
        </Route>
        <Route path={addresses.panorama}>
          <PanoramaPage canFile={person.scopes.length > 0} />
        </Route>
        <Route path={addresses.tour}>
          <TourPage />
        </Route>
        <Route path={addresses.practice}>
          <PracticePage onBegin={practise} />
        </Route>
        <Route path={addresses.fieldHelp}>
          <FieldHelpPage />
        </Route>
        <Route path={addresses.devices}>
          <DevicesPage />
        </Route>
        <Route path={`${addresses.beneficiaries}/*?`}>
          <PeoplePages scopes={person.scopes} notFound={<NotFoundPage />} />
        </Route>
        <Route path={addresses.agenda}>
          <AgendaPage />
        </Route>
        <Route path={addresses.agendaToComplete}>
          <AppointmentsToCompletePage />
        </Route>
        <Route path={addresses.newAppointment}>
          <NewAppointmentPage scopes={person.scopes} />
        </Route>
        <Route path={addresses.importCalendar}>
          <ImportCalendarPage scopes={person.scopes} />
        </Route>
        <Route path={`${addresses.agenda}/:id`}>{({ id }) => <AppointmentAt id={id} />}</Route>
        <Route path={addresses.tags}>
          <TagsPage />
        </Route>
        <Route path={addresses.places}>
          <PlacesPage person={person} />
        </Route>
        <Route path={addresses.takeOut}>
          <TakeOutPage person={person} />
        </Route>
        <Route path={addresses.bringIn}>
          <BringInPage person={person} />
        </Route>
        <Route path={addresses.figures}>
          <FiguresPage Fields={FacetFields} Chosen={ChosenFilters} />
        </Route>
        <Route path={addresses.bilan}>
          <BilanPage person={person} />
        </Route>
        <Route path={addresses.more}>
          <MorePage person={person} install={<InstallSection />} />
        </Route>
        <Route path={addresses.diagnostic}>
          <DiagnosticPage />
        </Route>
        <Route path={addresses.signOut}>
          <SignOutPage onSendNow={onSendNow} />
        </Route>
        <Route path={addresses.sync}>
          <SyncPage onSendNow={onSendNow} />
        </Route>
        <Route path={addresses.structure}>
          <StructureHomePage memberships={person.memberships} />
        </Route>
        <Route path={`${addresses.structure}/:structureId`}>
          {({ structureId }) => <StructureAt structureId={structureId} person={person} />}
        </Route>
        <Route path={`${addresses.structure}/:structureId/activites/:id`}>
          {(params) => <ActivityAt {...params} />}
        </Route>
        <Route path={addresses.signIn}>
          <SignInPage returnTo={addresses.home} openFor={person} />
        </Route>
        <Route path={addresses.legal}>
          <LegalPage back={addresses.more} />
        </Route>
        <Route path={addresses.personalData}>
          <PersonalDataPage back={addresses.more} />
        </Route>
        <Route path={addresses.accessibility}>
          <AccessibilityPage back={addresses.more} />
        </Route>
        <Route path={addresses.help}>
          <HelpPage back={addresses.more} />
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  )
}

function FormAt({ id, person }: { id: string; person: SignedInPerson }) {
  const parsed = documentIdSchema.safeParse(id)
  return parsed.success ? <FileReportPage id={parsed.data} person={person} /> : <NotFoundPage />
}

function ReportsAt({ id }: { id: string | undefined }) {
  const parsed = documentIdSchema.safeParse(id)
  if (id !== undefined && !parsed.success) return <NotFoundPage />
  return <ReportsPage openId={parsed.data} />
}

function StructureAt({ structureId, person }: { structureId: string; person: SignedInPerson }) {
  const parsed = structureIdSchema.safeParse(structureId)
  if (!parsed.success) return <NotFoundPage />
  return <StructurePage structureId={parsed.data} memberships={person.memberships} />
}

function ActivityAt({ structureId, id }: { structureId: string; id: string }) {
  const structure = structureIdSchema.safeParse(structureId)
  const document = documentIdSchema.safeParse(id)
  if (!structure.success || !document.success) return <NotFoundPage />
  return <ActivityPage structureId={structure.data} id={document.data} />
}

function AppointmentAt({ id }: { id: string }) {
  const known = documentIdSchema.safeParse(id)
  return known.success ? <AppointmentPage id={known.data} /> : <NotFoundPage />
}
