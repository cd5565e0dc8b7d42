import { useState } from 'react'
import { columnNames, ownOnly, reportColumns, type ColumnName } from '../../../domain/exchange/columns.ts'
import type { Layout } from '../../../domain/exchange/match-columns.ts'
import type { ScopeId } from '../../../domain/ids.ts'
import { reportKindLabels, reportKinds } from '../../../domain/report/kinds.ts'
import { placeKindLabels } from '../../../domain/report/nomenclature.ts'
import type { Table } from '../../data/files/table.ts'
import { usePlaces } from '../../data/react/use-places.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Row } from '../../ui/Row.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import type { Matching } from './plan-reports.ts'
import { formatInWords } from './format-in-words.ts'

export interface MatchColumnsProps {
  table: Table
  initial: Matching
  scope: ScopeId
  onMatched: (matching: Matching) => void
  onCancel: () => void
}

const offered = columnNames
  .filter((name) => !ownOnly.has(name))
  .map((name) => ({ value: name as string, label: reportColumns[name].label as string }))

/** Without them no line could come. */
const needed = ['date', 'duree_minutes', 'thematiques'] as const

/** What each column of another tool's file is for us, with an example of what it holds. */
export function MatchColumns({ table, initial, scope, onMatched, onCancel }: MatchColumnsProps) {
  const [matching, setMatching] = useState(initial)
  const places = usePlaces(scope) ?? []
  const missing = needed.filter((name) => matching.layout[name] === undefined)
  const match = (index: number, value: string) =>
    setMatching({ ...matching, layout: withColumn(matching.layout, index, value) })
  return (
    <Stack gap="section">
      <p>
        {formatInWords(table)} Dites ce que contient chaque colonne&nbsp;: la prochaine fois, un fichier
        pareil sera reconnu sur cet appareil.
      </p>
      <section aria-labelledby="colonnes">
        <Stack>
          <h2 id="colonnes">Colonnes du fichier</h2>
          {table.heads.map((head, index) => (
            <SelectField
              // Two columns of a file may have one name: their places tell them apart.
              key={`${index} ${head}`}
              label={head || `Colonne ${index + 1}`}
              hint={exampleOf(table, index)}
              placeholder="Laisser de côté"
              options={offered}
              value={columnAt(matching.layout, index) ?? ''}
              onChange={(event) => match(index, event.target.value)}
            />
          ))}
        </Stack>
      </section>
      <section aria-labelledby="sinon">
        <Stack>
          <h2 id="sinon">Quand une ligne ne le dit pas</h2>
          <SelectField
            label="Type d’activité"
            options={reportKinds.map((kind) => ({ value: kind, label: reportKindLabels[kind] }))}
            value={matching.kind ?? ''}
            onChange={(event) =>
              setMatching({ ...matching, kind: reportKinds.find((kind) => kind === event.target.value) })
            }
          />
          <SelectField
            label="Lieu"
            placeholder="Ne pas reprendre la ligne"
            options={[
              ...places.map(({ id, name }) => ({ value: id as string, label: name })),
              { value: 'a_distance', label: placeKindLabels.a_distance },
            ]}
            value={matching.place ?? ''}
            onChange={(event) => setMatching({ ...matching, place: event.target.value || undefined })}
          />
        </Stack>
      </section>
      {missing.length > 0 && (
        <Notice
          tone="warn"
          title={`À désigner : ${missing.map((name) => reportColumns[name].label).join(', ')}.`}
        >
          Sans ces colonnes, aucun accompagnement ne peut venir.
        </Notice>
      )}
      <Row>
        <Button variant="primary" onClick={() => onMatched(matching)}>
          Voir ce qui viendra
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Choisir un autre fichier
        </Button>
      </Row>
    </Stack>
  )
}

function columnAt(layout: Layout, index: number): ColumnName | undefined {
  return columnNames.find((name) => layout[name] === index)
}

/** Each of ours is one column at most, and each column is one of ours at most. */
function withColumn(layout: Layout, index: number, value: string): Layout {
  const others = Object.entries(layout).filter(([name, at]) => at !== index && name !== value)
  return Object.fromEntries(value === '' ? others : [...others, [value, index]])
}

function exampleOf({ rows }: Table, index: number): string {
  const cell = rows.map(({ cells }) => cells[index]?.trim() ?? '').find((text) => text !== '')
  return cell === undefined ? 'Rien dans cette colonne.' : `Par exemple\u00A0: ${cell.slice(0, 60)}`
}
