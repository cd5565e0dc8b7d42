import { useState } from 'react'
import { problemInWords } from '../../../domain/exchange/read-report-line.ts'
import { Button } from '../../ui/Button.tsx'
import { ChipRadioGroup } from '../../ui/ChipRadioGroup.tsx'
import { formatNumber } from '../../ui/format/number.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import styles from './bring-in.module.css'
import type { Fate, PlannedLine } from './plan.ts'

const pageSize = 50

const fates: Readonly<Record<Fate, string>> = {
  refused: 'Ne viendra pas',
  comes: 'Viendra',
  'comes-back': 'Reviendra',
  there: 'Déjà là',
}

export interface PlannedLinesProps {
  lines: readonly PlannedLine[]
  counts: Readonly<Record<Fate, number>>
}

/** Each line of the file with what becomes of it; first those that need somebody. */
export function PlannedLines({ lines, counts }: PlannedLinesProps) {
  // Object.keys forgets the literal types that the labels have.
  const present = (Object.keys(fates) as Fate[]).filter((fate) => counts[fate] > 0)
  const [chosen, setChosen] = useState<Fate>()
  const [shown, setShown] = useState(pageSize)
  const fate = chosen !== undefined && present.includes(chosen) ? chosen : present[0]
  const own = lines.filter((line) => line.fate === fate)
  const choose = (value: Fate) => {
    setChosen(value)
    setShown(pageSize)
  }
  return (
    <section aria-labelledby="lignes">
      <Stack>
        <h2 id="lignes">Ligne par ligne</h2>
        {present.length > 1 && (
          <ChipRadioGroup
            label="Montrer"
            options={present.map((value) => ({
              value,
              label: `${fates[value]} (${formatNumber(counts[value])})`,
            }))}
            value={fate ?? null}
            onChange={choose}
          />
        )}
        <List labelledBy="lignes">
          {own.slice(0, shown).map((line) => (
            <ListRow
              key={line.n}
              title={`Ligne ${formatNumber(line.n)}${line.title && `\u00A0: ${line.title}`}`}
              detail={<LineDetail line={line} />}
            />
          ))}
        </List>
        {own.length > shown && (
          <Row>
            <Button onClick={() => setShown(shown + pageSize)}>Montrer la suite</Button>
          </Row>
        )}
      </Stack>
    </section>
  )
}

function LineDetail({ line: { fate, problems } }: { line: PlannedLine }) {
  const words = problems.map(problemInWords)
  return (
    <span className={styles.fate} data-fate={fate}>
      {words.length === 0 ? fates[fate] : words.join(' ')}
    </span>
  )
}
