import { lazy } from 'react'
import { readAhead } from './read-ahead.ts'

/** Pages on the device once installed, each read when it is opened. */
export const ReportsPage = readAhead(async () => ({
  default: (await import('../features/find-report/ReportsPage.tsx')).ReportsPage,
}))
export const WalkInPage = lazy(async () => ({
  default: (await import('../features/file-report/walk-in/WalkInPage.tsx')).WalkInPage,
}))
export const ModelsPage = lazy(async () => ({
  default: (await import('../features/report-models/ModelsPage.tsx')).ModelsPage,
}))
export const PanoramaPage = lazy(async () => ({
  default: (await import('../features/panorama/PanoramaPage.tsx')).PanoramaPage,
}))
export const OwnRemindersPage = lazy(async () => ({
  default: (await import('../features/reminders/OwnRemindersPage.tsx')).OwnRemindersPage,
}))
export const StructureRemindersPage = lazy(async () => ({
  default: (await import('../features/reminders/StructureRemindersPage.tsx')).StructureRemindersPage,
}))
export const TeamRemindersPage = lazy(async () => ({
  default: (await import('../features/reminders/TeamRemindersPage.tsx')).TeamRemindersPage,
}))
export const StateRemindersPage = lazy(async () => ({
  default: (await import('../features/reminders/StateRemindersPage.tsx')).StateRemindersPage,
}))
export const TourPage = lazy(async () => ({
  default: (await import('../features/first-steps/TourPage.tsx')).TourPage,
}))
export const PracticePage = lazy(async () => ({
  default: (await import('../features/first-steps/PracticePage.tsx')).PracticePage,
}))
export const FieldHelpPage = lazy(async () => ({
  default: (await import('../features/first-steps/FieldHelpPage.tsx')).FieldHelpPage,
}))
export const DevicesPage = lazy(async () => ({
  default: (await import('../features/more/DevicesPage.tsx')).DevicesPage,
}))
export const PeoplePages = lazy(async () => ({
  default: (await import('../features/beneficiaries/PeoplePages.tsx')).PeoplePages,
}))
export const PlacesPage = lazy(async () => ({
  default: (await import('../features/places/PlacesPage.tsx')).PlacesPage,
}))
export const TakeOutPage = lazy(async () => ({
  default: (await import('../features/take-out/TakeOutPage.tsx')).TakeOutPage,
}))
export const BringInPage = lazy(async () => ({
  default: (await import('../features/bring-in/BringInPage.tsx')).BringInPage,
}))
export const TagsPage = lazy(async () => ({
  default: (await import('../features/tags/TagsPage.tsx')).TagsPage,
}))
export const FiguresPage = readAhead(async () => ({
  default: (await import('../features/read-figures/FiguresPage.tsx')).FiguresPage,
}))
export const BilanPage = lazy(async () => ({
  default: (await import('../features/read-figures/bilan/BilanPage.tsx')).BilanPage,
}))
export const FacetFields = lazy(async () => ({
  default: (await import('../features/find-report/FacetFields.tsx')).FacetFields,
}))
export const ChosenFilters = lazy(async () => ({
  default: (await import('../features/find-report/ChosenFilters.tsx')).ChosenFilters,
}))
export const SyncPage = lazy(async () => ({
  default: (await import('../features/sync-status/SyncPage.tsx')).SyncPage,
}))
export const MorePage = lazy(async () => ({
  default: (await import('../features/more/MorePage.tsx')).MorePage,
}))
export const DiagnosticPage = lazy(async () => ({
  default: (await import('../features/more/DiagnosticPage.tsx')).DiagnosticPage,
}))
export const SignOutPage = lazy(async () => ({
  default: (await import('../features/more/SignOutPage.tsx')).SignOutPage,
}))
export const StructureHomePage = lazy(async () => ({
  default: (await import('../features/read-structure/StructureHomePage.tsx')).StructureHomePage,
}))
export const StructureBilanPage = lazy(async () => ({
  default: (await import('../features/read-figures/group/StructureBilanPage.tsx')).StructureBilanPage,
}))
export const PublishPage = lazy(async () => ({
  default: (await import('../features/read-figures/public-link/PublishPage.tsx')).PublishPage,
}))
export const StructurePublishPage = lazy(async () => ({
  default: (await import('../features/read-figures/group/StructurePublishPage.tsx')).StructurePublishPage,
}))
export const StructureFiguresPage = lazy(async () => ({
  default: (await import('../features/read-figures/group/StructureFiguresPage.tsx')).StructureFiguresPage,
}))
export const TeamFiguresPage = lazy(async () => ({
  default: (await import('../features/read-figures/group/TeamFiguresPage.tsx')).TeamFiguresPage,
}))
export const StateFiguresPage = lazy(async () => ({
  default: (await import('../features/read-figures/state/StateFiguresPage.tsx')).StateFiguresPage,
}))
export const NeedsPage = lazy(async () => ({
  default: (await import('../features/read-figures/needs/NeedsPage.tsx')).NeedsPage,
}))
export const StructurePage = lazy(async () => ({
  default: (await import('../features/read-structure/StructurePage.tsx')).StructurePage,
}))
export const CheckMonthPage = lazy(async () => ({
  default: (await import('../features/read-structure/check-month/CheckMonthPage.tsx')).CheckMonthPage,
}))
export const OwnMonthPage = lazy(async () => ({
  default: (await import('../features/own-month/OwnMonthPage.tsx')).OwnMonthPage,
}))
export const QuestionsPage = lazy(async () => ({
  default: (await import('../features/read-structure/questions/QuestionsPage.tsx')).QuestionsPage,
}))
export const NotFoundPage = lazy(async () => ({
  default: (await import('./NotFoundPage.tsx')).NotFoundPage,
}))
export const InstallSection = lazy(async () => ({
  default: (await import('./install/InstallSection.tsx')).InstallSection,
}))
export const AbsencesPage = lazy(async () => ({
  default: (await import('../features/absences/AbsencesPage.tsx')).AbsencesPage,
}))
export const StructureAbsencesPage = lazy(async () => ({
  default: (await import('../features/absences/structure/StructureAbsencesPage.tsx')).StructureAbsencesPage,
}))
export const AgendaPage = lazy(async () => ({
  default: (await import('../features/agenda/AgendaPage.tsx')).AgendaPage,
}))
export const AppointmentsToCompletePage = lazy(async () => ({
  default: (await import('../features/agenda/ToCompletePage.tsx')).ToCompletePage,
}))
export const AppointmentPage = lazy(async () => ({
  default: (await import('../features/agenda/AppointmentPage.tsx')).AppointmentPage,
}))
export const NewAppointmentPage = lazy(async () => ({
  default: (await import('../features/agenda/NewAppointmentPage.tsx')).NewAppointmentPage,
}))
export const ImportCalendarPage = lazy(async () => ({
  default: (await import('../features/agenda/ImportCalendarPage.tsx')).ImportCalendarPage,
}))
export const PublicPages = lazy(async () => ({
  default: (await import('../features/public-pages/PublicPages.tsx')).PublicPages,
}))
export const StructureAccessPage = lazy(async () => ({
  default: (await import('../features/structure-access/StructureAccessPage.tsx')).StructureAccessPage,
}))
export const AskForAccessPage = lazy(async () => ({
  default: (await import('../features/structure-access/AskForAccessPage.tsx')).AskForAccessPage,
}))
export const ContractOfferPage = lazy(async () => ({
  default: (await import('../features/structure-access/ContractOfferPage.tsx')).ContractOfferPage,
}))
export const InvitationPage = lazy(async () => ({
  default: (await import('../features/structure-access/InvitationPage.tsx')).InvitationPage,
}))
export const FirstRequestsPage = lazy(async () => ({
  default: (await import('../features/structure-access/FirstRequestsPage.tsx')).FirstRequestsPage,
}))
export const ApiAccessPage = lazy(async () => ({
  default: (await import('../features/api-access/ApiAccessPage.tsx')).ApiAccessPage,
}))
export const MonthsPage = lazy(async () => ({
  default: (await import('../features/read-structure/vouch/MonthsPage.tsx')).MonthsPage,
}))
export const VouchPage = lazy(async () => ({
  default: (await import('../features/read-structure/vouch/VouchPage.tsx')).VouchPage,
}))
export const VouchedStructuresPage = lazy(async () => ({
  default: (await import('../features/vouched-months/VouchedStructuresPage.tsx')).VouchedStructuresPage,
}))
export const StateVouchedPage = lazy(async () => ({
  default: (await import('../features/vouched-months/StateVouchedPage.tsx')).StateVouchedPage,
}))
export const OwnReadingsPage = lazy(async () => ({
  default: (await import('../features/readings/OwnReadingsPage.tsx')).OwnReadingsPage,
}))
export const StructureReadingsPage = lazy(async () => ({
  default: (await import('../features/readings/StructureReadingsPage.tsx')).StructureReadingsPage,
}))
export const StatePostsPage = lazy(async () => ({
  default: (await import('../features/posts/state/StatePostsPage.tsx')).StatePostsPage,
}))
export const StateCommitmentsPage = lazy(async () => ({
  default: (await import('../features/posts/state/StateCommitmentsPage.tsx')).StateCommitmentsPage,
}))
export const OwnContractsPage = lazy(async () => ({
  default: (await import('../features/posts/own/OwnContractsPage.tsx')).OwnContractsPage,
}))
export const RecruitingPage = lazy(async () => ({
  default: (await import('../features/posts/structure/RecruitingPage.tsx')).RecruitingPage,
}))
export const DeparturePage = lazy(async () => ({
  default: (await import('../features/posts/structure/DeparturePage.tsx')).DeparturePage,
}))
export const CommitmentsPage = lazy(async () => ({
  default: (await import('../features/posts/structure/CommitmentsPage.tsx')).CommitmentsPage,
}))
export const TeamPostsPage = lazy(async () => ({
  default: (await import('../features/posts/team/TeamPostsPage.tsx')).TeamPostsPage,
}))
export const ImportPostsPage = lazy(async () => ({
  default: (await import('../features/posts/state/ImportPostsPage.tsx')).ImportPostsPage,
}))
export const StructureKitPage = lazy(async () => ({
  default: (await import('../features/posts/kit/StructureKitPage.tsx')).StructureKitPage,
}))
export const HandOverSheetPage = lazy(async () => ({
  default: (await import('../features/posts/kit/HandOverSheetPage.tsx')).HandOverSheetPage,
}))
export const OwnKitPage = lazy(async () => ({
  default: (await import('../features/posts/kit/own/OwnKitPage.tsx')).OwnKitPage,
}))
export const StructureTrainingPage = lazy(async () => ({
  default: (await import('../features/posts/training/StructureTrainingPage.tsx')).StructureTrainingPage,
}))
export const OwnTrainingPage = lazy(async () => ({
  default: (await import('../features/posts/training/own/OwnTrainingPage.tsx')).OwnTrainingPage,
}))
export const TrainingBodyPages = lazy(async () => ({
  default: (await import('../features/posts/training/body/TrainingBodyPages.tsx')).TrainingBodyPages,
}))
export const OwnCommunityPage = lazy(async () => ({
  default: (await import('../features/posts/community/own/OwnCommunityPage.tsx')).OwnCommunityPage,
}))
export const PlannedElsewhere = lazy(async () => ({
  default: (await import('../features/posts/own/PlannedElsewhere.tsx')).PlannedElsewhere,
}))
export const StateEventsPage = lazy(async () => ({
  default: (await import('../features/posts/community/state/StateEventsPage.tsx')).StateEventsPage,
}))
export const TeamEventsPage = lazy(async () => ({
  default: (await import('../features/posts/community/team/TeamEventsPage.tsx')).TeamEventsPage,
}))
export const StructureCommunityPage = lazy(async () => ({
  default: (await import('../features/posts/community/structure/StructureCommunityPage.tsx'))
    .StructureCommunityPage,
}))
export const StateReadinessPage = lazy(async () => ({
  default: (await import('../features/posts/readiness/state/StateReadinessPage.tsx')).StateReadinessPage,
}))
export const TeamReadinessPage = lazy(async () => ({
  default: (await import('../features/posts/readiness/team/TeamReadinessPage.tsx')).TeamReadinessPage,
}))
export const OwnTimePage = lazy(async () => ({
  default: (await import('../features/time/OwnTimePage.tsx')).OwnTimePage,
}))
export const StructureTimePage = lazy(async () => ({
  default: (await import('../features/time/StructureTimePage.tsx')).StructureTimePage,
}))
