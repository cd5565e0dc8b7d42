import { useState } from 'react'

/**
 * A choice about how the app looks to this person on this device, kept from one visit to the next. Without storage it
 * lasts as long as the page.
 */
export function useRemembered(name: string, initially: boolean): [boolean, (value: boolean) => void] {
  const key = `espace-coop:${name}`
  const [value, setValue] = useState(() => read(key) ?? initially)
  const remember = (next: boolean) => {
    setValue(next)
    write(key, next)
  }
  return [value, remember]
}

function read(key: string): boolean | undefined {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? undefined : kept === 'yes'
  } catch {
    // Storage is refused: nothing was kept.
    return undefined
  }
}

function write(key: string, value: boolean): void {
  try {
    localStorage.setItem(key, value ? 'yes' : 'no')
  } catch {
    // Storage is refused or full: the choice lasts as long as the page.
  }
}
