import { useState, type ReactNode } from 'react'
import { codeLists, datasets } from '../../../../domain/open-data/datasets.ts'
import { datasetNames, type DatasetName } from '../../../../domain/open-data/rows.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { Stack } from '../../../ui/Stack.tsx'

/** What every column and every code of the files means. */
export function Dictionary() {
  return (
    <section aria-labelledby="dictionnaire">
      <Stack>
        <h2 id="dictionnaire">Dictionnaire des données</h2>
        <p>
          Fichiers CSV en UTF-8, séparés par des points-virgules. La première ligne porte le nom des colonnes.
        </p>
        {datasetNames.map((name) => (
          <DatasetColumns key={name} name={name} />
        ))}
        {codeLists.map(({ dimension, title, values }) => (
          <Folded key={dimension} summary={`Valeurs de ${dimension}`} detail={title}>
            <dl>
              {values.map(([value, label]) => (
                <Entry key={value} code={value}>
                  {label}
                </Entry>
              ))}
            </dl>
          </Folded>
        ))}
      </Stack>
    </section>
  )
}

function DatasetColumns({ name }: { name: DatasetName }) {
  const { title, description, fields } = datasets[name]
  return (
    <Folded summary={`Colonnes de ${name}.csv`} detail={title}>
      <p>{description}</p>
      <dl>
        {fields.map((field) => (
          <Entry key={field.name} code={field.name}>
            {field.description}
          </Entry>
        ))}
      </dl>
    </Folded>
  )
}

function Entry({ code, children }: { code: string; children: string }) {
  return (
    <>
      <dt>
        <code>{code}</code>
      </dt>
      <dd>{children}</dd>
    </>
  )
}

interface FoldedProps {
  summary: string
  detail: string
  children: ReactNode
}

function Folded({ summary, detail, children }: FoldedProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure summary={summary} detail={detail} open={isOpen} onToggle={setOpen}>
      <Prose>{children}</Prose>
    </Disclosure>
  )
}
