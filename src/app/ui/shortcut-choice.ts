import { readKept } from './kept.ts'

/** Name under which *useRemembered* keeps whether keys alone act: one must be able to turn them off (WCAG 2.1.4). */
export const shortcutChoice = 'single-key-shortcuts'

export function areShortcutsOn(): boolean {
  return readKept(shortcutChoice) !== 'no'
}
