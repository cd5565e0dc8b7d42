import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { findPostgresql } from '../server/find-postgresql.ts'
import { startThrowAwayCluster, type ThrowAwayCluster } from '../server/throw-away-cluster.ts'

/** A PostgreSQL of the drill's own, which writes through to the disk; undefined where none is on this machine. */
export async function durableCluster(): Promise<ThrowAwayCluster | undefined> {
  const programs = findPostgresql()
  return programs === undefined ? undefined : startThrowAwayCluster(programs, { durable: true })
}

/** Makes an empty database in it and answers its connection string. */
export async function newDatabase(cluster: ThrowAwayCluster): Promise<string> {
  const name = `drill_${randomUUID().replaceAll('-', '')}`
  const client = new Client({ connectionString: cluster.urlOf('postgres') })
  await client.connect()
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  return cluster.urlOf(name)
}
