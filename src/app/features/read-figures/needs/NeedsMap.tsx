import { useState } from 'react'
import type { NeedsRow } from '../../../../domain/access/state-needs.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { countOrHidden } from '../state/amount-words.ts'
import { TileMap } from '../state/TileMap.tsx'
import styles from './needs.module.css'
import { rateOf, rateWords } from './rates.ts'

export interface NeedsMapProps {
  rows: readonly NeedsRow[]
  addressOf: (code: string) => string
}

const measures = [
  { value: 'rate', label: 'Pour 1\u00A0000 habitants' },
  { value: 'count', label: 'Accompagnements' },
] as const
type Measure = (typeof measures)[number]['value']

/** Departments on a map of tiles; the table further down says the same, and is for the keyboard too. */
export function NeedsMap({ rows, addressOf }: NeedsMapProps) {
  const [measure, setMeasure] = useState<Measure>('rate')
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const amountOf = (row: NeedsRow | undefined) => {
    if (!row) return 0
    if (row.accompaniments === null) return null
    return measure === 'rate' ? (rateOf(row.accompaniments, row.population) ?? 0) : row.accompaniments
  }
  return (
    <section aria-labelledby="carte">
      <h2 id="carte">Carte des départements</h2>
      <div className={styles.under} data-print="hide">
        <ChipRadioGroup label="La carte montre" options={measures} value={measure} onChange={setMeasure} />
      </div>
      <TileMap
        amountOf={(code) => amountOf(byCode.get(code))}
        titleOf={(code) => tileWords(byCode.get(code))}
        addressOf={addressOf}
        caption={
          <p>{measure === 'rate' ? 'Accompagnements pour 1\u00A0000 habitants' : 'Accompagnements'}</p>
        }
        className={styles.map}
        tileClassName={styles.tile}
      />
    </section>
  )
}

function tileWords(row: NeedsRow | undefined): string | undefined {
  if (!row) return undefined
  const { name, accompaniments, population } = row
  return `${name}\u00A0: ${countOrHidden(accompaniments)} (${rateWords(accompaniments, population)} pour 1\u00A0000 habitants)`
}
