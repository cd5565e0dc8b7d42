import { useState } from 'react'
import {
  neededPostColumns,
  postColumnNames,
  postColumns,
  type PostColumn,
  type PostLayout,
} from '../../../../domain/commitments/post-file.ts'
import type { Table } from '../../../data/files/table.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Row } from '../../../ui/Row.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Stack } from '../../../ui/Stack.tsx'

export interface MatchPostColumnsProps {
  table: Table
  initial: PostLayout
  onMatched: (layout: PostLayout) => void
  onCancel: () => void
}

/** Which column of the file holds what, with an example of each. */
export function MatchPostColumns({ table, initial, onMatched, onCancel }: MatchPostColumnsProps) {
  const [layout, setLayout] = useState(initial)
  const missing = neededPostColumns.filter((name) => layout[name] === undefined)
  const choose = (name: PostColumn, value: string) => {
    const { [name]: _before, ...others } = layout
    setLayout(value === '' ? others : { ...others, [name]: Number(value) })
  }
  return (
    <Stack gap="section">
      <section aria-labelledby="colonnes">
        <Stack>
          <h2 id="colonnes">Colonnes du fichier</h2>
          {postColumnNames.map((name) => (
            <SelectField
              key={name}
              label={postColumns[name].label}
              hint={exampleOf(table, layout[name])}
              need={neededPostColumns.some((needed) => needed === name) ? 'required' : 'optional'}
              placeholder="Pas dans ce fichier"
              options={table.heads.map((head, index) => ({
                value: String(index),
                label: head || `Colonne ${index + 1}`,
              }))}
              value={layout[name] === undefined ? '' : String(layout[name])}
              onChange={({ target }) => choose(name, target.value)}
            />
          ))}
        </Stack>
      </section>
      {missing.length > 0 && (
        <Notice tone="warn" announce="never" title="Il manque des colonnes.">
          Dites où se trouvent&nbsp;: {missing.map((name) => postColumns[name].label).join(', ')}.
        </Notice>
      )}
      <Row>
        <Button variant="primary" disabled={missing.length > 0} onClick={() => onMatched(layout)}>
          Voir les lignes
        </Button>
        <Button onClick={onCancel}>Choisir un autre fichier</Button>
      </Row>
    </Stack>
  )
}

function exampleOf({ rows }: Table, index: number | undefined): string | undefined {
  const text =
    index === undefined ? '' : rows.map(({ cells }) => cells[index] ?? '').find((cell) => cell.trim())
  return text ? `Par exemple\u00A0: ${text.slice(0, 60)}` : undefined
}
