import { nameOfBody, type LocalPerson, type PersonPage } from '../../data/people-of-rows.ts'
import { separatePage } from '../../data/change-people.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'

/** The pages that were merged into a person's, each of which can be one of its own again. */
export function MergedPages({ local }: { local: LocalPerson }) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const [, ...merged] = local.pages
  const separate = async (page: PersonPage) => {
    const takeBack = await separatePage(db, local, page.id)
    sayDone({
      text: `« ${nameOfBody(page.body)} » est de nouveau une fiche à part.`,
      actions: [{ label: 'Annuler', onAct: () => void takeBack() }],
    })
  }
  return (
    <section aria-labelledby="reunies">
      <h2 id="reunies">Fiches réunies avec celle-ci</h2>
      <List labelledBy="reunies">
        {merged.map((page) => (
          <ListRow
            key={page.id}
            icon="two-sheets"
            title={nameOfBody(page.body)}
            detail="Ses comptes rendus sont dans la liste ci-dessus."
            actions={
              <Button variant="quiet" icon="undo" onClick={() => void separate(page)}>
                <span>
                  Séparer <VisuallyHidden>{nameOfBody(page.body)}</VisuallyHidden>
                </span>
              </Button>
            }
          />
        ))}
      </List>
    </section>
  )
}
