import type { StructurePerson } from '../../../../domain/access/structure-posts.ts'
import { Button } from '../../../ui/Button.tsx'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import type { OpenDialog } from './PostDialog.tsx'
import type { ReadPost } from './read-post.ts'

export interface WithoutPostProps {
  people: readonly StructurePerson[]
  posts: readonly ReadPost[]
  onOpen: ((dialog: OpenDialog) => void) | undefined
}

/** Those who work for the structure, and whom no post says yet. */
export function WithoutPost({ people, posts, onOpen }: WithoutPostProps) {
  if (people.length === 0) return null
  return (
    <section aria-labelledby="sans-poste">
      <h2 id="sans-poste">Sans poste</h2>
      <p>
        Ces personnes ont un contrat, et déposent des comptes rendus. Dites quel poste elles occupent&nbsp;:
        cela ne change rien pour elles.
      </p>
      <List labelledBy="sans-poste">
        {people.map((person) => {
          const own = posts.filter(
            ({ life, standing }) => standing?.state === 'vacant' && life.notified?.role === person.role,
          )
          return (
            <ListRow
              key={person.scope}
              icon="person"
              title={person.name}
              detail={own.length === 0 ? 'Aucun poste vacant n’est de sa fonction.' : undefined}
              actions={
                onOpen &&
                own.length > 0 && (
                  <Button onClick={() => onOpen({ kind: 'attach', person, posts: own })}>
                    <span>
                      Rattacher <VisuallyHidden>{person.name} </VisuallyHidden>à un poste
                    </span>
                  </Button>
                )
              }
            />
          )
        })}
      </List>
    </section>
  )
}
