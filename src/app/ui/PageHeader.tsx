import type { ComponentProps, ReactNode, Ref } from 'react'
import { ButtonLink } from './ButtonLink.tsx'
import styles from './PageHeader.module.css'

export interface PageHeaderProps {
  title: ReactNode
  /** Where back goes, and its words when « Retour » isn't enough. `onClick` lets the router take it. */
  back?: (Pick<ComponentProps<'a'>, 'onClick'> & { href: string; label?: string }) | undefined
  /** At the end of the line: the state of sync, a state mark, a button. */
  aside?: ReactNode
  /** One sentence under the title. */
  lead?: ReactNode
  /** The title's element: it takes the focus when one arrives on the page. */
  titleRef?: Ref<HTMLHeadingElement> | undefined
}

/** The name of the page. */
export function PageHeader({ title, back, aside, lead, titleRef }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        {back && (
          <ButtonLink
            variant="quiet"
            icon="back"
            iconOnly
            href={back.href}
            onClick={back.onClick}
            data-print="hide"
          >
            {back.label ?? 'Retour'}
          </ButtonLink>
        )}
        <h1 className={styles.title} ref={titleRef} tabIndex={-1}>
          {title}
        </h1>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {lead && <p className={styles.lead}>{lead}</p>}
    </header>
  )
}
