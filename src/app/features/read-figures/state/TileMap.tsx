import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { DepartmentCode } from '../../../../domain/territory/departments.ts'
import { formatNumber } from '../../../ui/format/number.ts'
import { hiddenWord } from './amount-words.ts'
import { departmentTiles } from './department-tiles.ts'
import styles from './departments.module.css'
import { shadeOf, shadesOf } from './shades.ts'

export interface TileMapProps {
  /** What a department comes to; null where it is hidden. */
  amountOf: (code: DepartmentCode) => number | null
  titleOf: (code: DepartmentCode) => string | undefined
  /** Where a tile leads, for the pointer alone: the table beside the map is for the keyboard. */
  addressOf?: (code: DepartmentCode) => string
  /** What the shades are of, where there is a choice. */
  caption?: ReactNode
  className?: string | undefined
  tileClassName?: string | undefined
}

/** Departments as tiles, overseas included, the darker the more; a table beside it says the same. */
export function TileMap(props: TileMapProps) {
  const { amountOf, titleOf, addressOf, caption, className = '', tileClassName = '' } = props
  const shades = shadesOf(departmentTiles.map(({ code }) => amountOf(code) ?? 0))
  const shadeAt = (amount: number | null) => (amount === null ? 'hidden' : shadeOf(amount, shades))
  return (
    <figure className={`${styles.figure ?? ''} ${className}`}>
      <div className={styles.map} aria-hidden="true">
        {departmentTiles.map(({ code, row, column }) => {
          const tile = {
            className: `${styles.tile ?? ''} ${tileClassName}`,
            'data-shade': shadeAt(amountOf(code)),
            style: { gridRow: row, gridColumn: column },
            title: titleOf(code),
          }
          return addressOf ? (
            <Link key={code} href={addressOf(code)} tabIndex={-1} {...tile}>
              {code}
            </Link>
          ) : (
            <span key={code} {...tile}>
              {code}
            </span>
          )
        })}
      </div>
      <figcaption>
        {caption}
        <Legend shades={shades} />
      </figcaption>
    </figure>
  )
}

function Legend({ shades }: { shades: readonly number[] }) {
  const entries: [shade: string, words: string][] = [
    ['0', 'aucun'],
    ...shades.map((least, index): [string, string] => [String(index + 1), `${formatNumber(least)} et plus`]),
    ['hidden', hiddenWord],
  ]
  return (
    <ul className={styles.legend}>
      {entries.map(([shade, words]) => (
        <li key={shade}>
          <span className={styles.swatch} data-shade={shade} aria-hidden="true" />
          {words}
        </li>
      ))}
    </ul>
  )
}
