import { useState } from 'react'
import { Link } from 'wouter'
import type {
  LinkDuration,
  LinkOwner,
  LinkPreview,
  PublicBilan,
  PublishedLink,
} from '../../../../domain/access/public-link.ts'
import type { BilanChoices } from '../../../data/bilan.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { keepLinkAddress, publishLink, type LinkRefusal } from '../../../data/public-links.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { FieldGroup } from '../../../ui/FieldGroup.tsx'
import type { PageProps } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import type { BilanModel } from '../bilan/bilan-models.ts'
import { BeforePublishing } from './BeforePublishing.tsx'
import { LinkRefusalNotice } from './LinkRefusalNotice.tsx'
import { publicBilanOf, type NamesSaid } from './public-bilan-of.ts'
import { PublicBilanSheets } from './PublicBilanSheets.tsx'

/** What is chosen of a link, besides what the bilan says. */
export interface LinkSettings {
  readonly duration: LinkDuration
  readonly said: NamesSaid
  readonly printsCode: boolean
}

export const firstSettings: LinkSettings = {
  duration: '3-mois',
  said: { structure: true, commune: true },
  printsCode: false,
}

export interface PublishFormProps {
  owner: LinkOwner
  model: BilanModel
  choices: BilanChoices
  preview: LinkPreview
  settings: LinkSettings
  onSettings: (settings: LinkSettings) => void
  back: NonNullable<PageProps['back']>
  /** Reads again what would be published. */
  onReadAgain: () => void
  onMade: (link: PublishedLink) => void
}

const durations: { value: LinkDuration; label: string }[] = [
  { value: '30-jours', label: '30 jours' },
  { value: '3-mois', label: '3 mois' },
  { value: '1-an', label: '1 an' },
]

/** What is said of whose it is and until when, the bilan as anybody will read it, and the button that publishes it. */
export function PublishForm(props: PublishFormProps) {
  const { preview, settings, onSettings, back, onReadAgain } = props
  const { duration, said } = settings
  const { structures, communes } = preview.of
  const bilan = publicBilanOf({ ...props, ...settings })
  const { publish, isPublishing, refusal } = usePublish(props, bilan)
  const says = (change: Partial<NamesSaid>) => onSettings({ ...settings, said: { ...said, ...change } })
  return (
    <Stack>
      <FieldGroup label="Ce qui est dit de la structure">
        {structures.length > 0 && (
          <Checkbox
            label={structures.join(', ')}
            checked={said.structure}
            onChange={({ target }) => says({ structure: target.checked })}
          />
        )}
        {communes.length > 0 && (
          <Checkbox
            label={`Commune\u00A0: ${communes.join(', ')}`}
            checked={said.commune}
            onChange={({ target }) => says({ commune: target.checked })}
          />
        )}
      </FieldGroup>
      <ChipRadioGroup
        label="Ouvert pendant"
        options={durations}
        value={duration}
        onChange={(chosen) => onSettings({ ...settings, duration: chosen })}
      />
      <Checkbox
        label="Imprimer un code QR vers cette page"
        hint="Sur le papier seulement, à la fin du bilan."
        checked={settings.printsCode}
        onChange={({ target }) => onSettings({ ...settings, printsCode: target.checked })}
      />
      <BeforePublishing bilan={bilan} isPublished={preview.isPublished} />
      <h2>Ce que tout le monde lira</h2>
      <PublicBilanSheets bilan={bilan} level={2} />
      {refusal && (
        <LinkRefusalNotice
          refusal={refusal}
          onAgain={refusal.reason === 'figures-changed' ? onReadAgain : publish}
        />
      )}
      <Row>
        <Button variant="primary" disabled={isPublishing} onClick={publish}>
          Publier ce bilan
        </Button>
        <Link href={back.href} asChild>
          <ButtonLink icon="pencil">Changer le texte ou les blocs</ButtonLink>
        </Link>
      </Row>
    </Stack>
  )
}

/** One publication at a time, of what is on the screen; what is refused says why. */
function usePublish(props: PublishFormProps, { model, title, words, blocks }: PublicBilan) {
  const { owner, preview, settings, onMade } = props
  const db = useDatabase()
  const [isPublishing, setPublishing] = useState(false)
  const [refusal, setRefusal] = useState<LinkRefusal>()
  const send = async () => {
    setPublishing(true)
    setRefusal(undefined)
    const { structure, commune } = settings.said
    const outcome = await publishLink({
      owner,
      period: preview.figures.period,
      choices: {
        model,
        title,
        words,
        blocks: [...blocks],
        saysStructure: structure,
        saysCommune: commune,
        printsCode: settings.printsCode,
      },
      duration: settings.duration,
      seen: preview.seen,
    })
    setPublishing(false)
    if (!outcome.ok) return setRefusal(outcome)
    await keepLinkAddress(db, outcome.value.link.id, outcome.value.url)
    onMade(outcome.value)
  }
  return { isPublishing, refusal, publish: () => void send().catch(rememberError) }
}
