import { useState } from 'react'
import { useLocation } from 'wouter'
import { importBounds } from '../../../domain/appointment/import-window.ts'
import type { ImportFate, ImportLine } from '../../../domain/appointment/plan-import.ts'
import type { CalendarRead } from '../../../domain/appointment/planned-event.ts'
import type { ScopeId } from '../../../domain/ids.ts'
import { addresses } from '../../addresses.ts'
import { importCalendar, type ImportCounts } from '../../data/import-calendar.ts'
import { rememberError } from '../../data/last-errors.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useImportPlan } from '../../data/react/use-import-plan.ts'
import { useMinute } from '../../data/react/use-minute.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { FieldGroup } from '../../ui/FieldGroup.tsx'
import { dayInFull } from '../../ui/format/relative-day.ts'
import { counted } from '../../ui/format/number.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { accountLines, unreadableReasons } from './import-account.ts'

/** What a file would bring, event by event; what the person doesn't want is left out. */
export function ImportAccount({ read, scope }: { read: CalendarRead; scope: ScopeId }) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const [, navigate] = useLocation()
  const [today, now] = [useToday(), useMinute()]
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [takesPast, setTakesPast] = useState(true)
  const [isRefused, setRefused] = useState(false)
  const known = useImportPlan(read, { scope, today, now, takesPast, choices })
  if (!known) return null
  const { lines, unwanted, past } = known
  const take = async () => {
    setRefused(false)
    try {
      const counts = await importCalendar(db, read, { scope, today, now, takesPast, unwanted })
      sayDone({ text: sentenceOf(counts) })
      navigate(addresses.agenda)
    } catch (error) {
      rememberError(error)
      setRefused(true)
    }
  }
  const writing = lines.filter(({ isWritten, fate }) => isWritten && fate !== 'known').length
  const proposed = accountLines(lines, ['new', 'left'], today)
  return (
    <Stack gap="section">
      {proposed.length > 0 && (
        <Stack>
          <FieldGroup label="À ajouter" hint="Décochez ce qui n’est pas un accompagnement.">
            {proposed.map(({ uid, title, detail }) => (
              <Checkbox
                key={uid}
                label={title}
                hint={detail}
                checked={!unwanted.has(uid)}
                onChange={({ target }) => setChoices(new Map([...choices, [uid, target.checked]]))}
              />
            ))}
          </FieldGroup>
          {past > 0 && (
            <Checkbox
              label={`Reprendre aussi ce qui est déjà passé (${past})`}
              hint="Leur compte rendu sera à compléter sur l’accueil."
              checked={takesPast}
              onChange={({ target }) => setTakesPast(target.checked)}
            />
          )}
        </Stack>
      )}
      <Fates title="Modifiés dans le calendrier" lines={lines} fate="changed" />
      <Fates title="Annulés dans le calendrier" lines={lines} fate="cancelled" />
      <Fates
        title="Annulés dans le calendrier, gardés ici"
        detail="Leur compte rendu est déposé."
        lines={lines}
        fate="kept"
      />
      <Unread read={read} />
      <Known read={read} lines={lines} />
      {isRefused && (
        <Notice tone="bad" title="Cet appareil n’a pas pu enregistrer.">
          Rien n’a été repris&nbsp;: libérez de la place, puis réessayez.
        </Notice>
      )}
      {writing > 0 ? (
        <Button variant="primary" wide onClick={() => void take()}>
          Importer {counted(writing, 'rendez-vous', 'rendez-vous')}
        </Button>
      ) : (
        <p>Il n’y a rien à reprendre de ce fichier.</p>
      )}
    </Stack>
  )
}

interface FatesProps {
  title: string
  detail?: string
  lines: readonly ImportLine[]
  fate: ImportFate
}

function Fates({ title, detail, lines, fate }: FatesProps) {
  const today = useToday()
  const shown = accountLines(lines, [fate], today)
  if (shown.length === 0) return null
  return (
    <section aria-labelledby={fate}>
      <h2 id={fate}>{title}</h2>
      {detail && <p>{detail}</p>}
      <List labelledBy={fate}>
        {shown.map((line) => (
          <ListRow key={line.uid} title={line.title} detail={line.detail} />
        ))}
      </List>
    </section>
  )
}

/** What can't be read, and why, by the line of the file. */
function Unread({ read: { unreadable } }: { read: CalendarRead }) {
  if (unreadable.length === 0) return null
  return (
    <section aria-labelledby="illisibles">
      <h2 id="illisibles">Illisibles ({unreadable.length})</h2>
      <List labelledBy="illisibles">
        {unreadable.slice(0, unreadableShown).map(({ line, title, reason }) => (
          <ListRow
            key={line}
            title={title ?? 'Évènement sans titre'}
            detail={`Ligne ${line}\u00A0: ${unreadableReasons[reason]}.`}
          />
        ))}
      </List>
      {unreadable.length > unreadableShown && (
        <p>{counted(unreadable.length - unreadableShown, 'autre', 'autres')} de même.</p>
      )}
    </section>
  )
}

const unreadableShown = 50

/** What the file has besides, in sentences. */
function Known({ read, lines }: { read: CalendarRead; lines: readonly ImportLine[] }) {
  const same = lines.filter(({ fate }) => fate === 'known').length
  const sentences = [
    same > 0 && `${counted(same, 'rendez-vous déjà connu', 'rendez-vous déjà connus')}, sans changement.`,
    read.outside > 0 &&
      `${counted(read.outside, 'évènement', 'évènements')} hors de la période lue (30\u00A0jours en arrière, 90 en avant).`,
    read.others > 0 &&
      `${counted(read.others, 'tâche ou note', 'tâches ou notes')} qui ne sont pas des rendez-vous.`,
    read.isCut &&
      `Le fichier en a plus de ${counted(importBounds.maxEvents, 'rendez-vous', 'rendez-vous')}\u00A0: il est lu jusqu’au ${dayInFull(read.until).toLowerCase()}.`,
  ].filter((sentence) => sentence !== false)
  return sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
}

function sentenceOf({ added, changed, cancelled }: ImportCounts): string {
  const parts = [
    added > 0 && counted(added, 'rendez-vous ajouté', 'rendez-vous ajoutés'),
    changed > 0 && counted(changed, 'modifié', 'modifiés'),
    cancelled > 0 && counted(cancelled, 'annulé', 'annulés'),
  ].filter(Boolean)
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Rien n’a changé.'
}
