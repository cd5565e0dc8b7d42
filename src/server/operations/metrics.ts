import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type OpenMetricsContentType,
} from 'prom-client'
import type { PullRequest, PushAnswer, PushRequest } from '../../domain/sync/wire.ts'
import type { OpenMatters } from '../store/operations.ts'

/** What a process counts of its own work, and how the database stands: numbers, never a person nor an id. */
export interface Metrics {
  answered(answer: { method: string; route: string; status: number; seconds: number }): void
  pushed(request: Pick<PushRequest, 'ops'>, answer: Pick<PushAnswer, 'results'>): void
  pulled(request: Pick<PullRequest, 'mismatches'>): void
  /** Everything as OpenMetrics text, with what the database says now. */
  text(standing: Standing): Promise<string>
  readonly contentType: string
}

/** How the database stands, for every server of it the same. */
export interface Standing extends OpenMatters {
  /** By how long they have been silent, in words of the label. */
  readonly devices: readonly { readonly silent: string; readonly devices: number; readonly queued: number }[]
}

/** @param process whether memory, event loop and garbage collection are watched too */
export function createMetrics({ process }: { process: boolean }): Metrics {
  const registry = new Registry<OpenMetricsContentType>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  if (process) collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'coop_http_request_seconds',
    help: 'Requests by method, pattern of the route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  const sync = syncCounters(registry)
  const gauges = standingGauges(registry)
  return {
    contentType: registry.contentType,
    answered: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    ...sync,
    text: (standing) => {
      gauges.set(standing)
      return registry.metrics()
    },
  }
}

function syncCounters(registry: Registry<OpenMetricsContentType>): Pick<Metrics, 'pushed' | 'pulled'> {
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers: [registry] })
  const ops = counter('coop_sync_ops_total', 'Ops by what was decided of them', ['status'])
  const rejections = counter('coop_sync_rejections_total', 'Refused ops by the reason', ['code'])
  const conflicts = counter('coop_sync_conflicts_total', 'Ops that left a conflict, by its kind', ['kind'])
  const unreadable = counter('coop_sync_unreadable_ops_total', 'Ops without even an id to answer to', [])
  const pulls = counter('coop_sync_pulls_total', 'Pages of changes that were asked for', [])
  const mismatches = counter(
    'coop_sync_digest_mismatches_total',
    'Sums that a device and the server differ on',
    [],
  )
  return {
    pushed({ ops: sent }, { results }) {
      unreadable.inc(sent.length - results.length)
      for (const { status, error, conflict } of results) {
        ops.inc({ status })
        if (status === 'rejected') rejections.inc({ code: error?.code ?? 'unknown' })
        if (status === 'conflict') conflicts.inc({ kind: conflict?.kind ?? 'unknown' })
      }
    },
    pulled({ mismatches: reported = [] }) {
      pulls.inc()
      mismatches.inc(reported.length)
    },
  }
}

function standingGauges(registry: Registry<OpenMetricsContentType>): { set: (standing: Standing) => void } {
  const gauge = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  const devices = gauge('coop_devices', 'Devices by how long they have been silent', ['silent'])
  const queued = gauge('coop_queued_ops', 'Ops that waited on devices at their last contact', ['silent'])
  const conflicts = gauge('coop_open_conflicts', 'Conflicts of live documents that nobody has settled', [])
  const quarantined = gauge(
    'coop_quarantined_texts',
    'Texts that were kept because nobody could read them',
    [],
  )
  const mismatches = gauge('coop_digest_mismatches_day', 'Sums that differed in the last 24 hours', [])
  return {
    set(standing) {
      for (const { silent, devices: count, queued: ops } of standing.devices) {
        devices.set({ silent }, count)
        queued.set({ silent }, ops)
      }
      conflicts.set(standing.openConflicts)
      quarantined.set(standing.quarantined)
      mismatches.set(standing.mismatches)
    },
  }
}
