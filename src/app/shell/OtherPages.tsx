import { useMemo } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { documentIdSchema, structureIdSchema } from '../../domain/ids.ts'
import { territoryIn } from '../../domain/needs/territory-key.ts'
import { isDepartmentCode } from '../../domain/territory/departments.ts'
import {
  apiAccessAddress,
  askForAccessAddress,
  contractOfferAddress,
  firstRequestsAddress,
  importPostsAddress,
  ownCommunityAddress,
  ownTimeAddress,
  invitationAddress,
  stateVouchedAddress,
  ownContractsAddress,
  ownKitAddress,
  ownReadingsAddress,
  ownRemindersAddress,
  ownTrainingAddress,
  stateEventsAddress,
  stateReadinessAddress,
  stateRemindersAddress,
  statePostsAddress,
} from '../later-addresses.ts'
import { addresses, isPublic } from '../addresses.ts'
import { beginPractice } from '../data/practising.ts'
import {
  AbsencesPage,
  AgendaPage,
  ApiAccessPage,
  AppointmentPage,
  AppointmentsToCompletePage,
  AskForAccessPage,
  BilanPage,
  BringInPage,
  ChosenFilters,
  ContractOfferPage,
  DevicesPage,
  DiagnosticPage,
  FacetFields,
  FieldHelpPage,
  FiguresPage,
  FirstRequestsPage,
  ImportCalendarPage,
  ImportPostsPage,
  InstallSection,
  InvitationPage,
  ModelsPage,
  MorePage,
  NeedsPage,
  NewAppointmentPage,
  NotFoundPage,
  OwnCommunityPage,
  OwnContractsPage,
  OwnKitPage,
  OwnMonthPage,
  OwnReadingsPage,
  OwnRemindersPage,
  OwnTrainingPage,
  TrainingBodyPages,
  OwnTimePage,
  PanoramaPage,
  PlannedElsewhere,
  PeoplePages,
  PlacesPage,
  PracticePage,
  PublicPages,
  PublishPage,
  ReportsPage,
  SignOutPage,
  StateCommitmentsPage,
  StateEventsPage,
  StateFiguresPage,
  StateReadinessPage,
  StateVouchedPage,
  StateRemindersPage,
  StatePostsPage,
  StructureHomePage,
  SyncPage,
  TagsPage,
  TakeOutPage,
  TourPage,
  WalkInPage,
} from './lazy-pages.ts'
import type { PagesProps } from './pages-props.ts'
import { StructurePages } from './structure/StructurePages.tsx'
import { TeamPages } from './TeamPages.tsx'

/** A new start: nothing of the real pages is left in memory. */
function practise(): void {
  beginPractice()
  location.assign(addresses.home)
}

/** Every address that a first visit doesn't need, for a person who is in. */
export function OtherPages({ person, onSendNow }: PagesProps) {
  const [path] = useLocation()
  return (
    <Switch>
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
        <AgendaPage Others={PlannedElsewhere} />
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
      <Route path={addresses.absences}>
        <AbsencesPage scopes={person.scopes} />
      </Route>
      <Route path={addresses.takeOut}>
        <TakeOutPage person={person} />
      </Route>
      <Route path={addresses.bringIn}>
        <BringInPage person={person} />
      </Route>
      <Route path={addresses.figures}>
        <FiguresPage Fields={FacetFields} Chosen={ChosenFilters} teams={person.ledTeams ?? []} />
      </Route>
      <Route path={addresses.bilan}>
        <BilanPage person={person} />
      </Route>
      <Route path={`${addresses.figures}/lien`}>
        <PublishPage />
      </Route>
      {/* Not among the addresses of a first visit, which weigh: the page that leads to it is read as late. */}
      <Route path="/a-verifier">
        <OwnMonthPage person={person} />
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
      <Route path={`${addresses.structure}/:structureId/*?`}>
        {({ structureId }) => <StructurePages key={structureId} structureId={structureId} person={person} />}
      </Route>
      <Route path={`${addresses.team}/:teamId/*?`}>
        {({ teamId }) => <TeamPages key={teamId} teamId={teamId} teams={person.ledTeams ?? []} />}
      </Route>
      <Route path={askForAccessAddress}>
        <AskForAccessPage />
      </Route>
      <Route path={`${invitationAddress}/:token`}>{({ token }) => <InvitationPage token={token} />}</Route>
      <Route path={`${contractOfferAddress}/:token`}>
        {({ token }) => <ContractOfferPage token={token} />}
      </Route>
      <Route path={firstRequestsAddress}>
        <FirstRequestsPage remit={person.state} />
      </Route>
      <Route path={ownContractsAddress}>
        <OwnContractsPage />
      </Route>
      <Route path={ownReadingsAddress}>
        <OwnReadingsPage person={person} />
      </Route>
      <Route path={ownTrainingAddress}>
        <OwnTrainingPage />
      </Route>
      <Route path="/organisme/*">
        <TrainingBodyPages person={person} notFound={<NotFoundPage />} />
      </Route>
      <Route path={ownKitAddress}>
        <OwnKitPage />
      </Route>
      <Route path={ownCommunityAddress}>
        <OwnCommunityPage />
      </Route>
      <Route path={ownTimeAddress}>
        <OwnTimePage person={person} />
      </Route>
      <Route path={stateEventsAddress}>
        <StateEventsPage remit={person.state} />
      </Route>
      <Route path={stateReadinessAddress}>
        <StateReadinessPage remit={person.state} />
      </Route>
      <Route path={`${stateVouchedAddress}/:department?`}>
        {({ department }) => <StateVouchedPage remit={person.state} asked={department} />}
      </Route>
      <Route path={stateRemindersAddress}>
        <StateRemindersPage remit={person.state} />
      </Route>
      <Route path={ownRemindersAddress}>
        <OwnRemindersPage />
      </Route>
      <Route path={apiAccessAddress}>
        <ApiAccessPage remit={person.state} />
      </Route>
      <Route path={addresses.state}>
        <StateFiguresAt code={undefined} person={person} />
      </Route>
      <Route path={`${addresses.state}/:code`}>
        {({ code }) => <StateFiguresAt code={code} person={person} />}
      </Route>
      <Route path={`${addresses.needs}/:kind?/:code?`}>
        {({ kind, code }) => <NeedsAt kind={kind} code={code} person={person} />}
      </Route>
      <Route path={importPostsAddress}>
        <ImportPostsPage remit={person.state} />
      </Route>
      <Route path={`${statePostsAddress}/engagements/:id`}>
        {({ id }) => <StateCommitmentsAt id={id} person={person} />}
      </Route>
      <Route path={statePostsAddress}>
        <StatePostsPage remit={person.state} />
      </Route>
      <Route>{isPublic(path) ? <PublicPages back={addresses.more} /> : <NotFoundPage />}</Route>
    </Switch>
  )
}

function ReportsAt({ id }: { id: string | undefined }) {
  const parsed = documentIdSchema.safeParse(id)
  if (id !== undefined && !parsed.success) return <NotFoundPage />
  return <ReportsPage openId={parsed.data} />
}

function StateFiguresAt({ code, person }: { code: string | undefined; person: SignedInPerson }) {
  if (code !== undefined && !isDepartmentCode(code)) return <NotFoundPage />
  return (
    <StateFiguresPage
      key={code}
      remit={person.state}
      department={code}
      Fields={FacetFields}
      Chosen={ChosenFilters}
    />
  )
}

function StateCommitmentsAt({ id, person }: { id: string; person: SignedInPerson }) {
  const parsed = structureIdSchema.safeParse(id)
  if (!parsed.success) return <NotFoundPage />
  return <StateCommitmentsPage key={id} remit={person.state} structureId={parsed.data} />
}

interface NeedsAtProps {
  kind: string | undefined
  code: string | undefined
  person: SignedInPerson
}

function NeedsAt({ kind, code, person }: NeedsAtProps) {
  const text = `${kind ?? ''}:${code ?? ''}`
  const territory = useMemo(() => territoryIn(text), [text])
  if (kind !== undefined && !territory) return <NotFoundPage />
  return <NeedsPage key={text} remit={person.state} territory={territory} />
}

function AppointmentAt({ id }: { id: string }) {
  const known = documentIdSchema.safeParse(id)
  return known.success ? <AppointmentPage id={known.data} /> : <NotFoundPage />
}
