import { createContext, useContext } from 'react'
import type { UndoMessage } from './UndoBar.tsx'

/** Says what was just done, with the way back; the bar outlives the page that spoke. */
export type SayDone = (message: Omit<UndoMessage, 'id'>) => void

const SayDoneContext = createContext<SayDone>(() => undefined)

export const SayDoneProvider = SayDoneContext.Provider

export function useSayDone(): SayDone {
  return useContext(SayDoneContext)
}
