import { useState } from 'react'
import { rememberError } from '../../data/last-errors.ts'
import { activitiesFileAddress, type ActivitiesAsked } from '../../data/structure-activities.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { downloadFile } from '../../ui/download-file.ts'
import { formatNumber } from '../../ui/format/number.ts'
import { Row } from '../../ui/Row.tsx'
import { Status } from '../../ui/Status.tsx'
import { activitiesWorkbook, mostRows } from './activities-workbook.ts'

export interface ActivityFilesProps {
  asked: ActivitiesAsked
  total: number
}

/** The list as it is filtered, to be taken away or printed. */
export function ActivityFiles({ asked, total }: ActivityFilesProps) {
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  const [state, setState] = useState<keyof typeof sentences>('idle')
  const make = async () => {
    setState('making')
    try {
      downloadFile(`espace-coop-activites-${today}.xlsx`, await activitiesWorkbook(asked))
      setState('made')
    } catch (error) {
      rememberError(error)
      setState('failed')
    }
  }
  return (
    <Disclosure summary="Emporter ou imprimer" open={isOpen} onToggle={setOpen}>
      <Row>
        <ButtonLink icon="download" href={activitiesFileAddress(asked)} download>
          Tableau (CSV)
        </ButtonLink>
        {total <= mostRows && (
          <Button icon="download" disabled={state === 'making'} onClick={() => void make()}>
            Classeur (XLSX)
          </Button>
        )}
        <Button icon="print" onClick={() => window.print()}>
          Imprimer
        </Button>
      </Row>
      {total > mostRows && (
        <p>
          Au-delà de {formatNumber(mostRows)} comptes rendus, la liste s’emporte en CSV, qu’un tableur ouvre
          aussi.
        </p>
      )}
      <Status tone={state === 'failed' ? 'warn' : 'soft'}>{sentences[state]}</Status>
    </Disclosure>
  )
}

const sentences = {
  idle: '',
  making: 'Le classeur se prépare…',
  made: 'Le classeur est dans vos téléchargements.',
  failed: 'Le classeur n’a pas pu être fait. Vérifiez le réseau et réessayez, ou prenez le tableau CSV.',
}
