import { Link } from 'wouter'
import { readerInWords } from '../../../../domain/access/reading-words.ts'
import { readerTimes } from '../../../../domain/access/reader-times.ts'
import type { ReportReadings } from '../../../../domain/access/readings.ts'
import type { DatedAnswer } from '../../../data/dated-answer.ts'
import type { ReadPhase } from '../../../data/react/use-server-answer.ts'
import { ownReadingsAddress } from '../../../later-addresses.ts'
import { formatInstant } from '../../../ui/format/instant.ts'
import styles from '../find-report.module.css'

export interface ReadByProps {
  answer: DatedAnswer<ReportReadings> | undefined
  phase: ReadPhase
}

/** Who of the structure opened a report, in one line; nothing as long as nobody knows. */
export function ReadBy({ answer, phase }: ReadByProps) {
  if (!answer) return null
  const opened = readerTimes(answer.said.readings.filter(({ way }) => way === 'page'))
  const isListed = answer.said.readings.length > 0
  return (
    <p className={styles.readBy} data-print="hide">
      {opened.map(({ readerName, last }) => (
        <span key={readerName}>
          Lu par {readerInWords(readerName)}, {formatInstant(Date.parse(last))}.{' '}
        </span>
      ))}
      {opened.length === 0 && isListed && 'Vu dans une liste par votre structure. '}
      {!isListed && 'Personne de votre structure ne l’a encore lu. '}
      {phase !== 'read' && phase !== 'asking' && `Dernière lecture\u00A0: ${formatInstant(answer.readAt)}. `}
      <Link href={ownReadingsAddress}>Qui a lu mes comptes rendus</Link>
    </p>
  )
}
