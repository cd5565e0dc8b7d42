import { codeLists, datasets, type PublishedDataset } from './datasets.ts'
import { licence } from './licence.ts'
import { datasetNames } from './rows.ts'

/** The dictionary as a file that goes with the data: Markdown, which is read as it stands too. */
export function dictionaryText({ year, countedAt }: { year: number; countedAt: string }): string {
  return [
    `# Dictionnaire des données, ${year}`,
    '',
    `Compté le ${countedAt.slice(0, 10)}, une fois pour toutes\u00A0: ce qui est déposé plus tard n’y est pas ajouté.`,
    `Licence\u00A0: ${licence.title} (${licence.path}).`,
    '',
    'Un nombre de 1 à 4 personnes est masqué, et avec lui ce qui permettrait de le retrouver\u00A0: le mois est remplacé par le trimestre ou l’année, ou la case est vide. Fichiers CSV en UTF-8, séparés par des points-virgules.',
    ...datasetNames.flatMap((name) => ['', ...datasetText(datasets[name])]),
    ...codeLists.flatMap(({ dimension, title, values }) => [
      '',
      `## Valeurs de ${dimension}\u00A0: ${title}`,
      '',
      ...values.map(([value, label]) => `- \`${value}\`\u00A0: ${label}`),
    ]),
    '',
  ].join('\n')
}

function datasetText({ name, title, description, fields }: PublishedDataset): string[] {
  return [
    `## ${name}.csv\u00A0: ${title}`,
    '',
    description,
    '',
    ...fields.map((field) => `- \`${field.name}\` (${typeWords[field.type]})\u00A0: ${field.description}`),
  ]
}

const typeWords = { string: 'texte', integer: 'nombre entier' } as const
