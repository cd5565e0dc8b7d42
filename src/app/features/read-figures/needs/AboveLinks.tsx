import { Link } from 'wouter'
import type { StateNeeds } from '../../../../domain/access/state-needs.ts'
import styles from './needs.module.css'
import { needsAddress } from './needs-address.ts'

/** Where one is: the territories that this one lies in, the largest first. */
export function AboveLinks({
  needs: { above, territory },
  year,
}: {
  needs: StateNeeds
  year: number | undefined
}) {
  if (above.length === 0) return null
  return (
    <nav aria-label="Territoires" data-print="hide">
      <ol className={styles.above}>
        {above.map(({ kind, code, name }) => (
          <li key={`${kind}:${code}`}>
            <Link href={needsAddress({ kind, code }, year)}>{name}</Link>
          </li>
        ))}
        <li aria-current="page">{territory.name}</li>
      </ol>
    </nav>
  )
}
