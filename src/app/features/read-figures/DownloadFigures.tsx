import { useState } from 'react'
import { rememberError } from '../../data/last-errors.ts'
import { makeXlsx } from '../../data/files/make-xlsx.ts'
import { Button } from '../../ui/Button.tsx'
import { downloadFile } from '../../ui/download-file.ts'
import { downloadText } from '../../ui/download-text.ts'
import { Status } from '../../ui/Status.tsx'
import { figuresCsv, figuresSheets, type FiguresFile } from './figures-file.ts'

/** The figures that are shown, as files for a spreadsheet: made here, without network. */
export function DownloadFigures({ file }: { file: () => FiguresFile }) {
  const [refusal, setRefusal] = useState<string>()
  const nameOf = ({ period }: FiguresFile) => `chiffres-${period.from}-${period.to}`
  const downloadCsv = () => {
    const made = file()
    downloadText(`${nameOf(made)}.csv`, 'text/csv;charset=utf-8', figuresCsv(made))
  }
  const downloadXlsx = async () => {
    const made = file()
    setRefusal(undefined)
    downloadFile(`${nameOf(made)}.xlsx`, await makeXlsx(figuresSheets(made)))
  }
  const refuse = (error: unknown) => {
    rememberError(error)
    setRefusal('Le classeur n’a pas pu être fait. Le fichier CSV contient les mêmes chiffres.')
  }
  return (
    <>
      <Button icon="download" onClick={() => void downloadXlsx().catch(refuse)}>
        Classeur (XLSX)
      </Button>
      <Button icon="download" onClick={downloadCsv}>
        Tableau (CSV)
      </Button>
      <Status>{refusal}</Status>
    </>
  )
}
