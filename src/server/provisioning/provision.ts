import { readFile } from 'node:fs/promises'
import { randomIds, systemClock } from '../clock-and-ids.ts'
import { readConfiguration, type Configuration } from '../configuration.ts'
import { onStore, refuse, whyNoStore } from '../operations/on-store.ts'
import { communeNames } from '../territory/commune-names.ts'
import type { FactType } from './fact.ts'
import { provisionFile, type Provisioned } from './provision-file.ts'

/* `npm run provision -- file.csv` */

const typeLabels: Record<FactType, string> = {
  structure: 'structures',
  personne: 'personnes',
  contrat: 'contrats',
  lieu: 'lieux d’activité',
  responsable: 'responsables',
  lecteur: 'lecteurs',
  equipe: 'équipes',
  coordination: 'coordinations',
  membre: 'membres d’équipe',
  etat: 'comptes de l’État',
  formation: 'comptes d’organismes de formation',
  stagiaire: 'stagiaires confiés à un organisme',
}

const path = process.argv[2]
const result = readConfiguration(process.env)
if (path === undefined) refuse(['Indiquez le fichier : npm run provision -- fichier.csv'])
else if (result.ok) await provision(path, result.configuration)
else refuse(result.errors)

async function provision(file: string, configuration: Configuration): Promise<void> {
  try {
    report(await provisionInto(configuration, await readFile(file)))
  } catch (error) {
    refuse([reasonOf(error, file)])
  }
}

async function provisionInto(configuration: Configuration, bytes: Uint8Array) {
  const communes = await communeNames()
  return onStore(configuration, (store) =>
    provisionFile(store, bytes, { clock: systemClock, ids: randomIds, communes }),
  )
}

function report(provisioned: Provisioned): void {
  if (!provisioned.done) {
    const lines = provisioned.errors.map(({ line, sentence }) => `Ligne ${line} : ${sentence}`)
    refuse([...lines, 'Rien n’a été enregistré. Corrigez ces lignes, puis recommencez.'])
    return
  }
  const added = Object.entries(provisioned.added).map(
    ([type, count]) => `${typeLabels[type as FactType]} ${count}`,
  ) // entries forgets its keys
  console.log(`Lignes lues : ${provisioned.lines}.`)
  console.log(added.length > 0 ? `Ajouté : ${added.join(', ')}.` : 'Tout était déjà enregistré.')
}

function reasonOf(error: unknown, file: string): string {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return isMissing ? `Le fichier ${file} n’existe pas.` : whyNoStore(error)
}
