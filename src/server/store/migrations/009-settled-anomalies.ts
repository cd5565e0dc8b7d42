import type { Migration } from './migration.ts'

/**
 * What members of a structure said of findings, and what they took back: rows are added and never changed. The key says
 * of which facts; the finding is kept as it was read then.
 */
export const settledAnomalies: Migration = {
  number: 9,
  name: 'settled anomalies',
  statements: [
    `create table anomaly_settlement (
      settlement_id uuid primary key,
      structure_id uuid not null references structure,
      facts_key text not null,
      month text not null,
      kind text not null,
      rule_version int not null,
      finding text not null,
      sentence text not null,
      by_person uuid not null references person,
      at timestamptz not null)`,
    `create index anomaly_settlement_by_facts on anomaly_settlement (structure_id, facts_key)`,
    `create table anomaly_withdrawal (
      settlement_id uuid primary key references anomaly_settlement,
      by_person uuid not null references person,
      at timestamptz not null)`,
  ],
}
