import { createContext, useContext, type ReactNode } from 'react'

/** What the frame gives to every page, which knows nothing of the frame. */
export interface PageFrame {
  /** Beside the page's name: the state of sync. */
  aside: ReactNode
  /** Under the header: the one notice of the moment. */
  notice: ReactNode
  /** The same for what must be known before one goes on: nothing typed would be kept. */
  vitalNotice: ReactNode
  /** Whether one came here from another page: the title then takes the focus. */
  isArrival: () => boolean
  /** Back where one was, or to `address` when one came from elsewhere. */
  goBack: (address: string) => void
}

const PageFrameContext = createContext<PageFrame>({
  aside: null,
  notice: null,
  vitalNotice: null,
  isArrival: () => false,
  goBack: (address) => window.location.assign(address),
})

export const PageFrameProvider = PageFrameContext.Provider

export function usePageFrame(): PageFrame {
  return useContext(PageFrameContext)
}
