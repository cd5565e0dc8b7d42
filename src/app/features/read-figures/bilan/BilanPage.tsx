import { useSearch } from 'wouter'
import type { SignedInPerson } from '../../../../domain/access/signed-in-person.ts'
import { addresses } from '../../../addresses.ts'
import type { BilanChoices } from '../../../data/bilan.ts'
import { useBilan } from '../../../data/react/use-bilan.ts'
import { useFactBook } from '../../../data/react/use-fact-book.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { Button } from '../../../ui/Button.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { PeriodField } from '../PeriodField.tsx'
import { useFigures } from '../use-figures.ts'
import { useFiguresQuestion } from '../use-figures-question.ts'
import { BilanForm } from './BilanForm.tsx'
import { BilanSheet } from './BilanSheet.tsx'
import { firstBlocks } from './bilan-blocks.ts'

const firstChoices: BilanChoices = { title: 'Bilan d’activité', words: '', blocks: firstBlocks }

/** A bilan d’activité to be handed over: one’s own title, words and choice of blocks, on one page. */
export function BilanPage({ person }: { person: SignedInPerson }) {
  const today = useToday()
  const book = useFactBook()
  const search = useSearch()
  const [question, setQuestion] = useFiguresQuestion()
  const [choices, onChoices] = useBilan(firstChoices)
  const asked = useFigures(book, question, today)
  return (
    <Page title="Préparer un bilan" back={{ href: backOf(search), label: 'Chiffres' }}>
      {asked && choices ? (
        <Stack gap="section">
          <div data-print="hide">
            <Stack>
              <PeriodField
                when={question.when}
                period={asked.period}
                today={today}
                onWhen={(when) => setQuestion({ ...question, when, step: undefined })}
              />
              <BilanForm choices={choices} asked={asked} onChoices={onChoices} />
              <Row>
                <Button icon="print" onClick={() => window.print()}>
                  Imprimer ou enregistrer en PDF
                </Button>
              </Row>
            </Stack>
          </div>
          <BilanSheet choices={choices} asked={asked} person={person} today={today} />
        </Stack>
      ) : (
        <Loading>Votre bilan se prépare…</Loading>
      )}
    </Page>
  )
}

/** Chiffres, with the period that the bilan is of. */
function backOf(search: string): string {
  return search === '' ? addresses.figures : `${addresses.figures}?${search}`
}
