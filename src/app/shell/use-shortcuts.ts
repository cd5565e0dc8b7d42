import { useEffect, useEffectEvent } from 'react'
import { areShortcutsOn } from '../ui/shortcut-choice.ts'

export interface Shortcuts {
  onNew: () => void
  onSearch: () => void
  onHelp: () => void
}

/** The keys of a laptop. Typing, and what asks for an answer, keep their own keys. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const act = useEffectEvent((key: string) => actionOf(key, shortcuts)?.())
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (!actionKeys.has(event.key) || !areShortcutsOn()) return
      if (document.querySelector('dialog[open]') || isTyping(event.target)) return
      event.preventDefault()
      act(event.key)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

const actionKeys: ReadonlySet<string> = new Set(['n', '/', '?'])

function actionOf(key: string, { onNew, onSearch, onHelp }: Shortcuts) {
  if (key === 'n') return onNew
  if (key === '/') return onSearch
  return key === '?' ? onHelp : undefined
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type)
  return target.isContentEditable || target.matches('textarea, select')
}
