import { readFile } from 'node:fs/promises'
import { sealFileSchema, sealKeysSchema, type SealKeys } from '../../domain/access/structure-months.ts'
import { sealCodeInWords } from '../../domain/seal/seal-code.ts'
import type { SealContent } from '../../domain/seal/seal-content.ts'
import { dayOfInstantInWords, monthInWords } from '../../domain/french-words.ts'
import { figureInWords } from '../../domain/seal/words.ts'
import { figureLabels, figureNames } from '../../domain/seal/figure-names.ts'
import { sealInPdf } from './seal-in-pdf.ts'
import { verifySeal } from './verify-seal.ts'

/*
 * `npm run verify-seal -- attestation.pdf keys.json`: whether an attestation (or the JSON attached to it) is what was
 * signed, without the server; keys.json is what `/api/seals/keys` answered on a day when one trusted it.
 */

const [sealPath, keysPath] = process.argv.slice(2)
if (sealPath === undefined || keysPath === undefined) {
  refuse('Indiquez l’attestation et les clés publiées : npm run verify-seal -- attestation.pdf cles.json')
} else {
  await run(sealPath, keysPath).catch((error: unknown) => refuse(`Fichier illisible : ${messageOf(error)}`))
}

async function run(path: string, keysFile: string): Promise<void> {
  const bytes = await readFile(path)
  const text = bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? sealInPdf(bytes) : bytes.toString('utf8')
  if (text === undefined) return refuse('Ce PDF ne contient pas d’attestation d’Espace Coop.')
  const file = sealFileSchema.safeParse(JSON.parse(text))
  if (!file.success) return refuse('Ce fichier n’est pas une attestation d’Espace Coop.')
  const { keys }: SealKeys = sealKeysSchema.parse(JSON.parse(await readFile(keysFile, 'utf8')))
  const verdict = verifySeal(file.data, keys)
  switch (verdict.kind) {
    case 'genuine':
      return show(verdict.content)
    case 'altered':
      return refuse('NON VALABLE : ce n’est pas ce qui a été signé.')
    case 'unknown-key':
      return refuse('NON VÉRIFIÉE : la clé qui a signé n’est pas parmi celles de ce fichier.')
  }
}

function show({ code, structure, month, by, sealedAt, totals, reservations, sum }: SealContent): void {
  const lines = [
    'AUTHENTIQUE : c’est bien ce qui a été signé.',
    `${structure.name}, ${monthInWords(month)}, par ${by.name}, le ${dayOfInstantInWords(sealedAt)}.`,
    `Code ${sealCodeInWords(code)}, empreinte des comptes rendus ${sum}.`,
    ...figureNames.map((name) => `${figureLabels[name]} : ${figureInWords(name, totals[name])}`),
    `Réserves : ${reservations.length}.`,
    'Comparez ces chiffres à ceux du document.',
  ]
  for (const line of lines) console.log(line)
}

function refuse(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
