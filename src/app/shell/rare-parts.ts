/*
 * What most visits never read. Named here, by one file that is read first, and not where the app begins: all that each
 * is made of would be named there too, in what everybody's first visit reads.
 */

export async function readPracticeApp() {
  return { default: (await import('./practice/PracticeApp.tsx')).PracticeApp }
}
export async function readOtherRolesPage() {
  return { default: (await import('./OtherRolesPage.tsx')).OtherRolesPage }
}
export async function readFrameNotice() {
  return { default: (await import('./FrameNotice.tsx')).FrameNotice }
}
export async function readShortcutsDialog() {
  return { default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog }
}
export async function readSignInRefused() {
  return { default: (await import('./session/SignInRefused.tsx')).SignInRefused }
}

export async function readAwaitedRow() {
  return { default: (await import('../features/agenda/AwaitedRow.tsx')).AwaitedRow }
}
