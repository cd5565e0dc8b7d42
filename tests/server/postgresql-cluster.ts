import type { TestProject } from 'vitest/node'

import { findPostgresql } from './find-postgresql.ts'
import { startThrowAwayCluster } from './throw-away-cluster.ts'
import type { ThrowAwayCluster } from './throw-away-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the run's PostgreSQL with DATABASE in the place of the name; '' when there is none. */
    postgresqlUrl: string
  }
}

/* Run by vitest once, before the tests of the server: one PostgreSQL for all of them. */

let cluster: ThrowAwayCluster | undefined

export async function setup(project: TestProject): Promise<void> {
  const programs = findPostgresql()
  if (programs === undefined) {
    leaveOut(
      'The tests on a real PostgreSQL were left out: no version 15 or later on the PATH or in its usual folders.',
    )
  } else {
    cluster = await startThrowAwayCluster(programs)
  }
  project.provide('postgresqlUrl', cluster?.urlOf('DATABASE') ?? '')
}

export async function teardown(): Promise<void> {
  await cluster?.stop()
}

function leaveOut(sentence: string): void {
  if (process.env['ESPACE_COOP_REQUIRE_POSTGRESQL'] === '1') throw new Error(sentence)
  console.warn(sentence)
}
