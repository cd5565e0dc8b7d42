import { useState } from 'react'
import { tagMaxLength } from '../../../domain/report/common-fields.ts'
import { withoutTag, withTagRenamed, type TagList } from '../../../domain/report/tag-list.ts'
import { addresses } from '../../addresses.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useUsedTags } from '../../data/react/use-used-tags.ts'
import { changeTag, type UsedTag } from '../../data/tags.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { counted } from '../../ui/format/number.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { NameDialog } from '../../ui/NameDialog.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'

/** Tags: to rename, to make one of two, to be rid of; in every report that has them. */
export function TagsPage() {
  const tags = useUsedTags()
  const own = tags?.filter(({ list }) => list === 'tags') ?? []
  const shared = tags?.filter(({ list }) => list === 'structureTags') ?? []
  return (
    <Page title="Étiquettes" back={{ href: addresses.more }}>
      {tags?.length === 0 && (
        <EmptyState icon="list" title="Vous n’avez pas encore d’étiquette.">
          Dans un compte rendu, «&nbsp;Préciser&nbsp;» permet d’en ajouter pour retrouver ce que vous voulez.
        </EmptyState>
      )}
      <Stack gap="section">
        {own.length > 0 && (
          <TagSection id="les-miennes" title="Les miennes" lead="Vous seul les voyez." tags={own} />
        )}
        {shared.length > 0 && (
          <TagSection
            id="structure"
            title="Vues par ma structure"
            lead="Votre structure les lit dans vos comptes rendus. Aucun nom de personne."
            tags={shared}
          />
        )}
      </Stack>
    </Page>
  )
}

interface TagSectionProps {
  id: string
  title: string
  /** Who sees them. */
  lead: string
  tags: readonly UsedTag[]
}

function TagSection({ id, title, lead, tags }: TagSectionProps) {
  const [renamed, setRenamed] = useState<UsedTag>()
  const { rename, remove } = useTagChanges(tags)
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      <List labelledBy={id}>
        {tags.map((tag) => (
          <ListRow
            key={tag.name}
            title={tag.name}
            detail={counted(tag.count, 'compte rendu', 'comptes rendus')}
            actions={
              <Row>
                <Button variant="quiet" icon="pencil" onClick={() => setRenamed(tag)}>
                  <span>
                    Renommer <VisuallyHidden>{tag.name}</VisuallyHidden>
                  </span>
                </Button>
                <Button variant="quiet" icon="trash" onClick={() => void remove(tag)}>
                  <span>
                    Retirer <VisuallyHidden>{tag.name}</VisuallyHidden>
                  </span>
                </Button>
              </Row>
            }
          />
        ))}
      </List>
      {renamed && (
        <NameDialog
          title="Renommer l’étiquette"
          label="Nom de l’étiquette"
          hint="Pas de nom de personne. Le nom d’une autre étiquette réunit les deux."
          initial={renamed.name}
          action="Renommer"
          maxLength={tagMaxLength}
          onName={async (name) => {
            await rename(renamed, name)
            setRenamed(undefined)
          }}
          onClose={() => setRenamed(undefined)}
        />
      )}
    </section>
  )
}

function useTagChanges(all: readonly UsedTag[]) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const say = (text: string, takeBack: () => Promise<void>) =>
    sayDone({ text, actions: [{ label: 'Annuler', onAct: () => void takeBack() }] })
  return {
    rename: async (tag: { list: TagList; name: string }, to: string) => {
      const isMerge = all.some(({ name }) => name === to && name !== tag.name)
      const takeBack = await changeTag(db, tag, (tags) => withTagRenamed(tags, tag.name, to))
      say(isMerge ? `« ${tag.name} » et « ${to} » sont réunies.` : 'Étiquette renommée.', takeBack)
    },
    remove: async (tag: UsedTag) => {
      const takeBack = await changeTag(db, tag, (tags) => withoutTag(tags, tag.name))
      const where = counted(tag.count, 'compte rendu', 'comptes rendus')
      say(`« ${tag.name} » retirée de ${where}.`, takeBack)
    },
  }
}
