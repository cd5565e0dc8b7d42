import { useState } from 'react'
import type { MemberRole, StructureMember } from '../../../domain/access/structure-access.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { RowActions } from './RowActions.tsx'
import { roleWords } from './role-words.ts'
import type { ChangeAccess } from './StructureAccessPage.tsx'

export interface MembersProps {
  members: readonly StructureMember[]
  own: PersonId
  /** Undefined for who only reads. */
  onChange: ChangeAccess | undefined
}

/** Those who have access, each with the ways to change their role and to take their access away. */
export function Members({ members, own, onChange }: MembersProps) {
  const [asked, setAsked] = useState<StructureMember>()
  const responsables = members.filter(({ role }) => role === 'responsable').length
  return (
    <section aria-labelledby="membres">
      <Stack gap="close">
        <h2 id="membres">Ont accès</h2>
        <List labelledBy="membres">
          {members.map((member) => (
            <ListRow
              key={member.personId}
              icon="person"
              title={member.personId === own ? `${member.name} (vous)` : member.name}
              detail={`${roleWords[member.role]}. ${member.email}`}
              actions={
                onChange &&
                !(member.role === 'responsable' && responsables === 1) && (
                  <MemberActions member={member} onChange={onChange} onRemove={() => setAsked(member)} />
                )
              }
            />
          ))}
        </List>
        {onChange && responsables === 1 && (
          <p>
            Il y a une seule personne responsable&nbsp;: elle reste, tant que personne d’autre n’a ce rôle.
          </p>
        )}
      </Stack>
      {asked && onChange && (
        <RemovalQuestion
          member={asked}
          isOwn={asked.personId === own}
          onClose={() => setAsked(undefined)}
          onYes={() => {
            setAsked(undefined)
            void onChange({ kind: 'remove', member: asked.personId }, `L’accès de ${asked.name} est retiré.`)
          }}
        />
      )}
    </section>
  )
}

interface MemberActionsProps {
  member: StructureMember
  onChange: ChangeAccess
  onRemove: () => void
}

function MemberActions({ member: { personId, name, role }, onChange, onRemove }: MemberActionsProps) {
  const other: MemberRole = role === 'responsable' ? 'lecteur' : 'responsable'
  const done = `${name}\u00A0: ${roleWords[other].toLowerCase()} à partir de maintenant.`
  return (
    <RowActions>
      <Button onClick={() => void onChange({ kind: 'role', member: personId, role: other }, done)}>
        <span>
          {other === 'responsable' ? 'Rendre responsable' : 'Limiter à la lecture'}{' '}
          <VisuallyHidden>{name}</VisuallyHidden>
        </span>
      </Button>
      <Button variant="destructive" onClick={onRemove}>
        <span>
          Retirer <VisuallyHidden>{name}</VisuallyHidden>
        </span>
      </Button>
    </RowActions>
  )
}

interface RemovalQuestionProps {
  member: StructureMember
  isOwn: boolean
  onYes: () => void
  onClose: () => void
}

function RemovalQuestion({ member: { name }, isOwn, onYes, onClose }: RemovalQuestionProps) {
  return (
    <Dialog
      open
      title={isOwn ? 'Retirer votre propre accès ?' : `Retirer l’accès de ${name} ?`}
      onClose={onClose}
      actions={
        <>
          <Button variant="destructive" onClick={onYes}>
            Retirer l’accès
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <p>
        {isOwn ? 'Vous ne verrez' : 'Cette personne ne verra'} plus rien de la structure, tout de suite. Une
        nouvelle invitation peut rendre l’accès.
      </p>
    </Dialog>
  )
}
