import { useState } from 'react'
import type { FileColumns, FileLayout } from '../../../domain/commitments/file-columns.ts'
import type { Table } from '../../data/files/table.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Row } from '../../ui/Row.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'

export interface MatchFileColumnsProps<C extends string> {
  table: Table
  columns: FileColumns<C>
  names: readonly C[]
  /** Without them no line could be read. */
  needed: readonly C[]
  initial: FileLayout<C>
  onMatched: (layout: FileLayout<C>) => void
  onCancel: () => void
}

/** Which column of the file holds what, with an example of each. */
export function MatchFileColumns<C extends string>({
  table,
  columns,
  names,
  needed,
  initial,
  onMatched,
  onCancel,
}: MatchFileColumnsProps<C>) {
  const [layout, setLayout] = useState(initial)
  const missing = needed.filter((name) => layout[name] === undefined)
  const choose = (name: C, value: string) =>
    setLayout((before) => ({ ...before, [name]: value === '' ? undefined : Number(value) }))
  return (
    <Stack gap="section">
      <section aria-labelledby="colonnes">
        <Stack>
          <h2 id="colonnes">Colonnes du fichier</h2>
          {names.map((name) => (
            <SelectField
              key={name}
              label={columns[name].label}
              hint={exampleOf(table, layout[name])}
              need={needed.includes(name) ? 'required' : 'optional'}
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
          Dites où se trouvent&nbsp;: {missing.map((name) => columns[name].label).join(', ')}.
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
