import { useState } from 'react'
import { Link } from 'wouter'
import type { NeedsRow } from '../../../../domain/access/state-needs.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { formatNumber } from '../../../ui/format/number.ts'
import { countOrHidden, hiddenWord } from '../state/amount-words.ts'
import { departmentTiles } from '../state/department-tiles.ts'
import mapStyles from '../state/departments.module.css'
import { shadeOf, shadesOf } from '../state/shades.ts'
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
  const amountOf = (row: NeedsRow | undefined) =>
    row &&
    (measure === 'rate' ? rateOf(row.accompaniments, row.population) : (row.accompaniments ?? undefined))
  const shades = shadesOf(departmentTiles.map(({ code }) => amountOf(byCode.get(code)) ?? 0))
  const shadeAt = (row: NeedsRow | undefined) =>
    row?.accompaniments === null ? 'hidden' : shadeOf(amountOf(row) ?? 0, shades)
  return (
    <section aria-labelledby="carte">
      <h2 id="carte">Carte des départements</h2>
      <div className={styles.under} data-print="hide">
        <ChipRadioGroup label="La carte montre" options={measures} value={measure} onChange={setMeasure} />
      </div>
      <figure className={`${mapStyles.figure ?? ''} ${styles.map ?? ''}`}>
        <div className={mapStyles.map} aria-hidden="true">
          {departmentTiles.map(({ code, row, column }) => (
            <Link
              key={code}
              href={addressOf(code)}
              className={`${mapStyles.tile ?? ''} ${styles.tile ?? ''}`}
              data-shade={shadeAt(byCode.get(code))}
              style={{ gridRow: row, gridColumn: column }}
              title={tileWords(byCode.get(code))}
              tabIndex={-1}
            >
              {code}
            </Link>
          ))}
        </div>
        <figcaption>
          <MapLegend shades={shades} measure={measure} />
        </figcaption>
      </figure>
    </section>
  )
}

function tileWords(row: NeedsRow | undefined): string | undefined {
  if (!row) return undefined
  const { name, accompaniments, population } = row
  return `${name}\u00A0: ${countOrHidden(accompaniments)} (${rateWords(accompaniments, population)} pour 1\u00A0000 habitants)`
}

function MapLegend({ shades, measure }: { shades: readonly number[]; measure: Measure }) {
  const entries: [shade: string, words: string][] = [
    ['0', 'aucun'],
    ...shades.map((least, index): [string, string] => [String(index + 1), `${formatNumber(least)} et plus`]),
    ['hidden', hiddenWord],
  ]
  return (
    <>
      <p>{measure === 'rate' ? 'Accompagnements pour 1\u00A0000 habitants' : 'Accompagnements'}</p>
      <ul className={mapStyles.legend}>
        {entries.map(([shade, words]) => (
          <li key={shade}>
            <span className={mapStyles.swatch} data-shade={shade} aria-hidden="true" />
            {words}
          </li>
        ))}
      </ul>
    </>
  )
}
