import { useState } from 'react'
import { closeCalendarLink, makeCalendarLink } from '../../../../data/community.ts'
import { Button } from '../../../../ui/Button.tsx'
import { formatInstant } from '../../../../ui/format/instant.ts'
import { Row } from '../../../../ui/Row.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useSayDone } from '../../../../ui/undo.ts'
import { NotSaid } from '../../NotSaid.tsx'

export interface CalendarLinkProps {
  /** Since when there is a link; null where there is none. */
  since: string | null
  onChanged: () => void
}

/** A link by which the calendar of one's phone reads one's events; its address is shown once, as it is made. */
export function CalendarLink({ since, onChanged }: CalendarLinkProps) {
  const sayDone = useSayDone()
  const [made, setMade] = useState<string>()
  const [isRefused, setRefused] = useState(false)
  const make = async () => {
    const url = await makeCalendarLink()
    setRefused(url === undefined)
    setMade(url)
    if (url !== undefined) onChanged()
  }
  const close = async () => {
    const isClosed = await closeCalendarLink()
    setRefused(!isClosed)
    if (!isClosed) return
    setMade(undefined)
    sayDone({ text: 'Lien fermé\u00A0: il ne montre plus rien.' })
    onChanged()
  }
  return (
    <section aria-labelledby="lien">
      <Stack>
        <h2 id="lien">Dans le calendrier de votre téléphone</h2>
        <p>
          Un lien secret par lequel votre calendrier lit ces évènements, et les suit quand ils changent. Qui
          l’a les voit aussi&nbsp;; il n’y a le nom de personne.
        </p>
        {isRefused && <NotSaid problem={undefined} />}
        {made !== undefined && (
          <TextField
            label="Adresse du calendrier"
            hint={
              'Copiez-la maintenant dans votre calendrier, «\u00A0S’abonner\u00A0»\u00A0: elle ne sera plus montrée.'
            }
            value={made}
            readOnly
            onFocus={({ target }) => target.select()}
          />
        )}
        {since !== null && made === undefined && (
          <p>Un lien est ouvert depuis le {formatInstant(Date.parse(since))}.</p>
        )}
        <Row>
          <Button icon="calendar" onClick={() => void make()}>
            {since === null ? 'Créer le lien' : 'Remplacer le lien'}
          </Button>
          {since !== null && (
            <Button variant="quiet" onClick={() => void close()}>
              Fermer le lien
            </Button>
          )}
        </Row>
      </Stack>
    </section>
  )
}
