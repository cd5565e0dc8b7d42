import type { SealFile } from '../../domain/access/structure-months.ts'
import {
  countInWords,
  dayOfInstantInWords,
  ofMonthInWords,
  wholeDayInWords,
} from '../../domain/french-words.ts'
import { figureLabels, figureNames } from '../../domain/seal/figure-names.ts'
import { sealCodeInWords } from '../../domain/seal/seal-code.ts'
import type { Reservation, SealContent } from '../../domain/seal/seal-content.ts'
import { figureInWords, silenceInWords, waitingInWords } from '../../domain/seal/words.ts'
import { missionLabels } from '../../domain/report/missions.ts'
import { Paper } from './paper.ts'
import { sumShown } from './verify-code.ts'

export interface Attestation {
  readonly content: SealContent
  /** Goes with the document, to be verified without the server. */
  readonly file: SealFile
  /** Where anybody verifies it. */
  readonly verifyUrl: string
}

/** The attestation of a month: tagged and in French, with the code, its QR and the seal itself inside. */
export async function attestationPdf(attestation: Attestation): Promise<Buffer> {
  const { content, file } = attestation
  const title = `Attestation du mois ${ofMonthInWords(content.month)}`
  const paper = new Paper({
    title,
    at: new Date(content.sealedAt),
    attached: {
      name: `attestation-${content.month}-${content.code}.json`,
      type: 'application/json',
      description: 'Les mêmes informations, signées',
      text: JSON.stringify(file),
    },
  })
  drawHead(paper, title, content)
  drawReservations(paper, content)
  drawTotals(paper, content)
  drawLines(paper, content)
  drawSilences(paper, content)
  drawAnomalies(paper, content)
  drawWaiting(paper, content)
  drawVerification(paper, attestation)
  return paper.end(`Attestation ${sealCodeInWords(content.code)}, à vérifier sur ${pageOf(attestation)}`)
}

/** As one types it: without the code, which stands beside it. */
function pageOf({ verifyUrl }: Attestation): string {
  return verifyUrl.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '')
}

function drawHead(
  paper: Paper,
  title: string,
  { structure, sentence, by, sealedAt, number }: SealContent,
): void {
  paper.text('P', 'Espace Coop', { font: 'bold', color: 'green', size: 12 })
  paper.text('H1', title, { size: 22, font: 'bold', after: 2 })
  paper.text('P', structure.name, { size: 14, after: 12 })
  paper.text('BlockQuote', `«\u00A0${sentence}\u00A0»`, { size: 14, font: 'bold' })
  paper.text('P', `${by.name}, responsable de la structure, le ${dayOfInstantInWords(sealedAt)}.`)
  if (number > 1) {
    paper.text('P', `Cette attestation est la ${number}e de ce mois et remplace les précédentes.`, {
      color: 'soft',
    })
  }
}

function drawReservations(paper: Paper, content: SealContent): void {
  paper.heading('Réserves')
  if (content.reservations.length === 0) paper.text('P', 'Aucune.')
  else paper.list(content.reservations.map((reservation) => reservationInWords(reservation, content)))
}

function reservationInWords({ advisor, text }: Reservation, content: SealContent): string {
  return advisor === null ? text : `${nameOf(content, advisor)}\u00A0: ${text}`
}

function nameOf({ lines }: SealContent, advisor: string): string {
  return lines.find((line) => line.advisor === advisor)?.name ?? ''
}

function drawTotals(paper: Paper, { totals }: SealContent): void {
  paper.heading('Le mois en chiffres')
  paper.table(
    ['Chiffre', 'Total'],
    figureNames.map((name) => [rowLabel(name), figureInWords(name, totals[name])]),
    ['*', 90],
  )
  paper.text(
    'P',
    'Accompagnements\u00A0: une personne pour une activité. Les heures comptent une fois par activité. Pour chaque mission, les accompagnements qui la touchent\u00A0; un accompagnement peut en toucher plusieurs.',
    { size: 9.5, color: 'soft' },
  )
}

function rowLabel(name: (typeof figureNames)[number]): string {
  switch (name) {
    case 'mission1':
    case 'mission2':
    case 'mission3': {
      // The last character of these names is the mission.
      const mission = Number(name.at(-1)) as 1 | 2 | 3
      return `${figureLabels[name]}\u00A0: ${missionLabels[mission].toLowerCase()}`
    }
    case 'activities':
    case 'accompaniments':
    case 'minutes':
    case 'accompanimentMinutes':
    case 'eventParticipants':
      return figureLabels[name]
  }
}

function drawLines(paper: Paper, { lines }: SealContent): void {
  paper.heading('Par conseiller, par conseillère')
  if (lines.length === 0) return paper.text('P', 'Personne n’avait de contrat ce mois-ci.')
  paper.table(
    [
      'Nom',
      'Activités',
      'Accompagnements',
      'Heures',
      'Mission 1',
      'Mission 2',
      'Mission 3',
      'Jours renseignés',
    ],
    lines.map(({ name, figures, days }) => [
      name,
      figureInWords('activities', figures.activities),
      figureInWords('accompaniments', figures.accompaniments),
      figureInWords('minutes', figures.minutes),
      figureInWords('mission1', figures.mission1),
      figureInWords('mission2', figures.mission2),
      figureInWords('mission3', figures.mission3),
      `${days.reported} sur ${days.workingDays}`,
    ]),
    ['*', 48, 82, 52, 49, 49, 49, 64],
  )
}

function drawSilences(paper: Paper, { lines }: SealContent): void {
  if (lines.length === 0) return
  paper.heading('Jours sans compte rendu')
  paper.list(lines.map(({ name, days }) => `${name}\u00A0: ${lower(silenceInWords(days))}`))
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

function drawAnomalies(paper: Paper, content: SealContent): void {
  const left = content.anomalies.filter(({ settled }) => settled === null)
  const settled = content.anomalies.length - left.length
  paper.heading('Points qui demandaient un regard')
  paper.text(
    'P',
    `${countInWords(settled, 'point réglé', 'points réglés')}, ${countInWords(left.length, 'point laissé', 'points laissés')}.`,
  )
  const said = content.anomalies.map(({ advisor, sentence, settled: by }) => {
    const end = by === null ? ' Laissé.' : ` Réglé\u00A0: «\u00A0${by}\u00A0»`
    return `${nameOf(content, advisor)}\u00A0: ${sentence}${end}`
  })
  if (said.length > 0) paper.list(said)
}

function drawWaiting(paper: Paper, content: SealContent): void {
  paper.heading('Ce qui pouvait encore arriver')
  if (content.waiting.length === 0) return paper.text('P', 'Rien n’attendait sur les appareils connus.')
  paper.list(content.waiting.map((waiting) => waitingInWords(nameOf(content, waiting.advisor), waiting)))
}

function drawVerification(paper: Paper, { content, verifyUrl }: Attestation): void {
  paper.heading('Vérifier cette attestation')
  paper.code(
    [
      sealCodeInWords(content.code),
      `Empreinte des comptes rendus\u00A0: ${content.sum.slice(0, sumShown)}`,
      `Attesté le ${wholeDayInWords(content.sealedOn)}. À cette adresse, chacun peut vérifier que cette attestation existe et que les comptes rendus n’ont pas changé depuis\u00A0:`,
    ],
    verifyUrl,
  )
  paper.text(
    'P',
    'Les mêmes informations, signées, sont jointes à ce document (pièce jointe au format JSON)\u00A0: elles se vérifient aussi sans réseau.',
    { size: 9.5, color: 'soft' },
  )
}
