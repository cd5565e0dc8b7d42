import { lazy } from 'react'
import { readAhead } from './read-ahead.ts'

const rare = () => import('./rare-parts.ts')

/** What the first visit doesn't need of what the app begins with: read when it is opened. */
export const PracticeApp = lazy(async () => (await rare()).readPracticeApp())
export const OtherRolesPage = lazy(async () => (await rare()).readOtherRolesPage())
export const InstallCard = lazy(async () => ({
  default: (await import('./install/InstallCard.tsx')).InstallCard,
}))
export const FrameNotice = lazy(async () => (await rare()).readFrameNotice())
export const ShortcutsDialog = lazy(async () => (await rare()).readShortcutsDialog())
export const AwaitedRow = lazy(async () => (await rare()).readAwaitedRow())
export const TodaysAppointments = lazy(async () => ({
  default: (await import('../features/agenda/TodaysAppointments.tsx')).TodaysAppointments,
}))
export const ExpectedOfAdvisor = lazy(async () => ({
  default: (await import('../features/posts/own/ExpectedOfAdvisor.tsx')).ExpectedOfAdvisor,
}))
export const OtherPages = readAhead(async () => ({
  default: (await import('./OtherPages.tsx')).OtherPages,
}))
export const PublicPages = lazy(async () => ({
  default: (await import('../features/public-pages/PublicPages.tsx')).PublicPages,
}))
export const SignInRefused = lazy(async () => (await rare()).readSignInRefused())
