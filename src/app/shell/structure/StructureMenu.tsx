import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import { structureAddress } from '../../addresses.ts'
import { QuietSelect } from '../../ui/QuietSelect.tsx'
import { sectionAddress, sectionOf, sectionsFor } from './structure-sections.ts'
import styles from './StructureMenu.module.css'

export interface StructureMenuProps {
  memberships: readonly Membership[]
  /** Of the structure whose page it is on. */
  of: Membership
}

/** The sections of a structure, on each of its pages; and the others that one reads, where there are several. */
export function StructureMenu({ memberships, of: { structureId, role } }: StructureMenuProps) {
  const sections = sectionsFor(role)
  const [path, navigate] = useLocation()
  const word = path.slice(structureAddress(structureId).length + 1).split('/')[0] ?? ''
  const current = sectionOf(word)
  return (
    <div className={styles.menu} data-print="hide">
      {memberships.length > 1 && (
        <QuietSelect
          label="Structure"
          options={memberships.map(({ structureId: value, structureName: label }) => ({ value, label }))}
          value={structureId}
          onChange={({ target }) => {
            const chosen = memberships.find((own) => own.structureId === target.value)
            const section = chosen && (sectionsFor(chosen.role).find((one) => one === current) ?? sections[0])
            if (chosen && section) navigate(sectionAddress(section, chosen.structureId))
          }}
        />
      )}
      <nav aria-label="Sections de la structure">
        <ul className={styles.sections}>
          {sections.map((section) => {
            const href = sectionAddress(section, structureId)
            const isCurrent = section === current
            return (
              <Section
                key={section.path}
                href={href}
                label={section.label}
                current={isCurrent ? (href === path ? 'page' : 'true') : undefined}
              />
            )
          })}
        </ul>
      </nav>
    </div>
  )
}

interface SectionProps {
  href: string
  label: string
  /** `page` where one is on it, `true` on a page inside it. */
  current: 'page' | 'true' | undefined
}

function Section({ href, label, current }: SectionProps) {
  const link = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const [item, row] = [link.current, link.current?.parentElement]
    // On a phone the row scrolls: where one is must be seen. The page itself must not move.
    if (current && item && row) row.scrollLeft = item.offsetLeft - (row.clientWidth - item.clientWidth) / 2
  }, [current])
  return (
    <li ref={link}>
      <Link href={href} className={styles.section ?? ''} aria-current={current}>
        {label}
      </Link>
    </li>
  )
}
