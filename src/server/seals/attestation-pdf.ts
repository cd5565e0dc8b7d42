import { createRequire } from 'node:module'
// oxlint-disable-next-line import/no-named-as-default -- the types know the default alone
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
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
  const doc = newDocument(title, new Date(content.sealedAt))
  const done = bytesOf(doc)
  doc.file(Buffer.from(JSON.stringify(file)), {
    name: `attestation-${content.month}-${content.code}.json`,
    type: 'application/json',
    description: 'Les mêmes informations, signées',
  })
  const paper = new Paper(doc)
  drawHead(paper, title, content)
  drawReservations(paper, content)
  drawTotals(paper, content)
  drawLines(paper, content)
  drawSilences(paper, content)
  drawAnomalies(paper, content)
  drawWaiting(paper, content)
  drawVerification(paper, attestation)
  paper.end(sealCodeInWords(content.code), pageOf(attestation))
  return done
}

/** As one types it: without the code, which stands beside it. */
function pageOf({ verifyUrl }: Attestation): string {
  return verifyUrl.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '')
}

/** Letters are embedded, as PDF/UA asks, and hold every name of Europe: the package gives them as files. */
const fonts = createRequire(import.meta.url)
const regular = fonts.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')
const bold = fonts.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf')

// The types are behind the library, which has written PDF/UA since its version 0.14.
const pdfUa = 'PDF/UA' as string as NonNullable<PDFKit.PDFDocumentOptions['subset']>

const margin = 56
const ink = '#1c2321'
const soft = '#4d5753'
const rule = '#747b74'

function newDocument(title: string, at: Date): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    subset: pdfUa,
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    bufferPages: true,
    // No name in it: the library writes it into XML as it is.
    info: { Title: title, Creator: 'Espace Coop', Producer: 'Espace Coop', CreationDate: at },
    font: regular,
  })
  doc.registerFont('regular', regular)
  doc.registerFont('bold', bold)
  return doc
}

async function bytesOf(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of doc) {
    // A stream of bytes gives bytes.
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

type TextStyle = Readonly<{ size?: number; font?: 'regular' | 'bold'; color?: string; after?: number }>

/** Sheets that are filled from top to bottom, each thing with its tag. */
class Paper {
  readonly #doc: PDFKit.PDFDocument
  readonly #root: PDFKit.PDFStructureElement

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
    this.#root = doc.struct('Document')
    doc.addStructure(this.#root)
  }

  text(
    tag: string,
    words: string,
    { size = 11, font = 'regular', color = ink, after = 6 }: TextStyle = {},
  ): void {
    const doc = this.#doc
    doc.font(font).fontSize(size).fillColor(color)
    const options = { lineGap: 2 }
    this.#room(Math.min(doc.heightOfString(printable(words), options), 60))
    this.#root.add(
      doc.struct(tag, {}, () => {
        doc.font(font).fontSize(size).fillColor(color).text(printable(words), margin, doc.y, options)
      }),
    )
    doc.y += after
  }

  heading(words: string): void {
    // Not alone at the foot of a sheet.
    this.#room(70)
    this.#doc.y += 8
    this.text('H2', words, { size: 14, font: 'bold', after: 4 })
  }

  table(
    heads: readonly string[],
    rows: readonly (readonly string[])[],
    widths: readonly (number | '*')[],
  ): void {
    const doc = this.#doc
    doc.font('regular').fontSize(9.5).fillColor(ink)
    this.#room(60)
    doc.x = margin
    // A constant of its own: what tags a table is missing in the types.
    const options = {
      structParent: this.#root,
      columnStyles: widths.map((width, index) => ({
        width,
        align: { x: index === 0 ? ('left' as const) : ('right' as const), y: 'top' as const },
      })),
      defaultStyle: {
        border: { top: 0, right: 0, bottom: 0.5, left: 0 },
        borderColor: rule,
        padding: { top: 4, right: 4, bottom: 4, left: 2 },
      },
      data: [
        heads.map((text) => ({
          text: printable(text),
          type: 'TH' as const,
          scope: 'Column' as const,
          font: { src: 'bold' },
        })),
        ...rows.map((row) =>
          row.map((text, index) =>
            index === 0
              ? { text: printable(text), type: 'TH' as const, scope: 'Row' as const }
              : { text: printable(text) },
          ),
        ),
      ],
    }
    doc.table(options)
    doc.x = margin
    doc.y += 8
  }

  list(items: readonly string[]): void {
    const doc = this.#doc
    const list = doc.struct('L')
    this.#root.add(list)
    for (const item of items) {
      doc.font('regular').fontSize(11).fillColor(ink)
      this.#room(Math.min(doc.heightOfString(printable(item), { width: this.#width - 14 }), 60))
      const y = doc.y
      const line = doc.struct('LI')
      list.add(line)
      line.add(doc.struct('Lbl', {}, () => doc.text('–', margin, y, { lineBreak: false })))
      line.add(
        doc.struct('LBody', {}, () => {
          doc.text(printable(item), margin + 14, y, { width: this.#width - 14, lineGap: 2 })
        }),
      )
      line.end()
      doc.y += 3
    }
    list.end()
    doc.x = margin
    doc.y += 4
  }

  /** A QR drawn as squares, beside words. */
  code(words: readonly string[], url: string): void {
    const doc = this.#doc
    const side = 110
    this.#room(side + 10)
    const top = doc.y
    const { data, size } = encode(url, { ecc: 'M', border: 0 })
    const step = side / size
    // A constant of its own: where a figure stands is told, and missing in the types.
    const figure = { alt: `Code QR qui mène à ${url}`, bbox: [margin, top, margin + side, top + side] }
    this.#root.add(
      doc.struct('Figure', figure, () => {
        doc.fillColor('black')
        data.forEach((row, y) =>
          row.forEach((isDark, x) => {
            if (isDark) doc.rect(margin + x * step, top + y * step, step, step)
          }),
        )
        doc.fill()
      }),
    )
    const left = margin + side + 20
    doc.y = top
    words.forEach((line, index) => {
      const [font, fontSize] = index === 0 ? (['bold', 20] as const) : (['regular', 11] as const)
      this.#root.add(
        doc.struct('P', {}, () => {
          doc.font(font).fontSize(fontSize).fillColor(ink)
          doc.text(printable(line), left, doc.y, { width: this.#width - side - 20, lineGap: 2 })
        }),
      )
      doc.y += 3
    })
    const paragraph = doc.struct('P')
    this.#root.add(paragraph)
    const link = doc.struct('Link', { alt: url })
    paragraph.add(link)
    link.add(() => {
      doc.font('regular').fontSize(11).fillColor('#0a5a52')
      doc.text(url, left, doc.y, { width: this.#width - side - 20, link: url, underline: true })
    })
    link.end()
    paragraph.end()
    doc.x = margin
    doc.y = Math.max(doc.y, top + side) + 8
  }

  /** With the code, where it is verified, and the number of each sheet at its foot. */
  end(code: string, verificationPage: string): void {
    const doc = this.#doc
    this.#root.end()
    const { count } = doc.bufferedPageRange()
    for (let index = 0; index < count; index += 1) {
      doc.switchToPage(index)
      // What is written in the margin would begin another sheet otherwise.
      doc.page.margins.bottom = 0
      doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
      doc.font('regular').fontSize(9).fillColor(soft)
      doc.text(
        `Attestation ${code}, à vérifier sur ${verificationPage} – page ${index + 1} sur ${count}`,
        margin,
        doc.page.height - 36,
        {
          width: this.#width,
          align: 'center',
          lineBreak: false,
        },
      )
      doc.endMarkedContent()
    }
    doc.end()
  }

  get #width(): number {
    return this.#doc.page.width - 2 * margin
  }

  #room(height: number): void {
    const doc = this.#doc
    if (doc.y + height > doc.page.height - margin - 12) doc.addPage()
  }
}

/** Narrow spaces, which French numbers are written with, are not in every font. */
function printable(words: string): string {
  return words.replaceAll('\u202F', '\u00A0')
}

function drawHead(
  paper: Paper,
  title: string,
  { structure, sentence, by, sealedAt, number }: SealContent,
): void {
  paper.text('P', 'Espace Coop', { font: 'bold', color: '#0a5a52', size: 12 })
  paper.text('H1', title, { size: 22, font: 'bold', after: 2 })
  paper.text('P', structure.name, { size: 14, after: 12 })
  paper.text('BlockQuote', `«\u00A0${sentence}\u00A0»`, { size: 14, font: 'bold' })
  paper.text('P', `${by.name}, responsable de la structure, le ${dayOfInstantInWords(sealedAt)}.`)
  if (number > 1) {
    paper.text('P', `Cette attestation est la ${number}e de ce mois et remplace les précédentes.`, {
      color: soft,
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
    { size: 9.5, color: soft },
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
    { size: 9.5, color: soft },
  )
}
