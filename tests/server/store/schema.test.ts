import { sql, type Selectable } from 'kysely'
import { expect, test } from 'vitest'

import { asJson } from '../../../src/server/store/database-values.ts'
import { allTables, spreading, spreadingStatements } from '../../../src/server/store/engine-differences.ts'
import type { Store } from '../../../src/server/store/store.ts'
import type { Tables } from '../../../src/server/store/tables.ts'
import { beside, describeEachStore } from '../each-store.ts'

interface Key {
  table: string
  columns: string[]
  /** p primary, u unique, f foreign. */
  kind: string
  refers_to: string | null
}

describeEachStore('the schema', (given) => {
  test('every table has its place on several nodes, one and no more', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name::text as name from information_schema.tables where table_schema = 'public'`.execute(
      given().db,
    )
    expect(rows.map(({ name }) => name).sort()).toEqual([...allTables].sort())
    expect(new Set(allTables).size).toBe(allTables.length)
  })

  test('every key of a scoped table begins with its scope', async () => {
    const keys = (await keysOf(given())).filter(({ table, kind }) => isScoped(table) && kind !== 'f')
    expect(keys.filter(({ columns }) => columns[0] !== 'scope_id')).toEqual([])
    const withKey = new Set(keys.map(({ table }) => table))
    expect(spreading.distributed.filter((table) => !withKey.has(table))).toEqual([])
  })

  test('no table points at a scoped one', async () => {
    const keys = await keysOf(given())
    expect(keys.filter(({ refers_to }) => refers_to !== null && isScoped(refers_to))).toEqual([])
    expect(keys.some(({ refers_to }) => refers_to === 'person')).toBe(true)
  })

  test('a number is never given twice in a scope', async () => {
    const keys = await keysOf(given())
    expect(keys).toContainEqual({ table: 'doc', columns: ['scope_id', 'seq'], kind: 'u', refers_to: null })
    const { rows } = await sql<{ definition: string }>`
      select indexdef as definition from pg_indexes where indexname = 'doc_conflict_seq'`.execute(given().db)
    expect(rows[0]?.definition).toMatch(/unique.*\(scope_id, seq\)/i)
  })

  test('there is no trigger and no sequence', async () => {
    const { rows } = await sql<{ count: number }>`
      select (select count(*) from pg_trigger where not tgisinternal)
           + (select count(*) from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace) as count`.execute(
      given().db,
    )
    expect(rows).toEqual([{ count: 0 }])
  })

  test('the counters’ table leaves room to be updated in place', async () => {
    const { rows } = await sql<{ options: string[] }>`
      select reloptions as options from pg_class where relname = 'sync_scope'`.execute(given().db)
    expect(rows[0]?.options).toContain('fillfactor=50')
  })

  test('every table gives back the row that it was given', async () => {
    for (const [table, row] of Object.entries(oneRowOfEach)) {
      await beside(() => sql`delete from ${sql.table(table)} where true`.execute(given().db))
      const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)))
      const values = sql.join(Object.values(row).map(asStored))
      await sql`insert into ${sql.table(table)} (${columns}) values (${values})`.execute(given().db)
      const { rows } = await beside(() => sql`select * from ${sql.table(table)}`.execute(given().db))
      expect({ table, rows }).toEqual({ table, rows: [row] })
    }
    expect(Object.keys(oneRowOfEach).sort()).toEqual(
      allTables.filter((name) => name !== 'schema_migration').sort(),
    )
  })
})

test('the list for several nodes names each table once, those that others point at first', () => {
  const statements = spreadingStatements()
  expect(statements).toHaveLength(spreading.reference.length + spreading.distributed.length)
  expect(statements.at(-1)).toBe(`select create_distributed_table('erased', 'scope_id')`)
  expect(statements[0]).toBe(`select create_reference_table('sync_meta')`)
})

function isScoped(table: string): boolean {
  return spreading.distributed.some((name) => name === table)
}

async function keysOf(store: Store): Promise<Key[]> {
  const { rows } = await sql<Key>`
    select c.conrelid::regclass::text as table, c.contype::text as kind,
      case when c.confrelid = 0 then null else c.confrelid::regclass::text end as refers_to,
      array(select a.attname::text from unnest(c.conkey) with ordinality as k (number, place)
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number order by k.place) as columns
    from pg_constraint c where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f')`.execute(
    store.db,
  )
  return rows
}

function asStored(value: unknown): unknown {
  // The one array that isn't JSON.
  if (value === oneRowOfEach.list_reading.reports) return value
  return typeof value === 'object' && value !== null ? asJson(value) : value
}

const id = (last: number): string => `0190c000-0000-7000-8000-00000000000${last}`
const at = '2026-11-23T08:00:00.123Z'

/** As `tables.ts` says that they are read, in an order in which each finds those that it points at. */
const oneRowOfEach: { [T in Exclude<keyof Tables, 'schema_migration'>]: Selectable<Tables[T]> } = {
  sync_meta: { one: true, epoch: id(1), min_client: 2 },
  sync_scope: { scope_id: id(1), kind: 'advisor', seq: 3, horizon: 1, digest: '18446744073709551615' },
  sync_grant: { scope_id: id(1), user_id: id(2), can_write: false },
  contract: { scope_id: id(1), contract_id: id(2), starts: '2026-01-01', ends: null },
  doc: {
    scope_id: id(1),
    id: id(2),
    collection: 'report',
    rev: 1,
    seq: 3,
    state: 'live',
    day: '2026-11-23',
    schema_v: 1,
    body: { minutes: 30, themes: ['email'] },
    edited_at: at,
    edited_by: id(3),
    updated_at: at,
  },
  doc_history: {
    scope_id: id(1),
    id: id(2),
    rev: 1,
    op_id: id(4),
    set_fields: { minutes: 30 },
    state: 'live',
    by_user: id(3),
    device_id: id(5),
    at,
  },
  doc_conflict: {
    scope_id: id(1),
    conflict_id: id(2),
    id: id(3),
    op_id: id(4),
    kind: 'field',
    lost: { notes: 'à garder' },
    status: 'resolved',
    at,
    seq: 12,
    resolved_by: id(5),
    resolved_at: at,
  },
  sync_op: {
    scope_id: id(1),
    op_id: id(2),
    user_id: id(3),
    device_id: id(4),
    result: { status: 'applied' },
    at,
  },
  device: {
    device_id: id(1),
    user_id: id(2),
    app_version: '214',
    cursors: { [id(1)]: 3 },
    queued: 0,
    queued_by_scope: { [id(1)]: 0 },
    last_seen: at,
    revoked_at: null,
  },
  quarantine: {
    op_id: null,
    user_id: id(1),
    device_id: id(2),
    raw: ['illisible'],
    reason: 'unknown-schema',
    at,
  },
  erased: { scope_id: id(1), id: id(2), at },
  report_opening: { scope_id: id(1), day: '2026-11-23', reader_id: id(2), report_id: id(3), at },
  list_reading: {
    scope_id: id(1),
    day: '2026-11-23',
    reader_id: id(2),
    way: 'list',
    reports: [id(3), id(4)],
    first_day: '2026-11-20',
    last_day: '2026-11-23',
    at,
  },
  person: {
    person_id: id(1),
    email: 'Awa@mairie.example',
    email_key: 'awa@mairie.example',
    given_name: 'Awa',
    family_name: null,
    issuer: 'https://issuer.example',
    subject: 'awa',
    bound_at: at,
    created_at: at,
    siret: '21090261200019',
    vouched_email_key: 'awa@mairie.example',
  },
  structure: {
    structure_id: id(1),
    siret: '21090261200019',
    name: 'Mairie de Saint-Girons',
    commune: '09261',
    department: '09',
    kind: 'public',
    created_at: at,
    access_changes: 3,
  },
  assignment: { scope_id: id(1), person_id: id(1), structure_id: id(1), role: 'advisor' },
  membership: { person_id: id(1), structure_id: id(1), role: 'responsable', since: at },
  team: { team_id: id(1), name: 'Couserans', department: '09' },
  team_member: { team_id: id(1), scope_id: id(1), joins: '2026-01-01', leaves: null },
  team_coordinator: { team_id: id(1), person_id: id(1) },
  state_remit: { person_id: id(1), department: null },
  training_body_account: { person_id: id(1), name: 'Formation' },
  training_body: { body_id: id(9), name: 'Formation' },
  trainee: {
    trainee_id: id(9),
    scope_id: id(1),
    body_id: id(9),
    since: at,
    entrusted_by: id(1),
    ended_at: at,
    ended_by: id(1),
  },
  training_turn: { scope_id: id(1), fact_changes: 2 },
  training_fact: {
    fact_id: id(9),
    scope_id: id(1),
    kind: 'half-day',
    party: 'body',
    day: '2026-12-07',
    said: { half: 'matin' },
    replaces: null,
    by_person: id(1),
    at,
  },
  web_session: {
    token_hash: 'a',
    person_id: id(1),
    id_token: null,
    created_at: at,
    last_seen_at: at,
    expires_at: at,
    device_id: id(5),
  },
  digest_mismatch: {
    scope_id: id(1),
    device_id: id(5),
    head: 12,
    ours: '1',
    theirs: '18446744073709551615',
    app_version: '0.1.0',
    at,
  },
  access_request: {
    request_id: id(6),
    person_id: id(1),
    structure_id: id(1),
    asked_at: at,
    status: 'accepted',
    settled_at: at,
    settled_by: id(1),
  },
  invitation: {
    invitation_id: id(7),
    structure_id: id(1),
    email: 'Bruno@mairie.example',
    email_key: 'bruno@mairie.example',
    role: 'lecteur',
    token_hash: 'b',
    invited_by: id(1),
    invited_at: at,
    expires_at: at,
    outcome: null,
    settled_at: null,
    settled_by: null,
  },
  mail_outbox: {
    mail_id: id(8),
    event: 'invitation',
    recipient: 'bruno@mairie.example',
    subject: 'Invitation',
    body: 'Bonjour',
    written_at: at,
    tries: 1,
    next_try_at: at,
    sent_at: null,
    stop_url: 'https://coop.example/stop',
  },
  anomaly_settlement: {
    settlement_id: id(6),
    structure_id: id(1),
    facts_key: 'abc',
    month: '2026-11',
    kind: 'long-day',
    rule_version: 1,
    finding: 'Les activités durent 14 h en tout.',
    sentence: 'Vérifié.',
    by_person: id(1),
    at,
  },
  anomaly_withdrawal: { settlement_id: id(6), by_person: id(1), at },
  sign_in_attempt: { state: 's', nonce: 'n', code_verifier: 'v', return_to: '/', expires_at: at },
  published_figures: {
    figures_id: id(1),
    owner_kind: 'structure',
    owner_id: id(2),
    first_day: '2026-09-01',
    last_day: '2026-10-31',
    figures: { totals: null },
    served: true,
  },
  published_month: { scope_id: id(3), month: '2026-09-01', figures_id: id(1) },
  public_link: {
    link_id: id(4),
    token_hash: 'of a token',
    person_id: id(1),
    figures_id: id(1),
    choices: { title: 'Un bilan' },
    names: { structures: [] },
    made_at: at,
    ends_on: '2026-12-23',
    closed_at: null,
    opened: 3,
  },
  needs_edition: { year: 2025, made_at: at, method: 1, communes_year: 2026 },
  needs_row: {
    year: 2025,
    kind: 'commune',
    code: '09261',
    accompaniments: null,
    values_shown: { 'theme:email': 60 },
  },
  open_data_edition: {
    number: 1,
    year: 2025,
    counted_at: at,
    withdrawn_at: null,
    withdrawn_because: null,
  },
  open_data_row: {
    edition: 1,
    dataset: 'totaux',
    place: 0,
    department: '2A',
    period: '2025-T1',
    dimension: null,
    value: null,
    activities: 12,
    accompaniments: 30,
    minutes: 720,
    beneficiaries: null,
  },
  api_token: {
    token_id: id(6),
    token_hash: 'hash',
    name: 'Tableau de bord',
    purpose: 'Suivi',
    datasets: ['totaux'],
    department: null,
    made_by: id(1),
    made_at: at,
    last_day: '2027-06-30',
    last_used_on: null,
    revoked_at: null,
  },
  signing_key: { key_id: 'a1', public_key: 'spki', since: at },
  seal: {
    seal_id: id(7),
    structure_id: id(1),
    month: '2026-10',
    number: 1,
    code: '0123456789AB',
    by_person: id(1),
    at,
    key_id: 'a1',
    content: '{}',
    signature: 'of it',
  },
  seal_line: {
    seal_id: id(7),
    scope_id: id(3),
    person_id: id(1),
    scope_seq: 4,
    reports: 1,
    ids_sum: 'of an id',
    marks: [{ id: 'a report' }],
  },
  reminder: {
    reminder_id: id(6),
    mail_id: id(7),
    to_person: id(1),
    reader: 'structure',
    advisor_id: id(1),
    structure_id: id(1),
    since: '2026-10-20',
    days: 34,
    rule_version: 1,
    sent_at: at,
  },
  month_reminder: {
    reminder_id: id(6),
    mail_id: id(7),
    to_person: id(1),
    structure_id: id(1),
    month: '2026-10',
    standing: 'to-vouch',
    rule_version: 1,
    sent_at: at,
  },
  reminder_answer: {
    answer_id: id(6),
    advisor_id: id(1),
    structure_id: id(1),
    reader: 'advisor',
    reason: 'to-file',
    answered_on: '2026-11-23',
    by_person: id(1),
    at,
  },
  reminder_mail: { person_id: id(1), last_sent_at: at, stopped_at: null },
  reminder_stop_link: { token_hash: 'of a token', person_id: id(1), made_at: at },
  post: { post_id: id(1), reference: '09-0001', department: '09', created_at: at, fact_changes: 2 },
  community_event: {
    event_id: id(1),
    audience: 'department',
    department: '09',
    team_id: null,
    created_at: at,
    fact_changes: 2,
  },
  community_event_fact: {
    fact_id: id(2),
    event_id: id(1),
    kind: 'published',
    day: '2026-12-01',
    said: { details: { title: 'Webinaire' } },
    replaces: null,
    by_person: id(1),
    at,
  },
  community_mark: {
    fact_id: id(2),
    event_id: id(1),
    scope_id: id(1),
    says: 'present',
    by_person: id(1),
    at,
  },
  calendar_link: { person_id: id(1), token_hash: 'of a token', made_at: at },
  kit_turn: { structure_id: id(1), fact_changes: 2 },
  kit_fact: {
    fact_id: id(2),
    structure_id: id(1),
    scope_id: id(1),
    kind: 'handed',
    party: 'structure',
    day: '2026-11-23',
    said: { label: 'PC-12' },
    replaces: null,
    by_person: id(1),
    at,
  },
  post_fact: {
    fact_id: id(2),
    post_id: id(1),
    kind: 'contract',
    day: '2026-11-23',
    structure_id: null,
    said: { terms: 'cdd' },
    replaces: null,
    by_person: id(1),
    at,
  },
  contract_offer: {
    offer_id: id(3),
    structure_id: id(1),
    post_id: id(1),
    email: 'Nour@mairie.example',
    email_key: 'nour@mairie.example',
    given_name: 'Nour',
    family_name: '',
    token_hash: 'of a token',
    offered_by: id(1),
    sent_at: at,
    expires_at: at,
    outcome: null,
    settled_at: null,
    settled_by: null,
  },
}
