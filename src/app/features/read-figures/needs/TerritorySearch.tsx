import { useLocation } from 'wouter'
import type { FoundTerritory } from '../../../../domain/access/state-needs.ts'
import { territoryText } from '../../../../domain/needs/territory-key.ts'
import { findTerritories } from '../../../data/state-needs.ts'
import { Combobox } from '../../../ui/Combobox.tsx'
import styles from './needs.module.css'
import { needsAddress } from './needs-address.ts'

interface Line {
  id: string
  label: string
  detail: string
  territory: FoundTerritory
}

/** Goes to the territory that is chosen, among all that may be read. */
export function TerritorySearch({ year }: { year: number | undefined }) {
  const [, navigate] = useLocation()
  return (
    <div className={styles.search}>
      <Combobox<Line>
        label="Chercher un territoire"
        hint="Commune, intercommunalité, département ou région."
        value={null}
        minLength={2}
        search={async (text, signal) => (await findTerritories(text, signal)).map(lineOf)}
        onChange={(line) => {
          if (line) navigate(needsAddress(line.territory, year))
        }}
      />
    </div>
  )
}

function lineOf(territory: FoundTerritory): Line {
  const { name, detail } = territory
  return { id: territoryText(territory), label: name, detail, territory }
}
