import type { TestProject } from 'vitest/node'

import { findPostgresql } from './find-postgresql.ts'
import { startThrowAwayCluster } from './throw-away-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the run's PostgreSQL with DATABASE in the place of the name; '' when there is none. */
    postgresqlUrl: string
  }
}

/** One PostgreSQL for all tests of the server. Answers what ends it. */
export async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const programs = findPostgresql()
  if (programs === undefined)
    leaveOut(
      'The tests on a real PostgreSQL were left out: no version 15 or later on the PATH or in its usual folders.',
    )
  const cluster = programs === undefined ? undefined : await startThrowAwayCluster(programs)
  project.provide('postgresqlUrl', cluster?.urlOf('DATABASE') ?? '')
  return async () => cluster?.stop()
}

function leaveOut(sentence: string): void {
  if (process.env['ESPACE_COOP_REQUIRE_POSTGRESQL'] === '1') throw new Error(sentence)
  console.warn(sentence)
}
