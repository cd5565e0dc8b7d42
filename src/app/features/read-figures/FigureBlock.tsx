import { memo, useId, useState, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { Row } from '../../ui/Row.tsx'
import { Status } from '../../ui/Status.tsx'
import styles from './read-figures.module.css'

export interface FigureBlockProps<R> {
  title: string
  /** How it is counted. */
  rule: string
  /** The same figures as a table, and as what is copied. */
  columns: readonly Column<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  /** The text of the table, its cells parted by tabs. */
  copied: () => string
  /** What is chosen of the block, beside its title. */
  aside?: ReactNode
  children: ReactNode
}

/** One breakdown: a plain title, a chart, and the same as a table, to be read or to be copied. */
export function FigureBlock<R>(props: FigureBlockProps<R>) {
  const { title, rule, columns, rows, rowKey, copied, aside, children } = props
  const id = useId()
  const [isTable, setTable] = useState(false)
  return (
    <section className={styles.block} aria-labelledby={id}>
      <div className={styles.blockHead}>
        <h3 id={id}>{title}</h3>
        {aside}
      </div>
      <p className={styles.rule}>{rule}</p>
      {isTable ? <DataTable caption={title} columns={columns} rows={rows} rowKey={rowKey} /> : children}
      <div data-print="hide">
        <Row>
          <Button variant="quiet" icon={isTable ? 'chart' : 'list'} onClick={() => setTable(!isTable)}>
            {isTable ? 'Voir le graphique' : 'Voir le tableau'}
          </Button>
          <CopyButton text={copied} />
        </Row>
      </div>
    </section>
  )
}

/** Copies a table: to be pasted into a document or a spreadsheet. */
const CopyButton = memo(function CopyButton({ text }: { text: () => string }) {
  const [outcome, setOutcome] = useState<string>()
  const copy = async () => {
    await navigator.clipboard.writeText(text())
    setOutcome('Copié.')
  }
  const refuse = () => setOutcome('Ce navigateur ne permet pas de copier ici.')
  return (
    <>
      <Button variant="quiet" icon="two-sheets" onClick={() => void copy().catch(refuse)}>
        Copier
      </Button>
      <Status>{outcome}</Status>
    </>
  )
})
