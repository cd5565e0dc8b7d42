import type { ReactNode } from 'react'
import type { StructureCommitments, ToldCommitment } from '../../../domain/access/structure-commitments.ts'
import { Button } from '../../ui/Button.tsx'
import { formatDayInFigures } from '../../ui/format/date.ts'
import { formatInstant } from '../../ui/format/instant.ts'
import { Row } from '../../ui/Row.tsx'
import { CommitmentCard } from './CommitmentCard.tsx'
import { attentionFirst } from './commitment-order.ts'
import styles from './posts.module.css'

export interface CommitmentsSheetProps {
  answer: Omit<StructureCommitments, 'first'>
  /** What is said before the commitments. */
  children?: ReactNode
}

/** The seven commitments of a structure, what needs attention first; on screen and printed. */
export function CommitmentsSheet({ answer, children }: CommitmentsSheetProps) {
  const { structure, commitments, today, countedAt } = answer
  return (
    <>
      <p data-print="only">
        SIRET {structure.siret ?? 'inconnu'}
        {structure.department && `, département ${structure.department}`}. État au {formatDayInFigures(today)}
        .
      </p>
      {children}
      <ol className={styles.commitments}>
        {attentionFirst(commitments).map((commitment: ToldCommitment) => (
          <li key={commitment.number}>
            <CommitmentCard {...{ commitment, today }} />
          </li>
        ))}
      </ol>
      <p>
        Établi le {formatInstant(Date.parse(countedAt))}, par ce qui est enregistré dans Espace Coop.
        «&nbsp;On ne sait pas encore&nbsp;» n’est pas un manquement&nbsp;: rien ne le montre encore, ni dans
        un sens ni dans l’autre.
      </p>
      <div data-print="hide">
        <Row>
          <Button icon="print" onClick={() => window.print()}>
            Imprimer l’état des engagements
          </Button>
        </Row>
      </div>
    </>
  )
}
