import { Link } from 'wouter'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { StructureCommitments, ToldCommitment } from '../../../../domain/access/structure-commitments.ts'
import type { CommitmentPage } from '../../../../domain/commitments/commitment.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { structureAddress } from '../../../addresses.ts'
import { fetchCommitments } from '../../../data/posts.ts'
import { recruitmentAddress, structureKitAddress, structureMonthAddress } from '../../../later-addresses.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { formatInstant } from '../../../ui/format/instant.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { PostsState } from '../PostsState.tsx'
import styles from '../posts.module.css'
import { useServerOnly } from '../server-only.ts'
import { CommitmentCard } from './CommitmentCard.tsx'
import { attentionFirst } from './commitment-order.ts'

/** Where a structure's seven commitments stand, by what; printed, it is the state of commitments for the prefecture. */
export function CommitmentsPage({ membership }: { membership: Membership }) {
  const { structureId, structureName } = membership
  const { answer, phase, reload } = useServerOnly(structureId, fetchCommitments)
  return (
    <Page
      title="État des engagements"
      documentTitle={`État des engagements, ${structureName}`}
      lead={structureName}
      back={{ href: structureAddress(structureId) }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && <Shown {...{ answer, structureId }} />}
      </Stack>
    </Page>
  )
}

function Shown({ answer, structureId }: { answer: StructureCommitments; structureId: StructureId }) {
  const { structure, first, commitments, today, countedAt } = answer
  return (
    <>
      <p data-print="only">
        SIRET {structure.siret ?? 'inconnu'}
        {structure.department && `, département ${structure.department}`}. État au {formatDayInFigures(today)}
        .
      </p>
      {first ? (
        <Notice
          tone={commitments.some(({ status }) => status === 'late') ? 'warn' : 'info'}
          announce="never"
          title={first.words}
          actions={
            <Link href={addressOf(first.page, structureId)} asChild>
              <ButtonLink variant="primary">Y aller</ButtonLink>
            </Link>
          }
        >
          {first.by
            ? first.by <= today
              ? 'À faire dès maintenant.'
              : `À faire avant le ${formatDayInFigures(first.by)}.`
            : 'Sans date fixée.'}
        </Notice>
      ) : (
        <Notice tone="good" announce="never" title="Rien n’attend de vous aujourd’hui." />
      )}
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

function addressOf(page: CommitmentPage, structureId: StructureId): string {
  switch (page) {
    case 'recruitment':
      return recruitmentAddress(structureId)
    case 'activities':
      return structureAddress(structureId)
    case 'month':
      return structureMonthAddress(structureId)
    case 'kit':
      return structureKitAddress(structureId)
  }
}
