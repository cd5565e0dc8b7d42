import type { Migration } from './migration.ts'

/**
 * Contracts that are offered to an address: to whom, and what became of the invitation. Facts of posts name an offer and
 * never an address, so that addresses can be forgotten while facts stay. And what waits on a device by scope, so that an
 * employer is told of its own.
 */
export const whatStructuresMaySee: Migration = {
  number: 14,
  name: 'what structures may see',
  statements: [
    `alter table device add column queued_by_scope jsonb`,

    `create table contract_offer (
      offer_id uuid primary key,
      structure_id uuid not null references structure,
      post_id uuid not null references post,
      email text not null,
      email_key text not null,
      given_name text not null,
      family_name text not null,
      token_hash text not null constraint contract_offer_token unique,
      offered_by uuid not null references person,
      sent_at timestamptz not null,
      expires_at timestamptz not null,
      outcome text check (outcome in ('accepted', 'declined', 'withdrawn')),
      settled_at timestamptz,
      settled_by uuid references person)`,
    `create index contract_offer_by_structure on contract_offer (structure_id)`,
    `create index contract_offer_by_address on contract_offer (email_key) where outcome is null`,
  ],
}
