import { Link } from 'wouter'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { StructureCommitments } from '../../../../domain/access/structure-commitments.ts'
import type { CommitmentPage } from '../../../../domain/commitments/commitment.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { structureAddress } from '../../../addresses.ts'
import { fetchCommitments } from '../../../data/posts.ts'
import {
  recruitmentAddress,
  structureKitAddress,
  structureMonthAddress,
  structureTrainingAddress,
} from '../../../later-addresses.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { CommitmentsSheet } from '../CommitmentsSheet.tsx'
import { StructureAnswerPage } from '../StructureAnswerPage.tsx'
import { MissionsByQuarter } from './MissionsByQuarter.tsx'

/** Where a structure's seven commitments stand, by what; printed, it is the state of commitments for the prefecture. */
export function CommitmentsPage({ membership }: { membership: Membership }) {
  const { structureId } = membership
  return (
    <StructureAnswerPage
      title="État des engagements"
      membership={membership}
      question={structureId}
      fetch={fetchCommitments}
    >
      {(answer) => (
        <>
          <Shown {...{ answer, structureId }} />
          <MissionsByQuarter structureId={structureId} />
        </>
      )}
    </StructureAnswerPage>
  )
}

function Shown({ answer, structureId }: { answer: StructureCommitments; structureId: StructureId }) {
  const { first, commitments, today } = answer
  return (
    <CommitmentsSheet answer={answer}>
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
    </CommitmentsSheet>
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
    case 'training':
      return structureTrainingAddress(structureId)
  }
}
