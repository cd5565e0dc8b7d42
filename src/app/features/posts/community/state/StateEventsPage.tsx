import { useMemo } from 'react'
import type { SignedInPerson } from '../../../../../domain/access/signed-in-person.ts'
import type { EventAudience } from '../../../../../domain/community/event-audience.ts'
import { departmentCodes } from '../../../../../domain/territory/departments.ts'
import { addresses } from '../../../../addresses.ts'
import { fetchTerritoryEvents } from '../../../../data/community.ts'
import { Page } from '../../../../ui/Page.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { PostsState } from '../../PostsState.tsx'
import { useServerOnly } from '../../server-only.ts'
import { NotForState } from '../../state/NotForState.tsx'
import { PublishedEvents } from '../PublishedEvents.tsx'

/** Events that the State publishes: who goes to them isn't told here. */
export function StateEventsPage({ remit }: { remit: SignedInPerson['state'] }) {
  return remit ? <Events department={remit.department} /> : <NotForState title="Vie de la communauté" />
}

function Events({ department }: { department: string | null }) {
  const { answer, phase, reload } = useServerOnly(department, fetchTerritoryEvents)
  const audiences = useMemo(() => audiencesOf(department), [department])
  return (
    <Page
      title="Vie de la communauté"
      lead="Ce que vous publiez paraît pour chaque personne sous contrat ce jour-là, et dans son calendrier."
      back={{ href: addresses.more }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && <PublishedEvents {...answer} {...{ audiences }} teamName={null} onChanged={reload} />}
      </Stack>
    </Page>
  )
}

/** The nation's account publishes for all; a department's for its own. */
function audiencesOf(department: string | null): EventAudience[] {
  const own = department === null ? departmentCodes : [department]
  const each = own.map((code): EventAudience => ({ over: 'department', department: code }))
  return department === null ? [{ over: 'nation' }, ...each] : each
}
