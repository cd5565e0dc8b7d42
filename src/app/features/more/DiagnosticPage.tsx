import { useEffect, useState } from 'react'
import { addresses } from '../../addresses.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { readDiagnostic } from '../../data/diagnostic.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Status } from '../../ui/Status.tsx'
import { Stack } from '../../ui/Stack.tsx'
import styles from './more.module.css'

/** Diagnostic: what those who help need, and nothing about people. */
export function DiagnosticPage() {
  const db = useDatabase()
  const [text, setText] = useState<string>()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    let isShown = true
    const read = async () => {
      const lines = await readDiagnostic(db)
      if (isShown) setText(lines.map(({ name, value }) => `${name} : ${value}`).join('\n'))
    }
    void read()
    return () => {
      isShown = false
    }
  }, [db])
  const copy = async () => {
    await navigator.clipboard.writeText(text ?? '')
    setCopied(true)
  }
  return (
    <Page
      title="Diagnostic"
      back={{ href: addresses.more }}
      lead="Pour l’assistance. Aucune donnée personnelle."
    >
      <Stack>
        <Row>
          <Button icon="list" disabled={text === undefined} onClick={() => void copy()}>
            Copier
          </Button>
          <Status>{isCopied && 'Copié.'}</Status>
        </Row>
        <pre className={styles.diagnostic}>{text}</pre>
      </Stack>
    </Page>
  )
}
