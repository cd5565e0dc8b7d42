import { readKept, writeKept } from './kept.ts'

/** What the person wants to look at, whatever the device says; *system* follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark'

const name = 'theme'

export function chosenTheme(): ThemeChoice {
  const kept = readKept(name)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

export function chooseTheme(choice: ThemeChoice): void {
  writeKept(name, choice)
  applyTheme(choice)
}

/** Called before anything is drawn, so that nothing flashes. */
export function applyTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
}
