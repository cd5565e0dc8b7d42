import type { Catalogue } from '../../../../domain/open-data/catalogue.ts'
import { editionFileAddress } from '../../../../domain/open-data/catalogue.ts'
import { calendarDaySchema } from '../../../../domain/calendar-day.ts'
import { formatDayWithYear } from '../../../ui/format/date.ts'
import { formatNumber } from '../../../ui/format/number.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Stack } from '../../../ui/Stack.tsx'

/** The files of one year, to be downloaded. */
export function EditionFiles({ edition }: { edition: Catalogue['editions'][number] }) {
  const { number, year, countedAt, files } = edition
  const id = `edition-${number}`
  return (
    <section aria-labelledby={id}>
      <Stack gap="close">
        <h2 id={id}>{year}</h2>
        <p>
          Édition {number}, comptée le {formatDayWithYear(calendarDaySchema.parse(countedAt.slice(0, 10)))}.
        </p>
        <List labelledBy={id}>
          {files.map(({ name, bytes }) => (
            <ListRow
              key={name}
              icon="download"
              href={editionFileAddress(number, name)}
              download={`espace-coop-${year}-${name}`}
              title={titles[name] ?? name}
              detail={`${name}, ${sizeInWords(bytes)}`}
            />
          ))}
        </List>
      </Stack>
    </section>
  )
}

const titles: Readonly<Record<string, string>> = {
  'totaux.csv': 'Activités par département et par mois',
  'repartitions.csv': 'Accompagnements par thématique, lieu, durée et matériel',
  'datapackage.json': 'Description pour les programmes',
  'dictionnaire.md': 'Dictionnaire des données',
}

function sizeInWords(bytes: number): string {
  return bytes < 100_000
    ? `${formatNumber(Math.max(0.1, Math.round(bytes / 100) / 10))}\u00A0ko`
    : `${formatNumber(bytes / 1_000_000)}\u00A0Mo`
}
