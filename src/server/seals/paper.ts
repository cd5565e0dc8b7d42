import { createRequire } from 'node:module'
// oxlint-disable-next-line import/no-named-as-default -- the types know the default alone
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'

/** Letters are embedded, as PDF/UA asks, and hold every name of Europe: the package gives them as files. */
const fonts = createRequire(import.meta.url)
const regular = fonts.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')
const bold = fonts.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf')

// The types are behind the library, which has written PDF/UA since its version 0.14.
const pdfUa = 'PDF/UA' as string as NonNullable<PDFKit.PDFDocumentOptions['subset']>

const margin = 56
const colours = { ink: '#1c2321', soft: '#4d5753', rule: '#747b74', green: '#0a5a52' } as const

/** What a sheet of paper is begun with. */
export interface PaperStart {
  readonly title: string
  readonly at: Date
  /** A file that goes with it. */
  readonly attached: {
    readonly name: string
    readonly type: string
    readonly description: string
    readonly text: string
  }
}

type TextStyle = Readonly<{
  size?: number
  font?: 'regular' | 'bold'
  color?: keyof typeof colours
  /** Left free below it, in points, as all sizes are. */
  after?: number
}>

/** Sheets that are filled from top to bottom, each thing with its tag. */
export class Paper {
  readonly #doc: PDFKit.PDFDocument
  readonly #bytes: Promise<Buffer>
  readonly #root: PDFKit.PDFStructureElement

  constructor({ title, at, attached: { text, ...file } }: PaperStart) {
    const doc = newDocument(title, at)
    this.#doc = doc
    this.#bytes = bytesOf(doc)
    doc.file(Buffer.from(text), file)
    this.#root = doc.struct('Document')
    doc.addStructure(this.#root)
  }

  text(
    tag: string,
    words: string,
    { size = 11, font = 'regular', color = 'ink', after = 6 }: TextStyle = {},
  ): void {
    const doc = this.#doc
    doc.font(font).fontSize(size).fillColor(colours[color])
    const options = { lineGap: 2 }
    this.#room(Math.min(doc.heightOfString(printable(words), options), 60))
    this.#root.add(
      doc.struct(tag, {}, () => {
        doc.font(font).fontSize(size).fillColor(colours[color]).text(printable(words), margin, doc.y, options)
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
    doc.font('regular').fontSize(9.5).fillColor(colours.ink)
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
        borderColor: colours.rule,
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
      doc.font('regular').fontSize(11).fillColor(colours.ink)
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
          doc.font(font).fontSize(fontSize).fillColor(colours.ink)
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
      doc.font('regular').fontSize(11).fillColor(colours.green)
      doc.text(url, left, doc.y, { width: this.#width - side - 20, link: url, underline: true })
    })
    link.end()
    paragraph.end()
    doc.x = margin
    doc.y = Math.max(doc.y, top + side) + 8
  }

  /** With some words and the number of each sheet at its foot. */
  end(foot: string): Promise<Buffer> {
    const doc = this.#doc
    this.#root.end()
    const { count } = doc.bufferedPageRange()
    for (let index = 0; index < count; index += 1) {
      doc.switchToPage(index)
      // What is written in the margin would begin another sheet otherwise.
      doc.page.margins.bottom = 0
      doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
      doc.font('regular').fontSize(9).fillColor(colours.soft)
      doc.text(`${foot} – page ${index + 1} sur ${count}`, margin, doc.page.height - 36, {
        width: this.#width,
        align: 'center',
        lineBreak: false,
      })
      doc.endMarkedContent()
    }
    doc.end()
    return this.#bytes
  }

  get #width(): number {
    return this.#doc.page.width - 2 * margin
  }

  #room(height: number): void {
    const doc = this.#doc
    if (doc.y + height > doc.page.height - margin - 12) doc.addPage()
  }
}

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

/** Narrow spaces, which French numbers are written with, are not in every font. */
function printable(words: string): string {
  return words.replaceAll('\u202F', '\u00A0')
}
