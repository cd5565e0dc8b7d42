import { Link } from 'wouter'
import type { SignedInPerson } from '../../../../domain/access/signed-in-person.ts'
import type { CommitmentsForState } from '../../../../domain/access/structure-commitments.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { fetchCommitmentsForState } from '../../../data/posts.ts'
import { statePostsAddress, stateRemindersAddress, stateVouchedAddress } from '../../../later-addresses.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { CommitmentsSheet } from '../CommitmentsSheet.tsx'
import { PostsState } from '../PostsState.tsx'
import { useServerOnly } from '../server-only.ts'
import { NotForState } from './NotForState.tsx'

export interface StateCommitmentsPageProps {
  remit: SignedInPerson['state']
  structureId: StructureId
}

/** Where a structure's seven commitments stand, for who follows posts at the State; printed, one sheet for its file. */
export function StateCommitmentsPage({ remit, structureId }: StateCommitmentsPageProps) {
  return remit ? <Sheet structureId={structureId} /> : <NotForState title="État des engagements" />
}

function Sheet({ structureId }: { structureId: StructureId }) {
  const { answer, phase, reload } = useServerOnly(structureId, fetchCommitmentsForState)
  const name = answer?.structure.name
  return (
    <Page
      title="État des engagements"
      documentTitle={name === undefined ? 'État des engagements' : `État des engagements, ${name}`}
      lead={name}
      back={{ href: statePostsAddress }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && <Shown answer={answer} />}
      </Stack>
    </Page>
  )
}

function Shown({ answer }: { answer: CommitmentsForState }) {
  // What is to be done is the structure's, and isn't told.
  const commitments = answer.commitments.map((one) => ({ ...one, next: null }))
  return (
    <CommitmentsSheet answer={{ ...answer, commitments }}>
      <p>
        Vous lisez où en est chaque engagement, et ce que l’État peut en lire&nbsp;: ni le nom des personnes,
        ni leurs comptes rendus. La structure lit la même page avec le détail.
      </p>
      <div data-print="hide">
        <Row>
          <Link href={stateVouchedAddress} asChild>
            <ButtonLink>Mois attestés</ButtonLink>
          </Link>
          <Link href={stateRemindersAddress} asChild>
            <ButtonLink>Postes sans activité</ButtonLink>
          </Link>
        </Row>
      </div>
    </CommitmentsSheet>
  )
}
