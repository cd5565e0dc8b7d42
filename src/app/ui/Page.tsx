import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { usePageFrame } from './page-frame.ts'
import { PageHeader } from './PageHeader.tsx'
import styles from './Page.module.css'

export interface PageProps {
  title: string
  /** In the tab, where it says more than the title. */
  documentTitle?: string
  /** Where back goes, and its words when « Retour » isn't enough. */
  back?: { href: string; label?: string } | undefined
  /** At the end of the header's line, before what the frame puts there. */
  aside?: ReactNode
  lead?: ReactNode
  /** As wide as the screen, for lists with something beside them. */
  wide?: boolean
  /** One thing to do here: what the frame says of the rest waits, but for what can't. */
  isFocused?: boolean
  children: ReactNode
}

/** A page: its name in the tab and at the top, the notice of the moment, and what it is for. */
export function Page({
  title,
  documentTitle = title,
  back,
  aside,
  lead,
  wide,
  isFocused,
  children,
}: PageProps) {
  const frame = usePageFrame()
  const heading = useRef<HTMLHeadingElement>(null)
  const notice = isFocused ? frame.vitalNotice : (frame.vitalNotice ?? frame.notice)
  useEffect(() => {
    document.title = `${documentTitle} – Espace Coop`
  }, [documentTitle])
  useEffect(() => {
    if (frame.isArrival()) heading.current?.focus({ preventScroll: true })
    // Once, on arriving: what the frame says later must not move the focus.
    // oxlint-disable-next-line react/exhaustive-deps -- on purpose, see above
  }, [])
  const goBack = (event: MouseEvent) => {
    if (!back || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    frame.goBack(back.href)
  }
  return (
    <div className={styles.page} data-wide={wide || undefined}>
      <PageHeader
        title={title}
        titleRef={heading}
        back={back && { ...back, onClick: goBack }}
        lead={lead}
        aside={
          <>
            {aside}
            {!isFocused && frame.aside}
          </>
        }
      />
      {notice && <div className={styles.notice}>{notice}</div>}
      {children}
    </div>
  )
}
