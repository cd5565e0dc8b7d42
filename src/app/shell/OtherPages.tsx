import { useMemo } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { calendarMonthSchema } from '../../domain/calendar-month.ts'
import { documentIdSchema, scopeIdSchema, structureIdSchema, teamIdSchema } from '../../domain/ids.ts'
import { territoryIn } from '../../domain/needs/territory-key.ts'
import { isDepartmentCode } from '../../domain/territory/departments.ts'
import {
  apiAccessAddress,
  askForAccessAddress,
  firstRequestsAddress,
  importPostsAddress,
  invitationAddress,
  stateVouchedAddress,
  ownReadingsAddress,
  ownRemindersAddress,
  stateRemindersAddress,
  statePostsAddress,
} from '../later-addresses.ts'
import { addresses, isPublic } from '../addresses.ts'
import { beginPractice } from '../data/practising.ts'
import {
  AbsencesPage,
  ActivityPage,
  AgendaPage,
  ApiAccessPage,
  AppointmentPage,
  AppointmentsToCompletePage,
  AskForAccessPage,
  BilanPage,
  BringInPage,
  CheckMonthPage,
  ChosenFilters,
  CommitmentsPage,
  DeparturePage,
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
  MonthsPage,
  MorePage,
  NeedsPage,
  NewAppointmentPage,
  NotFoundPage,
  OwnMonthPage,
  OwnReadingsPage,
  OwnRemindersPage,
  PanoramaPage,
  PeoplePages,
  PlacesPage,
  PracticePage,
  PublicPages,
  PublishPage,
  QuestionsPage,
  RecruitingPage,
  ReportsPage,
  SignOutPage,
  StateFiguresPage,
  StateVouchedPage,
  StateRemindersPage,
  StatePostsPage,
  StructureAbsencesPage,
  StructureAccessPage,
  StructureBilanPage,
  StructureFiguresPage,
  StructureHomePage,
  StructurePage,
  StructurePublishPage,
  StructureReadingsPage,
  StructureRemindersPage,
  SyncPage,
  TagsPage,
  TakeOutPage,
  TeamFiguresPage,
  TeamRemindersPage,
  TeamPostsPage,
  TourPage,
  VouchedStructuresPage,
  VouchPage,
  WalkInPage,
} from './lazy-pages.ts'
import type { PagesProps } from './pages-props.ts'
import { StructureFrame } from './structure/StructureFrame.tsx'

/** A new start: nothing of the real pages is left in memory. */
function practise(): void {
  beginPractice()
  location.assign(addresses.home)
}

/** Every address that a first visit doesn't need, for a person who is in. */
export function OtherPages({ person, onSendNow }: PagesProps) {
  return (
    <StructureFrame memberships={person.memberships}>
      <OtherPage person={person} onSendNow={onSendNow} />
    </StructureFrame>
  )
}

function OtherPage({ person, onSendNow }: PagesProps) {
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
      <Route path={`${addresses.structure}/:structureId`}>
        {({ structureId }) => <StructureAt structureId={structureId} person={person} />}
      </Route>
      <Route path={`${addresses.structure}/:structureId/chiffres`}>
        {({ structureId }) => <StructureFiguresAt structureId={structureId} person={person} />}
      </Route>
      <Route path={`${addresses.structure}/:structureId/acces`}>
        {({ structureId }) => <StructureAccessAt structureId={structureId} person={person} />}
      </Route>
      <Route path={askForAccessAddress}>
        <AskForAccessPage />
      </Route>
      <Route path={`${invitationAddress}/:token`}>{({ token }) => <InvitationPage token={token} />}</Route>
      <Route path={firstRequestsAddress}>
        <FirstRequestsPage remit={person.state} />
      </Route>
      <Route path={`${addresses.structure}/:structureId/absences`}>
        {({ structureId }) => <StructureAbsencesAt structureId={structureId} person={person} />}
      </Route>
      <Route path={`${addresses.structure}/:structureId/questions`}>
        {({ structureId }) => <QuestionsAt structureId={structureId} person={person} />}
      </Route>
      <Route path={`${addresses.structure}/:structureId/bilan/:model?`}>
        {(params) => <StructureBilanAt {...params} person={person} />}
      </Route>
      <Route path={`${addresses.structure}/:structureId/lien/:model?`}>
        {(params) => <StructureLinkAt {...params} person={person} />}
      </Route>
      <Route path={`${addresses.structure}/:structureId/regard/:month?`}>
        {(params) => <CheckMonthAt {...params} person={person} />}
      </Route>
      <Route path={`${addresses.structure}/:structureId/mois/:month?`}>
        {(params) => <MonthsAt {...params} person={person} />}
      </Route>
      <Route path={`${addresses.structure}/:structureId/activites/:id`}>
        {(params) => <ActivityAt {...params} person={person} />}
      </Route>
      <Route path={`${addresses.structure}/:structureId/lectures`}>
        {({ structureId }) => <StructureReadingsAt structureId={structureId} person={person} />}
      </Route>
      <Route path={ownReadingsAddress}>
        <OwnReadingsPage person={person} />
      </Route>
      <Route path={`${addresses.team}/:teamId/chiffres`}>
        {({ teamId }) => <TeamFiguresAt teamId={teamId} person={person} />}
      </Route>
      <Route path={`${addresses.team}/:teamId/mois`}>
        {({ teamId }) => <TeamVouchedAt teamId={teamId} person={person} />}
      </Route>
      <Route path={stateVouchedAddress}>
        <StateVouchedPage remit={person.state} />
      </Route>
      <Route path={`${addresses.structure}/:structureId/relances`}>
        {({ structureId }) => <StructureRemindersAt structureId={structureId} person={person} />}
      </Route>
      <Route path={`${addresses.team}/:teamId/relances`}>
        {({ teamId }) => <TeamRemindersAt teamId={teamId} person={person} />}
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
      <Route path={statePostsAddress}>
        <StatePostsPage remit={person.state} />
      </Route>
      <Route path={`${addresses.structure}/:structureId/recrutement`}>
        {({ structureId }) => <RecruitingAt structureId={structureId} person={person} />}
      </Route>
      <Route path={`${addresses.structure}/:structureId/depart/:scope`}>
        {(params) => <DepartureAt {...params} person={person} />}
      </Route>
      <Route path={`${addresses.structure}/:structureId/engagements`}>
        {({ structureId }) => <CommitmentsAt structureId={structureId} person={person} />}
      </Route>
      <Route path={`${addresses.team}/:teamId/postes`}>
        {({ teamId }) => <TeamPostsAt teamId={teamId} person={person} />}
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

function StructureAt({ structureId, person }: { structureId: string; person: SignedInPerson }) {
  const parsed = structureIdSchema.safeParse(structureId)
  if (!parsed.success) return <NotFoundPage />
  return <StructurePage structureId={parsed.data} memberships={person.memberships} />
}

function StructureFiguresAt({ structureId, person }: { structureId: string; person: SignedInPerson }) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  // What is said to whoever reads no such structure is said by its own page.
  return membership ? (
    <StructureFiguresPage key={structureId} membership={membership} />
  ) : (
    <StructureAt structureId={structureId} person={person} />
  )
}

function StructureAccessAt({ structureId, person }: { structureId: string; person: SignedInPerson }) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  return membership ? (
    <StructureAccessPage key={structureId} membership={membership} own={person.id} />
  ) : (
    <StructureAt structureId={structureId} person={person} />
  )
}

function StructureAbsencesAt({ structureId, person }: { structureId: string; person: SignedInPerson }) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  return membership ? (
    <StructureAbsencesPage key={structureId} membership={membership} />
  ) : (
    <StructureAt structureId={structureId} person={person} />
  )
}

function TeamFiguresAt({ teamId, person }: { teamId: string; person: SignedInPerson }) {
  const parsed = teamIdSchema.safeParse(teamId)
  if (!parsed.success) return <NotFoundPage />
  return <TeamFiguresPage key={teamId} teamId={parsed.data} teams={person.ledTeams ?? []} />
}

function TeamVouchedAt({ teamId, person }: { teamId: string; person: SignedInPerson }) {
  const team = person.ledTeams?.find((own) => own.teamId === teamId)
  const of = useMemo(() => team && ({ kind: 'team', id: team.teamId } as const), [team])
  // What is said to whoever leads no such team is said by its own page.
  return team && of ? (
    <VouchedStructuresPage key={teamId} of={of} name={team.teamName} />
  ) : (
    <TeamFiguresAt teamId={teamId} person={person} />
  )
}

function StructureRemindersAt({ structureId, person }: { structureId: string; person: SignedInPerson }) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  return membership ? (
    <StructureRemindersPage key={structureId} membership={membership} />
  ) : (
    <StructureAt structureId={structureId} person={person} />
  )
}

function TeamRemindersAt({ teamId, person }: { teamId: string; person: SignedInPerson }) {
  const parsed = teamIdSchema.safeParse(teamId)
  if (!parsed.success) return <NotFoundPage />
  return <TeamRemindersPage key={teamId} teamId={parsed.data} teams={person.ledTeams ?? []} />
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

interface StructureBilanAtProps {
  structureId: string
  model?: string | undefined
  person: SignedInPerson
}

function StructureBilanAt({ structureId, model, person }: StructureBilanAtProps) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  if (!membership) return <StructureAt structureId={structureId} person={person} />
  return <StructureBilanPage membership={membership} modelName={model} notFound={<NotFoundPage />} />
}

function StructureLinkAt({ structureId, model, person }: StructureBilanAtProps) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  if (!membership) return <StructureAt structureId={structureId} person={person} />
  return <StructurePublishPage membership={membership} modelName={model} notFound={<NotFoundPage />} />
}

interface CheckMonthAtProps {
  structureId: string
  month?: string | undefined
  person: SignedInPerson
}

function CheckMonthAt({ structureId, month, person }: CheckMonthAtProps) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  if (!membership) return <StructureAt structureId={structureId} person={person} />
  const parsed = calendarMonthSchema.safeParse(month)
  if (month !== undefined && !parsed.success) return <NotFoundPage />
  return <CheckMonthPage key={month} membership={membership} month={parsed.data} />
}

function MonthsAt({ structureId, month, person }: CheckMonthAtProps) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  if (!membership) return <StructureAt structureId={structureId} person={person} />
  if (month === undefined) return <MonthsPage key={structureId} membership={membership} />
  const parsed = calendarMonthSchema.safeParse(month)
  if (!parsed.success) return <NotFoundPage />
  const name = `${person.givenName} ${person.familyName}`.trim()
  return <VouchPage key={`${structureId} ${month}`} membership={membership} month={parsed.data} name={name} />
}

function QuestionsAt({ structureId, person }: { structureId: string; person: SignedInPerson }) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  return membership ? (
    <QuestionsPage key={structureId} membership={membership} />
  ) : (
    <StructureAt structureId={structureId} person={person} />
  )
}

function StructureReadingsAt({ structureId, person }: { structureId: string; person: SignedInPerson }) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  return membership ? (
    <StructureReadingsPage key={structureId} membership={membership} />
  ) : (
    <StructureAt structureId={structureId} person={person} />
  )
}

interface ActivityAtProps {
  structureId: string
  id: string
  person: SignedInPerson
}

function ActivityAt({ structureId, id, person }: ActivityAtProps) {
  const structure = structureIdSchema.safeParse(structureId)
  const document = documentIdSchema.safeParse(id)
  if (!structure.success || !document.success) return <NotFoundPage />
  const membership = person.memberships.find((own) => own.structureId === structureId)
  return <ActivityPage structureId={structure.data} id={document.data} membership={membership} />
}

function AppointmentAt({ id }: { id: string }) {
  const known = documentIdSchema.safeParse(id)
  return known.success ? <AppointmentPage id={known.data} /> : <NotFoundPage />
}

function RecruitingAt({ structureId, person }: { structureId: string; person: SignedInPerson }) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  return membership ? (
    <RecruitingPage key={structureId} membership={membership} />
  ) : (
    <StructureAt structureId={structureId} person={person} />
  )
}

interface DepartureAtProps {
  structureId: string
  scope: string
  person: SignedInPerson
}

function DepartureAt({ structureId, scope, person }: DepartureAtProps) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  if (!membership) return <StructureAt structureId={structureId} person={person} />
  const parsed = scopeIdSchema.safeParse(scope)
  return parsed.success ? (
    <DeparturePage key={scope} membership={membership} scope={parsed.data} />
  ) : (
    <NotFoundPage />
  )
}

function CommitmentsAt({ structureId, person }: { structureId: string; person: SignedInPerson }) {
  const membership = person.memberships.find((own) => own.structureId === structureId)
  return membership ? (
    <CommitmentsPage key={structureId} membership={membership} />
  ) : (
    <StructureAt structureId={structureId} person={person} />
  )
}

function TeamPostsAt({ teamId, person }: { teamId: string; person: SignedInPerson }) {
  const parsed = teamIdSchema.safeParse(teamId)
  if (!parsed.success) return <NotFoundPage />
  return <TeamPostsPage key={teamId} teamId={parsed.data} teams={person.ledTeams ?? []} />
}
