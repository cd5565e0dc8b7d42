import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { factSchema } from '../../../src/server/provisioning/fact.ts'
import { readFile } from '../../../src/server/provisioning/read-file.ts'

const siret = '99900001100018'

function read(...lines: string[]) {
  return readFile(Buffer.from(lines.join('\n')))
}

function errorsOf(...lines: string[]): string[] {
  return read(...lines).errors.map(({ line, sentence }) => `${line} ${sentence}`)
}

const mairie = {
  line: 2,
  fact: { type: 'structure', siret, nom: 'Mairie, de Saint-Girons', commune: '09261', nature: 'publique' },
}

describe('a provisioning file', () => {
  test.each([
    [
      'semicolons',
      'type;siret;nom;commune;nature',
      `structure;${siret};Mairie, de Saint-Girons;09261;publique`,
    ],
    [
      'commas',
      'type,siret,nom,commune,nature',
      `structure,${siret},"Mairie, de Saint-Girons",09261,publique`,
    ],
    [
      'a mark',
      '\uFEFFtype;siret;nom;commune;nature',
      `structure;${siret};Mairie, de Saint-Girons;09261;publique`,
    ],
    [
      'capitals and accents',
      'Type;SIRET;Nom;Commune;Nature',
      `STRUCTURE;${siret};Mairie, de Saint-Girons;09261;Publiqué`,
    ],
    [
      'columns in another order',
      'commune;nature;nom;siret;type',
      `09261;publique; Mairie, de Saint-Girons ;${siret};structure`,
    ],
    [
      'lines of Windows',
      'type;siret;nom;commune;nature\r',
      `structure;${siret};Mairie, de Saint-Girons;09261;publique\r`,
    ],
  ])('is read with %s', (_, ...lines) => {
    expect(read(...lines)).toEqual({ facts: [mairie], errors: [] })
  })

  test('counts its lines as an editor does, empty ones included', () => {
    const { facts, errors } = read('type;email;nom', '', 'personne;awa@exemple.fr;Diallo', ';;', 'personne;;')
    expect(facts.map(({ line }) => line)).toEqual([3])
    expect(errors.map(({ line }) => line)).toEqual([5])
  })

  test('takes days as French people or as programs write them', () => {
    const { facts, errors } = read(
      'type;email;siret;debut;fin',
      `contrat;a@exemple.fr;${siret};01/09/2026;`,
      `contrat;a@exemple.fr;${siret};2026-09-01;31/08/2027`,
      `contrat;a@exemple.fr;${siret};2026-02-30;`,
      `contrat;a@exemple.fr;${siret};01/09/2026;31/08/2026`,
    )
    expect(facts.map(({ fact }) => fact)).toEqual([
      expect.objectContaining({ debut: '2026-09-01', poste: 'conseil' }),
      expect.objectContaining({ debut: '2026-09-01', fin: '2027-08-31' }),
    ])
    expect(errors).toEqual([
      { line: 4, sentence: 'debut : Indiquez un jour qui existe, comme 01/09/2026 ou 2026-09-01.' },
      { line: 5, sentence: 'fin : Le dernier jour vient avant le premier.' },
    ])
  })

  test('says what is wrong line by line, all at once', () => {
    expect(
      errorsOf(
        'type;siret;nom;commune;email;departement;poste',
        'strucutre;;;;;;',
        'structure;123;Mairie;Saint-Girons;;;',
        'structure;99900001100019;Mairie;09261;;;',
        'personne;;Diallo;;awa;;',
        'personne;;Diallo;09261;awa@exemple.fr;;',
        'etat;;;;awa@exemple.fr;999;',
        'lieu;99900001100018;;09261;awa@exemple.fr;;',
        'personne;;;;;;;;trop',
      ),
    ).toEqual([
      '2 type : Ce type de ligne n’existe pas.',
      '3 siret : Un SIRET compte 14 chiffres.',
      '3 commune : Indiquez le code INSEE de la commune : cinq caractères, comme 09261.',
      '4 siret : Ce SIRET n’existe pas : sa clé est fausse.',
      '5 email : Indiquez une adresse e-mail, comme prenom.nom@exemple.fr.',
      '6 Ce type de ligne n’a pas de colonne « commune » : videz la cellule.',
      '7 departement : Ce département n’existe pas : indiquez son numéro, comme 09.',
      '8 nom : Indiquez le nom.',
      '9 Cette ligne a plus de cellules que la ligne des titres.',
    ])
  })

  test('is refused whole where its titles, its letters or its quotes can’t be read', () => {
    expect(errorsOf('')).toEqual(['1 Le fichier est vide.'])
    expect(errorsOf('type;couleur;nom;nom', 'personne;;;')).toEqual([
      expect.stringMatching(
        /^1 La colonne « couleur » n’est pas connue\. Colonnes possibles : type, siret, /,
      ),
      '1 La colonne « nom » est là deux fois.',
    ])
    expect(errorsOf('nom;email', 'Diallo;awa@exemple.fr')).toEqual(['1 Il manque la colonne « type ».'])
    expect(errorsOf('type;nom;email', 'personne;"Diallo;awa@exemple.fr')).toEqual([
      '2 Les guillemets de cette ligne ne se referment pas.',
    ])
    expect(readFile(Buffer.from('type;nom\npersonne;Gaëlle', 'latin1')).errors).toEqual([
      { line: 1, sentence: 'Le fichier n’est pas en UTF-8 : enregistrez-le au format « CSV UTF-8 ».' },
    ])
  })

  test('takes the SIRET of an office of La Poste, whose key is a sum', () => {
    const poste = (key: string) =>
      read('type;siret;nom;commune', `structure;3560000000004${key};La Poste;09261`)
    expect(poste('2').errors).toEqual([])
    expect(poste('3').errors).toHaveLength(1)
  })

  test('has an example that shows every type of line', () => {
    const example = readFileSync(join(import.meta.dirname, '../../../docs/provisioning-example.csv'))
    const { facts, errors } = readFile(example)
    const types = factSchema.def.options.map(({ shape }) => [...shape.type.def.values][0])
    expect(errors).toEqual([])
    expect(new Set(facts.map(({ fact }) => fact.type))).toEqual(new Set(types))
  })
})
