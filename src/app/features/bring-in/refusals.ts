import type { FileRefusal } from '../../data/files/table.ts'

/** What is said of a file that gives no lines: what it is, and what to do. Nothing is ever brought in of it. */
export const refusals: Readonly<Record<FileRefusal | 'unknown-json' | 'broken', string>> = {
  empty: 'Ce fichier est vide, ou n’a que des titres de colonnes.',
  'too-large':
    'Ce fichier est trop grand\u00A0: 20 Mo au plus, et 100 Mo une fois décompressé. Coupez-le en plusieurs fichiers.',
  'too-many-lines':
    'Ce fichier a trop de lignes\u00A0: 50 000 au plus à la fois. Coupez-le en plusieurs fichiers.',
  'not-a-table':
    'Ce fichier n’est ni un tableau, ni un texte. Enregistrez-le en CSV ou en classeur (.xlsx), puis choisissez-le.',
  'old-excel':
    'Ce fichier est au format Excel d’avant 2007. Ouvrez-le, enregistrez-le en classeur (.xlsx), puis choisissez-le.',
  'one-column':
    'Ce fichier n’a qu’une colonne\u00A0: son séparateur n’est pas connu. Enregistrez-le en CSV séparé par des points-virgules.',
  'open-quote':
    'Un guillemet de ce fichier n’est jamais refermé\u00A0: on ne peut pas savoir où finissent ses cellules. Corrigez-le, ou enregistrez-le en classeur (.xlsx).',
  damaged:
    'Ce fichier est abîmé, ou n’est pas ce que dit son nom. Enregistrez-le de nouveau, puis choisissez-le.',
  'unknown-json':
    'Ce fichier JSON n’est ni un export d’Espace Coop, ni une liste de lieux du schéma national.',
  broken:
    'Ce fichier n’a pas pu être lu sur cet appareil. Réessayez, ou enregistrez-le dans un autre format.',
}
