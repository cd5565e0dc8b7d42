import { lazy } from 'react'

/** What the first visit doesn't need of what the app begins with: read when it is opened. */
export const PracticeApp = lazy(async () => ({
  default: (await import('./practice/PracticeApp.tsx')).PracticeApp,
}))
export const OtherRolesPage = lazy(async () => (await import('./other-roles-door.ts')).readOtherRolesPage())
export const InstallCard = lazy(async () => ({
  default: (await import('./install/InstallCard.tsx')).InstallCard,
}))
export const FrameNotice = lazy(async () => ({
  default: (await import('./FrameNotice.tsx')).FrameNotice,
}))
export const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}))
export const AppointmentToComplete = lazy(async () => ({
  default: (await import('../features/agenda/AppointmentToComplete.tsx')).AppointmentToComplete,
}))
export const TodaysAppointments = lazy(async () => ({
  default: (await import('../features/agenda/TodaysAppointments.tsx')).TodaysAppointments,
}))
export const OtherPages = lazy(async () => ({
  default: (await import('./OtherPages.tsx')).OtherPages,
}))
export const PublicPages = lazy(async () => ({
  default: (await import('../features/public-pages/PublicPages.tsx')).PublicPages,
}))
export const SignInRefused = lazy(async () => ({
  default: (await import('./session/SignInRefused.tsx')).SignInRefused,
}))
