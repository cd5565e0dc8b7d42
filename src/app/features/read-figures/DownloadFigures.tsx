import type { FacetNames } from '../../../domain/report/search/facet-words.ts'
import { Button } from '../../ui/Button.tsx'
import { downloadText } from '../../ui/download-text.ts'
import { figuresCsv } from './figures-csv.ts'
import type { AskedFigures } from './use-figures.ts'

/** The figures that are shown, as a file for a spreadsheet. */
export function DownloadFigures({ asked, names }: { asked: AskedFigures; names: FacetNames }) {
  const { from, to } = asked.period
  const download = () =>
    downloadText(`chiffres-${from}-${to}.csv`, 'text/csv;charset=utf-8', figuresCsv(asked, names))
  return (
    <Button icon="download" onClick={download}>
      Télécharger pour un tableur
    </Button>
  )
}
