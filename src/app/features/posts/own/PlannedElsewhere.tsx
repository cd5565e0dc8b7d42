import { fetchOwnCommunity, keepOwnCommunity, readKeptOwnCommunity } from '../../../data/community.ts'
import { useServerAnswer } from '../../../data/react/use-server-answer.ts'
import { fetchOwnTraining, keepOwnTraining, readKeptOwnTraining } from '../../../data/training.ts'
import { EventsInAgenda, type EventsInAgendaProps } from '../community/own/EventsInAgenda.tsx'
import { HalfDaysInAgenda } from '../training/own/HalfDaysInAgenda.tsx'

/** What others planned and one goes to, in one's agenda: training and the community, from what the device keeps. */
export function PlannedElsewhere(props: EventsInAgendaProps) {
  return (
    <>
      {!props.isAfter && <ReadAgain />}
      <HalfDaysInAgenda {...props} />
      <EventsInAgenda {...props} />
    </>
  )
}

const training = { fetch: fetchOwnTraining, keep: keepOwnTraining, readKept: readKeptOwnTraining }
const community = { fetch: fetchOwnCommunity, keep: keepOwnCommunity, readKept: readKeptOwnCommunity }

/** Keeps what the server says of both now, so that it is here without network; without one, nothing is said of it. */
function ReadAgain() {
  useServerAnswer('mine', training)
  useServerAnswer('mine', community)
  return null
}
