import { useState } from 'react'
import type { TeamEvent, TeamEvents } from '../../../../../domain/access/community-on-the-wire.ts'
import { communityFactIdSchema } from '../../../../../domain/community/community-ids.ts'
import type { MarkWord } from '../../../../../domain/community/event-words.ts'
import type { ScopeId, TeamId } from '../../../../../domain/ids.ts'
import type { Problem } from '../../../../../domain/problem.ts'
import { markAttendance } from '../../../../data/community.ts'
import { newDocumentId } from '../../../../data/new-id.ts'
import { Button } from '../../../../ui/Button.tsx'
import { ChipRadioGroup } from '../../../../ui/ChipRadioGroup.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { NotSaid } from '../../NotSaid.tsx'

export interface MarkAttendanceProps {
  teamId: TeamId
  members: TeamEvents['members']
  event: TeamEvent
  onChanged: () => void
  onClose: () => void
}

/** Who of the team was there: each answer is written down at once. */
export function MarkAttendance({ teamId, members, event, onChanged, onClose }: MarkAttendanceProps) {
  const [refused, setRefused] = useState<{ problem: Problem | undefined }>()
  const mark = async (scope: ScopeId, says: MarkWord) => {
    const id = communityFactIdSchema.parse(newDocumentId())
    const outcome = await markAttendance({ team: teamId, event: event.id }, { id, scope, says })
    setRefused(outcome.ok ? undefined : { problem: outcome.problem })
    if (outcome.ok) onChanged()
  }
  return (
    <Dialog
      open
      title={`Présences, ${event.details.title}`}
      onClose={onClose}
      actions={<Button onClick={onClose}>Fermer</Button>}
    >
      <Stack>
        {refused && <NotSaid problem={refused.problem} />}
        {event.invited.map(({ scope, attendance: { plans, wasThere, by, differs } }) => (
          <ChipRadioGroup
            key={scope}
            label={members.find((member) => member.scope === scope)?.name ?? 'Membre de l’équipe'}
            hint={ownWord({ plans, wasThere, by, differs })}
            options={[
              { value: 'present', label: 'Y était' },
              { value: 'absent', label: 'N’y était pas' },
            ]}
            value={by === 'coordinator' ? (wasThere ? 'present' : 'absent') : null}
            onChange={(says: 'present' | 'absent') => void mark(scope, says)}
            onClear={() => void mark(scope, 'unmarked')}
          />
        ))}
      </Stack>
    </Dialog>
  )
}

/** What the person says themselves, where the mark doesn't say the same. */
function ownWord({ plans, wasThere, by, differs }: TeamEvent['invited'][number]['attendance']) {
  if (differs) return wasThere ? 'Dit ne pas y avoir été.' : 'Dit y avoir été.'
  if (by === 'advisor') return wasThere ? 'Dit y avoir été.' : 'Dit ne pas y avoir été.'
  if (by === null && plans !== null)
    return plans === 'going' ? 'Avait dit y aller.' : 'Avait dit ne pas y aller.'
  return undefined
}
