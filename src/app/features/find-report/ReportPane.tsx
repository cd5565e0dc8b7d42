import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { DocumentId } from '../../../domain/ids.ts'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import { addresses } from '../../addresses.ts'
import { useReport } from '../../data/react/use-report.ts'
import { Button } from '../../ui/Button.tsx'
import { withQuery } from '../../data/filter-address.ts'
import styles from './find-report.module.css'
import { ReportDetail } from './ReportDetail.tsx'
import { ReportGone } from './ReportPage.tsx'

/** Beside the list of a laptop: the report that is open, or how to open one. */
export function ReportPane({ id }: { id: DocumentId | undefined }) {
  return (
    <section
      className={styles.pane}
      aria-label="Compte rendu ouvert"
      data-print={id === undefined ? 'hide' : undefined}
    >
      {id ? (
        <OpenReport key={id} id={id} />
      ) : (
        <p className={styles.nothingOpen}>Choisissez un compte rendu dans la liste pour le lire ici.</p>
      )}
    </section>
  )
}

function OpenReport({ id }: { id: DocumentId }) {
  const report = useReport(id)
  const [, navigate] = useLocation()
  const search = useSearch()
  const title = useRef<HTMLHeadingElement>(null)
  const close = () => {
    // The line that was open takes the focus back: the arrows go on from there.
    const line = document.querySelector<HTMLElement>('[data-row][aria-current]')
    navigate(withQuery(addresses.reports, search))
    line?.focus()
  }
  useEscape(close)
  const isRead = report !== undefined
  useEffect(() => {
    if (isRead) title.current?.focus({ preventScroll: true })
  }, [isRead])
  if (!isRead) return null
  return (
    <>
      <div className={styles.paneHead}>
        <h2 ref={title} tabIndex={-1}>
          {report ? reportKindLabels[report.report.kind] : 'Compte rendu introuvable'}
        </h2>
        <span data-print="hide">
          <Button variant="quiet" icon="close" iconOnly onClick={close}>
            Fermer le compte rendu
          </Button>
        </span>
      </div>
      {report ? <ReportDetail report={report} /> : <ReportGone id={id} />}
    </>
  )
}

/** Escape closes what is open, unless it closes something above it. */
function useEscape(onEscape: () => void): void {
  const act = useEffectEvent(onEscape)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
