import { useState } from 'react'
import { readKept, writeKept } from './kept.ts'

/** A choice about how the app looks to this person on this device, kept from one visit to the next. */
export function useRemembered(name: string, initially: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => (readKept(name) ?? (initially ? 'yes' : 'no')) === 'yes')
  const remember = (next: boolean) => {
    setValue(next)
    writeKept(name, next ? 'yes' : 'no')
  }
  return [value, remember]
}
