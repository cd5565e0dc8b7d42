import { datasets, type PublishedDataset, type PublishedField } from './datasets.ts'
import type { EditionNumber } from './edition.ts'
import { licence } from './licence.ts'
import { datasetNames, type DatasetName } from './rows.ts'

export interface PackagedFile {
  readonly bytes: number
  /** In hexadecimal. */
  readonly sha256: string
}

export interface PackagedEdition {
  readonly number: EditionNumber
  readonly year: number
  readonly countedAt: string
  readonly publisher: string
  readonly files: Readonly<Record<DatasetName, PackagedFile>>
}

/** The description of an edition for programs: a Data Package (version 2) of tables with their Table Schema. */
export function dataPackage({ number, year, countedAt, publisher, files }: PackagedEdition) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `espace-coop-${year}`,
    title: `Activités des conseillers et conseillères numériques, ${year}`,
    description:
      'Comptes rendus d’activité comptés par département et par mois. Un nombre de 1 à 4 personnes est masqué, et avec lui ce qui permettrait de le retrouver.',
    version: `${number}.0.0`,
    created: countedAt,
    licenses: [licence],
    contributors: [{ title: publisher, roles: ['publisher'] }],
    resources: datasetNames.map((name) => resourceOf(datasets[name], files[name])),
  }
}

function resourceOf({ name, title, description, fields, key }: PublishedDataset, file: PackagedFile) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    type: 'table',
    name,
    title,
    description,
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    dialect: {
      $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
      delimiter: ';',
      lineTerminator: '\r\n',
      quoteChar: '"',
      header: true,
    },
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: fields.map(fieldOf),
      missingValues: [''],
      primaryKey: [...key],
    },
  }
}

function fieldOf({ name, title, description, type, pattern, oneOf, mayBeHidden }: PublishedField) {
  return {
    name,
    title,
    description,
    type,
    constraints: {
      ...(!mayBeHidden && { required: true }),
      ...(type === 'integer' && { minimum: 0 }),
      ...(pattern !== undefined && { pattern }),
      ...(oneOf && { enum: [...oneOf] }),
    },
  }
}
