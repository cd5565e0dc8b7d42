import { useState } from 'react'
import { reportColumns, type ColumnName } from '../../../domain/exchange/columns.ts'
import type { Meanings } from '../../../domain/exchange/other-ways.ts'
import { leftAside } from '../../../domain/exchange/ways.ts'
import type { ScopeId } from '../../../domain/ids.ts'
import { foldName } from '../../../domain/territory/fold-name.ts'
import { usePlaces } from '../../data/react/use-places.ts'
import { Button } from '../../ui/Button.tsx'
import { counted } from '../../ui/format/number.ts'
import { Row } from '../../ui/Row.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { choicesOfColumn } from './column-choices.ts'
import type { UnknownValue } from './unknown-values.ts'

export interface MatchValuesProps {
  values: readonly UnknownValue[]
  meanings: Meanings
  scope: ScopeId
  onMatched: (meanings: Meanings) => void
}

const aside = 'laisser-de-cote'

/** What the words of another tool mean: said once for each, and remembered with its columns. */
export function MatchValues({ values, meanings, scope, onMatched }: MatchValuesProps) {
  const [chosen, setChosen] = useState<Meanings>(meanings)
  const places = usePlaces(scope) ?? []
  const choose = (column: ColumnName, text: string, value: string) => {
    const meant = value === aside ? leftAside : value
    setChosen((before) => ({ ...before, [column]: { ...before[column], [foldName(text)]: meant } }))
  }
  const valueOf = ({ column, text }: UnknownValue) => {
    const meant = chosen[column]?.[foldName(text)]
    return meant === leftAside ? aside : (meant ?? '')
  }
  return (
    <section aria-labelledby="valeurs">
      <Stack>
        <h2 id="valeurs">Mots que l’application ne connaît pas</h2>
        {values.map((value) => (
          <SelectField
            key={`${value.column} ${value.text}`}
            label={`${reportColumns[value.column].label}\u00A0: ${value.text}`}
            hint={counted(value.count, 'ligne', 'lignes')}
            placeholder="Choisissez ce que cela veut dire"
            options={[
              ...choicesOfColumn(value.column, places),
              { value: aside, label: 'Laisser de côté ce mot' },
            ]}
            value={valueOf(value)}
            onChange={(event) => choose(value.column, value.text, event.target.value)}
          />
        ))}
        <Row>
          <Button onClick={() => onMatched(chosen)}>Relire le fichier ainsi</Button>
        </Row>
      </Stack>
    </section>
  )
}
