import { useState } from 'react'
import type { LinkOwner, PublishedLink } from '../../../../domain/access/public-link.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { Period } from '../../../../domain/statistics/period.ts'
import type { BilanKey } from '../../../data/bilan.ts'
import { isPractising } from '../../../data/practising.ts'
import { useBilan } from '../../../data/react/use-bilan.ts'
import { Button } from '../../../ui/Button.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Page, type PageProps } from '../../../ui/Page.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import type { BilanModel } from '../bilan/bilan-models.ts'
import { AddressOfLink } from './AddressOfLink.tsx'
import { LinkRefusalNotice } from './LinkRefusalNotice.tsx'
import { MonthsField } from './MonthsField.tsx'
import { OwnLinks } from './OwnLinks.tsx'
import { firstMonths } from './published-months.ts'
import { firstSettings, PublishForm } from './PublishForm.tsx'
import { useLinkPreview } from './use-link-preview.ts'
import { useOwnLinks } from './use-own-links.ts'

export interface PublishDeskProps {
  /** Where the bilan is prepared. */
  back: NonNullable<PageProps['back']>
  owner: LinkOwner
  model: BilanModel
  /** Under which the choices are kept. */
  choicesOf: BilanKey
  /** The days that the bilan was prepared for. */
  asked: Period
  today: CalendarDay
}

/** Where a bilan is opened to the public: read first exactly as anybody will read it, then published; and every link. */
export function PublishDesk(props: PublishDeskProps) {
  if (!isPractising()) return <PublishDeskOpen {...props} />
  return (
    <Page title="Publier un bilan" back={props.back}>
      <p>Pendant l’entraînement, rien n’est publié.</p>
    </Page>
  )
}

function PublishDeskOpen({ back, owner, model, choicesOf, asked, today }: PublishDeskProps) {
  const [period, setPeriod] = useState(() => firstMonths(asked, today))
  const [settings, setSettings] = useState(firstSettings)
  const [made, setMade] = useState<PublishedLink>()
  const [choices] = useBilan(choicesOf, model.first)
  const { view, askAgain } = useLinkPreview(owner, period)
  const links = useOwnLinks()
  const onMade = (link: PublishedLink) => {
    setMade(link)
    links.readAgain()
  }
  return (
    <Page
      title="Publier un bilan"
      lead="Un lien ouvre votre bilan à toute personne qui en a l’adresse, sans compte, jusqu’à la fin que vous choisissez."
      back={back}
    >
      <Stack gap="section">
        {made ? (
          <Notice
            tone="good"
            title="Le bilan est publié."
            actions={<Button onClick={() => setMade(undefined)}>Publier un autre bilan</Button>}
          >
            <AddressOfLink url={made.url} title={made.link.title} />
          </Notice>
        ) : (
          <Stack>
            <MonthsField period={period} today={today} onPeriod={setPeriod} />
            {view === undefined && <Loading>Le serveur compte…</Loading>}
            {view && !view.ok && <LinkRefusalNotice refusal={view} onAgain={askAgain} />}
            {view?.ok && choices && (
              <PublishForm
                {...{ owner, model, choices, settings, back, onMade }}
                preview={view.value}
                onSettings={setSettings}
                onReadAgain={askAgain}
              />
            )}
          </Stack>
        )}
        <OwnLinks view={links.view} onChanged={links.readAgain} />
      </Stack>
    </Page>
  )
}
