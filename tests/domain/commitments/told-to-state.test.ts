import { expect, test } from 'vitest'
import { judgeCommitments } from '../../../src/domain/commitments/commitments.ts'
import { commitmentsForState } from '../../../src/domain/commitments/told-to-state.ts'
import { structureKit } from '../../../src/domain/commitments/kit/structure-kit.ts'
import { aHandOver, anAskedOutfit } from '../../builders/a-kit-fact.ts'
import { aNotification, aStep, day } from '../../builders/a-post-fact.ts'
import { aPost, awa, commitmentFacts, october } from '../../builders/commitment-facts.ts'

const words = (told: ReturnType<typeof commitmentsForState>) =>
  told.flatMap(({ evidence }) => evidence.map((one) => one.words))

test('what the State reads of a commitment is no name, no thing, no count of what was done, and no step of a recruitment', () => {
  const told = commitmentsForState(
    commitmentFacts({
      posts: aPost(aNotification('2026-08-01'), aStep('2026-11-02')),
      advisors: [{ ...awa, lastActivity: day('2026-10-20'), isQuiet: true }],
      kit: structureKit([aHandOver('2026-02-01'), anAskedOutfit('2026-02-01')]),
      communityMinutes: 150,
    }),
  )
  expect(words(told)).toEqual([
    'Poste 09-0001\u00A0: vacant depuis cette date.',
    'Aucune formation n’est notée dans Espace Coop.',
    'Mission 1, soutenir les usages quotidiens du numérique\u00A0: des accompagnements sur trois mois.',
    'Mission 2, sensibiliser aux enjeux du numérique et favoriser des usages citoyens et critiques\u00A0: des accompagnements sur trois mois.',
    'Mission 3, rendre autonome pour les démarches administratives en ligne\u00A0: des accompagnements sur trois mois.',
    'Une personne est sans aucune activité depuis au moins deux semaines de travail.',
    'Tenue demandée, pas encore expédiée\u00A0: une personne.',
    'Sans téléphone mobile\u00A0: une personne.',
    'Sans espace de travail\u00A0: une personne.',
    'Du temps de vie de la communauté est noté sur trois mois, jusqu’à cette date.',
    'Mois de septembre 2026\u00A0: attesté.',
    'Mois d’octobre 2026\u00A0: attesté.',
  ])
})

test('a commitment stands for the State where it stands for the structure, but for what deserves a look in a month', () => {
  const facts = commitmentFacts({ months: [{ ...october, open: 3, settled: 1 }] })
  const statuses = (told: readonly { status: string }[]) => told.map(({ status }) => status)
  expect(statuses(commitmentsForState(facts)).slice(0, 6)).toEqual(
    statuses(judgeCommitments(facts)).slice(0, 6),
  )
  expect(judgeCommitments(facts).at(6)).toMatchObject({ status: 'to-do' })
  expect(commitmentsForState(facts).at(6)).toMatchObject({ status: 'kept' })
})
