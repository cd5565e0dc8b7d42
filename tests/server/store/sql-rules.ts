import { spreading } from '../../../src/server/store/engine-differences.ts'

/*
 * What keeps the same SQL running on one node, embedded and spread (sync.md 2.3, rule 9), as far as the text of a
 * statement shows it. Statements of the schema and upkeep aren't held to it: they aren't queries.
 */

const query = /^\s*(with|select|insert|update|delete|merge)\b/i

const forbidden: { pattern: RegExp; because: string }[] = [
  {
    pattern: /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(/i,
    because: 'times are made by the program and passed in',
  },
  {
    pattern: /\b(current_(timestamp|date|time)|localtime(stamp)?)\b/i,
    because: 'times are made by the program and passed in',
  },
  {
    pattern: /\b(random|gen_random_uuid|uuidv[47]|uuid_generate_\w+)\s*\(/i,
    because: 'ids are made by the program',
  },
  { pattern: /\b(nextval|currval|lastval)\s*\(/i, because: 'a sequence is not in commit order' },
  {
    pattern: /\b(to_jsonb?|row_to_json)\s*\(/i,
    because: 'JSON is built by the program or by jsonb_build_object',
  },
  { pattern: /\bmerge\s+into\b/i, because: 'MERGE does not run spread' },
  { pattern: /\blateral\b/i, because: 'a lateral join over several scopes does not run spread' },
  { pattern: /\bset\s+"?scope_id"?\s*=/i, because: 'a row never changes scope' },
]

/** The rules that a statement breaks, each in one sentence; none for a good one. */
export function brokenSqlRules(sql: string): string[] {
  if (!query.test(sql)) return []
  const broken = forbidden.filter(({ pattern }) => pattern.test(sql)).map(({ because }) => because)
  return [...broken, ...withoutScope(sql), ...lockingManyScopes(sql)]
}

function withoutScope(sql: string): string[] {
  const scoped = spreading.distributed.filter((table) =>
    new RegExp(`\\b(from|join|into|update)\\s+"?${table}"?(\\s|$|\\(|,)`, 'i').test(sql),
  )
  if (scoped.length === 0 || /\bscope_id\b/i.test(sql)) return []
  return [`scope_id is in every statement on ${scoped.join(', ')}`]
}

function lockingManyScopes(sql: string): string[] {
  if (!/\bfor\s+(no\s+key\s+)?(update|share)\b/i.test(sql)) return []
  return /scope_id"?\s*=\s*\$/i.test(sql) ? [] : ['rows are locked in one scope only']
}
