import { useEffect, useState } from 'react'
import type { DocumentId } from '../../../domain/ids.ts'
import type { Json } from '../../../domain/json.ts'
import { fetchDocumentHistory, type HistoryOutcome } from '../../data/document-history.ts'
import { useDeviceId } from '../../data/react/use-device-id.ts'
import { usePlaceNames } from '../../data/react/use-place-names.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { Loading } from '../../ui/Loading.tsx'
import { FieldText } from './FieldList.tsx'
import { fieldLines } from './field-lines.ts'
import styles from './find-report.module.css'
import { historySteps, type HistoryStep } from './history-steps.ts'

/** Who changed what and when; read from the server when it is unfolded. */
export function ReportHistory({ id }: { id: DocumentId }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div data-print="hide">
      <Disclosure summary="Historique" open={isOpen} onToggle={setOpen}>
        {isOpen && <Steps id={id} />}
      </Disclosure>
    </div>
  )
}

function Steps({ id }: { id: DocumentId }) {
  const here = useDeviceId()
  const [outcome, setOutcome] = useState<HistoryOutcome>()
  useEffect(() => {
    let isAwaited = true
    void fetchDocumentHistory(id).then((answer) => isAwaited && setOutcome(answer))
    return () => {
      isAwaited = false
    }
  }, [id])
  if (!outcome) return <Loading>Lecture de l’historique…</Loading>
  if (!outcome.ok) return <p>L’historique se lit avec du réseau. Réessayez plus tard.</p>
  if (outcome.revisions.length === 0) return <p>Ce compte rendu n’est pas encore envoyé.</p>
  return (
    <ol className={styles.history}>
      {historySteps(outcome.revisions).map((step) => (
        <li key={step.rev}>
          <p className={styles.step}>
            {words[step.kind]} {formatInstant(step.at)}, {bySomebody(step, here)}
          </p>
          {step.changes.length > 0 && <Changes step={step} />}
        </li>
      ))}
    </ol>
  )
}

function Changes({ step }: { step: HistoryStep }) {
  const places = usePlaceNames()
  const textOf = (field: string, value: Json) => fieldLines({ [field]: value }, places)[0]
  return (
    <ul>
      {step.changes.map(({ field, before, after }) => {
        const [was, is] = [textOf(field, before), textOf(field, after)]
        return (
          is && (
            <li key={field}>
              {is.label}&nbsp;: {was ? <FieldText line={was} /> : 'Rien'} → <FieldText line={is} />
            </li>
          )
        )
      })}
    </ul>
  )
}

/** A report is written by its author alone, or by what looks after the data. */
function bySomebody({ deviceId }: HistoryStep, here: string | undefined): string {
  if (deviceId === null) return 'par le service'
  return deviceId === here ? 'par vous, sur cet appareil' : 'par vous, sur un autre appareil'
}

const words: Readonly<Record<HistoryStep['kind'], string>> = {
  filed: 'Déposé',
  changed: 'Modifié',
  deleted: 'Supprimé',
  restored: 'Rétabli',
  erased: 'Effacé',
}
