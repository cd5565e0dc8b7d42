import { traitNames } from '../../domain/report/search/trait-facets.ts'
import { copiedFacets, profileNames } from './copied-activity.ts'

/** Moves whenever what the copy holds, or how it is counted, changes: it is made anew then. */
export const copyVersion = '5'

const integers = (names: readonly string[]) => names.map((name) => `"${name}" INTEGER NOT NULL`).join(', ')

/**
 * The copy's tables. Combinations of values are numbers of a dictionary, since few of them are in use: grouping by a
 * column of numbers is what the engine does fastest, and an activity with three themes is one row like any other.
 */
export const copyTables = [
  'create table about (version VARCHAR, epoch VARCHAR)',
  'create table combination (code INTEGER NOT NULL, text VARCHAR NOT NULL)',
  'create table profile (code INTEGER NOT NULL, text VARCHAR NOT NULL)',
  'create table scope (n INTEGER NOT NULL, id VARCHAR NOT NULL, seq BIGINT NOT NULL, commune VARCHAR, texts VARCHAR NOT NULL, numbers BLOB NOT NULL)',
  `create table activity (n BIGINT NOT NULL, scope INTEGER NOT NULL, id UUID NOT NULL, day DATE NOT NULL,
    month INTEGER NOT NULL, department INTEGER NOT NULL, of_people BOOLEAN NOT NULL, minutes INTEGER NOT NULL, delay INTEGER, accompaniments INTEGER NOT NULL,
    anonymous INTEGER NOT NULL, already INTEGER NOT NULL, participants INTEGER NOT NULL, ${integers(copiedFacets)}, ${integers(profileNames)})`,
  `create table meeting (n BIGINT NOT NULL, scope INTEGER NOT NULL, day DATE NOT NULL, person UUID NOT NULL,
    erased BOOLEAN NOT NULL, before DATE, first DATE NOT NULL, ${integers(traitNames)})`,
  'create table month_write (month INTEGER NOT NULL, write BIGINT NOT NULL)',
  'create table margin (n BIGINT NOT NULL, scope INTEGER NOT NULL, day DATE NOT NULL, trait INTEGER NOT NULL, people INTEGER NOT NULL)',
]
