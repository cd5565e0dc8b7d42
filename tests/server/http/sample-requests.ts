import type { InjectOptions } from 'fastify'
import { protocolVersion, schemaVersion } from '../../../src/domain/sync/limits.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { ariegeTeam, institute } from '../../../src/server/demonstration/demonstration-people.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { someDetails } from '../../builders/a-community-event.ts'
import { aDeviceId, aUuid } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { testEpoch } from '../databases.ts'
import { mutation } from '../test-app.ts'
import { scopeOf } from '../test-cast.ts'
import { vacantPost } from '../test-posts.ts'
import {
  aMember,
  awasBreakdown,
  awasComputer,
  awasConfirmedSize,
  awasDevice,
  awasReport,
  awasReason,
  awasSize,
  awasTraining,
  ownTerritory,
  pastEvent,
  questionOnIt,
  waitingInvitation,
  waitingRequest,
  type Visitor,
} from './access-visitors.ts'

/** What a route answered. */
export interface Answer {
  readonly statusCode: number
  readonly body: string
}

/**
 * One request of a route, that would be answered to whoever may: what the tests of access need to know of a route
 * beside its line of the table. A route that takes no more than the id of its structure or team needs no sample.
 */
export interface SampleRequest {
  /** As far as it differs from the route itself with its ids filled in. `from` is who sends it, or says so. */
  request?(from: PersonId): InjectOptions
  /** What whoever may is answered: 200 unless said otherwise. */
  readonly status?: number
  /** What anybody else is answered where the line is over one's own: the same, about themselves, unless said otherwise. */
  readonly othersStatus?: number
  /** What each is answered who is signed in, where that depends on more than the line over one's own says. */
  statusFor?(visitor: Visitor): number
  /** The code of the refusal where the secret that opens it isn't shown. */
  readonly refusal?: string
  /** Whether an answer gives away Awa's work, or does something to it: must hold for who may, and for nobody else. */
  gives?(answer: Answer): boolean
  /** What no answer may hold, whoever asks. */
  hides?(answer: Answer): boolean
}

const november = 'du=2026-11-01&au=2026-11-30&avant-du=2026-10-01&avant-au=2026-10-31&pas=mois'
const get = (url: string) => () => ({ url })
const formPost = (url: string) => () => ({
  method: 'POST' as const,
  url,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: 'account=demo',
})
const lastMonth = { from: '2026-10-01', to: '2026-10-31' }
const aPublication = {
  owner: { kind: 'advisor' },
  period: lastMonth,
  choices: {
    model: 'bilan',
    title: 'Bilan',
    words: '',
    blocks: [],
    saysStructure: true,
    saysCommune: true,
  },
  duration: '1-an',
  seen: 'nothing',
}
const aToken = {
  name: 'Tableau de bord',
  purpose: 'Suivi',
  datasets: ['totaux'],
  department: null,
  lastDay: '2027-06-30',
}
const onBruno = { key: awasReport, advisor: cast.bruno.id, structure: townHall.id }
const aWebinar = () => ({
  id: aUuid(),
  kind: 'published',
  replaces: null,
  details: someDetails(),
})
const isState = ({ role, standing }: Visitor) => role === 'state' && standing !== 'former'
const ownStructure = `/api/structures/${townHall.id}`
const ownBody = `/api/training-bodies/${institute.body}`
const holdsAwasReport = ({ body }: Answer) => body.includes(awasReport)
/** Who opened Awa's report. */
const readersName = 'Chantal Rouch'
const countsAwasReport = ({ body }: Answer) => /"activities":1/.test(body)

/** By route, as `GET /api/session`. */
export const sampleRequests: Readonly<Record<string, SampleRequest>> = {
  'GET /api/session': { gives: ({ body }) => body.includes(scopeOf('awa')) },
  'GET /api/state/figures': {
    request: get(`/api/state/figures?${november}&departement=${ownTerritory}`),
    hides: ({ body }) => /"activities":[1-4]\b/.test(body),
  },
  'POST /api/public-links/preview': {
    request: () =>
      mutation('/api/public-links/preview', {
        payload: { owner: { kind: 'structure', id: townHall.id }, period: lastMonth },
      }),
    statusFor: ({ role, standing }) => (role === 'responsable' && standing === 'own' ? 200 : 403),
  },
  // Of figures that nobody has read: whoever has any is told that they would publish others.
  'POST /api/public-links': {
    request: () => mutation('/api/public-links', { payload: aPublication }),
    statusFor: ({ id, role, standing }) =>
      (role === 'advisor' && standing !== 'former') || id === cast.elsa.id ? 409 : 403,
  },
  'DELETE /api/public-links/:id': {
    request: () => mutation(`/api/public-links/${awasReport}`, { method: 'DELETE' }),
    status: 404,
  },
  'GET /bilan/:token': { request: get('/bilan/unknown'), status: 404 },
  'HEAD /bilan/:token': { request: () => ({ method: 'HEAD', url: '/bilan/unknown' }), status: 404 },
  'GET /api/state/tokens': { statusFor: (visitor) => (isState(visitor) ? 200 : 403) },
  'POST /api/state/tokens': {
    request: () => mutation('/api/state/tokens', { payload: aToken }),
    // The nation's is the nation's to give.
    statusFor: ({ id }) => (id === cast.farid.id ? 201 : 403),
  },
  'DELETE /api/state/tokens/:id': {
    request: () => mutation(`/api/state/tokens/${awasReport}`, { method: 'DELETE' }),
    statusFor: (visitor) => (isState(visitor) ? 404 : 403),
  },
  'GET /api/open-data/editions/:number/:file': {
    request: get('/api/open-data/editions/1/totaux.csv'),
    status: 404,
  },
  'GET /api/v1/editions': { refusal: 'token-refused' },
  'GET /api/v1/totaux': { refusal: 'token-refused' },
  'GET /api/v1/repartitions': { refusal: 'token-refused' },
  'GET /api/state/needs': {
    request: get(`/api/state/needs?territoire=departement:${ownTerritory}`),
    hides: ({ body }) => /"accompaniments":[1-4]\b/.test(body),
  },
  'GET /api/state/needs/territories': {
    request: get('/api/state/needs/territories?recherche=saint'),
    statusFor: (visitor) => (isState(visitor) ? 200 : 403),
  },
  'GET /api/structures/:id/activities': { gives: holdsAwasReport },
  'GET /api/structures/:id/activities/:report': {
    request: get(`${ownStructure}/activities/${awasReport}`),
    gives: holdsAwasReport,
  },
  'GET /api/structures/:id/readings': { gives: ({ body }) => body.includes(readersName) },
  'GET /api/own-readings': { gives: ({ body }) => body.includes(readersName) },
  'GET /api/own-readings/reports/:report': {
    request: get(`/api/own-readings/reports/${awasReport}`),
    gives: ({ body }) => body.includes(readersName),
  },
  'GET /api/structures/:id/activities.csv': { gives: holdsAwasReport },
  'GET /api/structures/:id/activity-choices': { gives: ({ body }) => body.includes(cast.awa.id) },
  'GET /api/structures/:id/figures': { request: onDays, gives: countsAwasReport },
  'GET /api/structures/:id/absences': { gives: ({ body }) => body.includes(cast.awa.id) },
  'POST /api/structures/:id/absences': {
    request: () =>
      mutation(`${ownStructure}/absences`, {
        payload: {
          key: awasReport,
          advisor: cast.awa.id,
          absence: { kind: 'conge', from: '2026-11-24', to: '2026-11-25' },
        },
      }),
    status: 201,
  },
  // Nobody declared it: who may take one back is told so.
  'DELETE /api/structures/:id/absences/:absence': {
    request: () => mutation(`${ownStructure}/absences/${awasReport}`, { method: 'DELETE' }),
    status: 404,
  },
  'GET /api/structures/:id/questions': { gives: ({ body }) => body.includes(questionOnIt) },
  'POST /api/structures/:id/questions': {
    request: () =>
      mutation(`${ownStructure}/questions`, {
        payload: { key: awasReport, advisor: cast.awa.id, report: awasReport, text: 'Pourquoi ?' },
      }),
    status: 201,
  },
  'GET /api/structures/:id/months/:month/anomalies': {
    request: get(`${ownStructure}/months/2026-11/anomalies`),
    gives: ({ body }) => body.includes('"month":"2026-11"'),
  },
  // Nothing was found that has this key, or was said by this id: that is all that whoever may is told.
  'POST /api/structures/:id/months/:month/anomalies/settle': {
    request: () =>
      mutation(`${ownStructure}/months/2026-11/anomalies/settle`, {
        payload: { id: awasReport, key: '0'.repeat(32), sentence: 'Vérifié avec elle.' },
      }),
    status: 404,
  },
  'DELETE /api/structures/:id/anomaly-settlements/:settlement': {
    request: () => mutation(`${ownStructure}/anomaly-settlements/${awasReport}`, { method: 'DELETE' }),
    status: 404,
  },
  'GET /api/structures/:id/months': { gives: ({ body }) => body.includes('"month":"2026-11"') },
  'GET /api/structures/:id/months/:month': {
    request: get(`${ownStructure}/months/2026-11`),
    gives: countsAwasReport,
  },
  // November isn't over on the day of these requests: that is all that whoever may is told.
  'POST /api/structures/:id/months/:month/seals': {
    request: () =>
      mutation(`${ownStructure}/months/2026-11/seals`, {
        payload: { id: awasReport, seen: '0'.repeat(64), reservations: [] },
      }),
    status: 409,
  },
  'GET /api/structures/:id/seals/:seal/attestation.pdf': {
    request: get(`${ownStructure}/seals/${awasReport}/attestation.pdf`),
    status: 404,
  },
  'GET /api/teams/:id/months/:month/vouched': {
    request: () => ({ url: `/api/teams/${ariegeTeam.id}/months/2026-11/vouched` }),
    gives: ({ body }) => body.includes(townHall.id),
    hides: ({ body }) => body.includes('activities'),
  },
  'GET /api/state/months/:month/vouched': {
    request: get(`/api/state/months/2026-11/vouched?departement=${ownTerritory}`),
    gives: ({ body }) => body.includes(townHall.id),
    hides: ({ body }) => body.includes('activities'),
  },
  'GET /api/state/months/:month/vouched-by-department': {
    request: get('/api/state/months/2026-11/vouched-by-department'),
    statusFor: (visitor) => (isState(visitor) ? 200 : 403),
    hides: ({ body }) => /activities|Saint-Girons/.test(body),
  },
  'GET /api/seals/:code': { request: get('/api/seals/0000'), status: 400 },
  'GET /verifier/:code': { request: get('/verifier/0000'), status: 400 },
  'GET /api/teams/:id/figures': { request: onDays, gives: countsAwasReport },
  // Nobody of them works for a structure as the issuer vouches for it, or has an invitation: that is all they are told.
  'POST /api/own-employer/requests': { status: 409 },
  'GET /api/invitations/:token': { request: get('/api/invitations/unknown'), status: 404 },
  'POST /api/invitations/:token/acceptance': {
    request: () => mutation('/api/invitations/unknown/acceptance'),
    status: 404,
  },
  'GET /api/structures/:id/access': { gives: ({ body }) => body.includes(cast.chantal.email) },
  'DELETE /api/structures/:id/members/:member': {
    request: () => mutation(`${ownStructure}/members/${aMember}`, { method: 'DELETE' }),
    status: 204,
  },
  'POST /api/structures/:id/members/:member/role': {
    request: () => mutation(`${ownStructure}/members/${aMember}/role`, { payload: { role: 'responsable' } }),
    status: 204,
  },
  'POST /api/structures/:id/invitations': {
    request: () =>
      mutation(`${ownStructure}/invitations`, {
        payload: { email: 'nouvelle@ailleurs.example', role: 'lecteur' },
      }),
    status: 204,
  },
  'DELETE /api/structures/:id/invitations/:invitation': {
    request: () => mutation(`${ownStructure}/invitations/${waitingInvitation}`, { method: 'DELETE' }),
    status: 204,
  },
  'POST /api/structures/:id/access-requests/:request/answer': {
    request: () =>
      mutation(`${ownStructure}/access-requests/${waitingRequest}/answer`, { payload: { role: 'lecteur' } }),
    status: 204,
  },
  // Whoever is the State there is let in, and told that the structure has somebody who answers.
  'POST /api/state/structures/:id/access-requests/:request/answer': {
    request: () =>
      mutation(`/api/state/structures/${townHall.id}/access-requests/${waitingRequest}/answer`, {
        payload: { accepted: true },
      }),
    status: 409,
  },
  'GET /api/state/access-requests': {
    request: get(`/api/state/access-requests?departement=${ownTerritory}`),
  },
  'POST /api/reminders/own/mail': {
    request: () => mutation('/api/reminders/own/mail', { payload: { wanted: false } }),
    status: 204,
  },
  'POST /api/reminders/own/answers': {
    request: () =>
      mutation('/api/reminders/own/answers', {
        payload: { key: awasReport, structure: townHall.id, reason: 'to-file', on: '2026-11-23' },
      }),
    // Whoever has no post under contract there has nothing to say of it.
    statusFor: ({ id }) => (id === cast.awa.id || id === cast.bruno.id ? 204 : 404),
  },
  // Bruno has filed nothing ever.
  'GET /api/structures/:id/reminders': { gives: ({ body }) => body.includes(cast.bruno.id) },
  'POST /api/structures/:id/reminders/answers': {
    request: () =>
      mutation(`${ownStructure}/reminders/answers`, { payload: { ...onBruno, reason: 'planned' } }),
  },
  'GET /api/teams/:id/reminders': { gives: ({ body }) => body.includes(cast.bruno.id) },
  'POST /api/teams/:id/reminders/answers': {
    request: () =>
      mutation(`/api/teams/${ariegeTeam.id}/reminders/answers`, { payload: { ...onBruno, reason: 'known' } }),
    status: 204,
  },
  'GET /api/state/reminders': {
    request: get(`/api/state/reminders?departement=${ownTerritory}`),
    gives: ({ body }) => body.includes(townHall.id),
    hides: ({ body }) => body.includes(cast.bruno.id) || body.includes('Bruno'),
  },
  'POST /api/state/structures/:id/reminders/answers': {
    request: () =>
      mutation(`/api/state/structures/${townHall.id}/reminders/answers`, {
        payload: { key: awasReport, reason: 'known' },
      }),
    status: 204,
  },
  'GET /api/rappels/arret/:token': { request: get('/api/rappels/arret/unknown'), status: 404 },
  'POST /api/rappels/arret/:token': { request: formPost('/api/rappels/arret/unknown'), status: 404 },
  'GET /api/state/posts': {
    request: get(`/api/state/posts?departement=${ownTerritory}`),
    gives: ({ body }) => body.includes(townHall.name),
    hides: ({ body }) => body.includes('Diallo') || body.includes('"terms"'),
  },
  'POST /api/state/posts': {
    request: () =>
      mutation('/api/state/posts', {
        payload: {
          id: aUuid(),
          reference: '09-9999',
          department: ownTerritory,
          holder: { siret: townHall.siret },
          role: 'advisor',
          isAdditional: false,
          notifiedOn: '2026-11-02',
          convention: { starts: '2026-11-02', ends: '2028-11-01' },
        },
      }),
    status: 201,
  },
  'POST /api/state/posts/import': {
    request: () =>
      mutation(`/api/state/posts/import?departement=${ownTerritory}`, { payload: { posts: [] } }),
  },
  'POST /api/state/structures/:id/posts/:post/facts': {
    request: () =>
      mutation(`/api/state/structures/${townHall.id}/posts/${vacantPost}/facts`, {
        payload: { id: aUuid(), replaces: null, kind: 'returned', day: '2026-11-20' },
      }),
    status: 204,
  },
  'GET /api/structures/:id/posts': { gives: ({ body }) => body.includes('Awa Diallo') },
  'POST /api/structures/:id/posts/:post/facts': {
    request: () =>
      mutation(`${ownStructure}/posts/${vacantPost}/facts`, {
        payload: {
          id: aUuid(),
          replaces: null,
          kind: 'step',
          day: '2026-11-20',
          step: 'entretiens',
          words: '',
        },
      }),
    status: 204,
  },
  // Nothing was offered that this id or this link would be of: that is all that whoever may is told.
  'POST /api/structures/:id/posts/:post/offers/:offer/mail': {
    request: () => mutation(`${ownStructure}/posts/${vacantPost}/offers/${awasReport}/mail`),
    status: 409,
  },
  'GET /api/contract-offers/:token': { request: get('/api/contract-offers/unknown'), status: 404 },
  'POST /api/contract-offers/:token/acceptance': {
    request: () => mutation('/api/contract-offers/unknown/acceptance', { payload: { seen: awasReport } }),
    status: 404,
  },
  'POST /api/contract-offers/:token/refusal': {
    request: () => mutation('/api/contract-offers/unknown/refusal'),
    status: 404,
  },
  'GET /api/structures/:id/commitments': { gives: ({ body }) => body.includes('"number":7') },
  'GET /api/structures/:id/missions': { gives: ({ body }) => body.includes('"missions"') },
  'GET /api/state/structures/:id/commitments': {
    gives: ({ body }) => body.includes('"number":7'),
    hides: ({ body }) => /Awa|Diallo|Bruno|"next"|écran|"size"/.test(body),
  },
  'GET /api/own-contracts': { gives: ({ body }) => body.includes(scopeOf('awa')) },
  'GET /api/structures/:id/kit': {
    gives: ({ body }) => [awasComputer, awasBreakdown].every((words) => body.includes(words)),
    hides: ({ body }) => body.includes(awasSize) || body.includes(awasConfirmedSize),
  },
  'GET /api/structures/:id/kit/sizes': {
    gives: ({ body }) => [awasSize, awasConfirmedSize].every((size) => body.includes(size)),
    hides: ({ body }) => body.includes(awasBreakdown),
  },
  'POST /api/structures/:id/kit/facts': {
    request: () => {
      const says = { id: aUuid(), replaces: null, day: '2026-11-20', item: aUuid() }
      const size = { kind: 'outfit-asked', reason: 'premiere', size: 'M' }
      const payload = { scope: scopeOf('bruno'), says: { ...says, ...size } }
      return mutation(`${ownStructure}/kit/facts`, { payload })
    },
    status: 204,
  },
  'GET /api/own-kit': {
    gives: ({ body }) => [awasComputer, awasSize, awasBreakdown].every((words) => body.includes(words)),
  },
  'GET /api/structures/:id/training': {
    gives: ({ body }) => body.includes(awasTraining),
    hides: ({ body }) => body.includes(awasReason),
  },
  'POST /api/structures/:id/training/facts': {
    request: () => {
      const says = { id: aUuid(), kind: 'acknowledged', until: '2026-11-20T08:00:00.000Z' }
      return mutation(`${ownStructure}/training/facts`, { payload: { scope: scopeOf('awa'), says } })
    },
    status: 204,
  },
  'POST /api/structures/:id/training/trainees': {
    request: () => {
      const payload = { scope: scopeOf('bruno'), body: institute.body }
      return mutation(`${ownStructure}/training/trainees`, { payload })
    },
    status: 204,
  },
  'GET /api/own-training': {
    gives: ({ body }) => body.includes(awasTraining) && body.includes(awasReason),
  },
  'GET /api/training-bodies/:id/trainees': {
    gives: ({ body }) => body.includes(scopeOf('awa')),
    hides: ({ body }) => body.includes(scopeOf('hugo')) || body.includes('@'),
  },
  'GET /api/training-bodies/:id/trainees/:scope': {
    request: get(`${ownBody}/trainees/${scopeOf('awa')}`),
    gives: ({ body }) => body.includes(awasTraining),
  },
  'POST /api/training-bodies/:id/facts': {
    request: () => {
      const says = { id: aUuid(), kind: 'module', replaces: null, day: '2026-11-20', title: 'Café IA' }
      return mutation(`${ownBody}/facts`, { payload: { scope: scopeOf('awa'), says } })
    },
    status: 204,
  },
  'POST /api/training-bodies/:id/imports': {
    request: () =>
      mutation(`${ownBody}/imports`, {
        payload: { isTrial: true, knowsSealed: false, texts: [], lines: [] },
      }),
  },
  'GET /api/state/community': {
    request: get(`/api/state/community?departement=${ownTerritory}`),
    hides: ({ body }) => body.includes(scopeOf('awa')),
  },
  'POST /api/state/community/:event/facts': {
    request: () =>
      mutation(`/api/state/community/${aUuid()}/facts?departement=${ownTerritory}`, { payload: aWebinar() }),
    status: 204,
  },
  'GET /api/teams/:id/community': { gives: ({ body }) => body.includes(scopeOf('awa')) },
  'POST /api/teams/:id/community/:event/facts': {
    request: () =>
      mutation(`/api/teams/${ariegeTeam.id}/community/${aUuid()}/facts`, { payload: aWebinar() }),
    status: 204,
  },
  'POST /api/teams/:id/community/:event/marks': {
    request: () =>
      mutation(`/api/teams/${ariegeTeam.id}/community/${pastEvent}/marks`, {
        payload: { id: aUuid(), scope: scopeOf('bruno'), says: 'present' },
      }),
    status: 204,
  },
  'GET /api/structures/:id/community': { gives: ({ body }) => body.includes(scopeOf('awa')) },
  'GET /api/structures/:id/time': { gives: ({ body }) => body.includes(scopeOf('awa')) },
  'GET /api/own-community': { gives: ({ body }) => body.includes(scopeOf('awa')) },
  'POST /api/own-calendar-link': {
    request: () => mutation('/api/own-calendar-link'),
    status: 201,
    othersStatus: 201,
  },
  'DELETE /api/own-calendar-link': {
    request: () => mutation('/api/own-calendar-link', { method: 'DELETE' }),
    status: 204,
    othersStatus: 204,
  },
  'GET /api/calendrier/:file': {
    request: get('/api/calendrier/unknown.ics'),
    status: 404,
    refusal: 'not-found',
  },
  'GET /api/teams/:id/posts': {
    gives: ({ body }) => body.includes('Awa Diallo'),
    hides: ({ body }) => body.includes('"terms"'),
  },
  'GET /api/teams/:id/readiness': {
    gives: ({ body }) => body.includes('Awa Diallo'),
    hides: ({ body }) =>
      [awasComputer, awasTraining, awasReason, 'certified', 'equipped'].some((words) => body.includes(words)),
  },
  'GET /api/state/readiness': {
    request: get(`/api/state/readiness?departement=${ownTerritory}`),
    hides: ({ body }) =>
      ['Awa', 'Saint-Girons', scopeOf('awa'), townHall.id].some((words) => body.includes(words)),
  },
  'GET /demo/courrier': { gives: ({ body }) => body.includes(awasReport) },
  'POST /api/sync/v1/push': { request: push, gives: ({ body }) => /"status":"applied"/.test(body) },
  'POST /api/sync/v1/pull': { request: pull, gives: holdsAwasReport },
  'GET /api/sync/v1/recent': { request: recent, gives: holdsAwasReport },
  'POST /api/sync/v1/raw': {
    request: () => mutation('/api/sync/v1/raw', { payload: { anything: true } }),
    status: 202,
  },
  'GET /api/sync/v1/documents/:id/history': {
    request: get(`/api/sync/v1/documents/${awasReport}/history`),
    gives: ({ body }) => body.includes('"rev":1'),
  },
  'GET /api/sync/v1/devices': { gives: ({ body }) => body.includes(awasDevice) },
  'DELETE /api/sync/v1/devices/:id': {
    request: () => mutation(`/api/sync/v1/devices/${awasDevice}`, { method: 'DELETE' }),
    status: 204,
    othersStatus: 404,
    gives: ({ statusCode }) => statusCode === 204,
  },
  'GET /auth/sign-in': { status: 302 },
  'GET /auth/callback': { request: get('/auth/callback?code=forged&state=forged'), status: 302 },
  'GET /demo/issuer/*': { request: get('/demo/issuer/.well-known/openid-configuration') },
  'POST /demo/issuer/*': { request: formPost('/demo/issuer/token'), status: 400 },
  'GET /demo/sign-in/:uid': { request: get('/demo/sign-in/unknown'), status: 410 },
  'POST /demo/sign-in/:uid': { request: formPost('/demo/sign-in/unknown'), status: 400 },
}

function onDays(): InjectOptions {
  return { query: november }
}

function senderOf(id: PersonId) {
  return {
    protocol: protocolVersion,
    epoch: testEpoch,
    deviceId: id === cast.awa.id ? awasDevice : aDeviceId(),
    user: id,
    schema: schemaVersion,
    app: 'test',
  }
}

function push(from: PersonId): InjectOptions {
  const edit = anOp({
    scope: scopeOf('awa'),
    id: awasReport,
    kind: 'patch',
    baseRev: 1,
    set: { minutes: 60 },
    base: { minutes: 45 },
  })
  const sentAt = '2026-11-23T16:00:00.000Z'
  return mutation('/api/sync/v1/push', { payload: { ...senderOf(from), sentAt, queued: 1, ops: [edit] } })
}

/** Claims a scope that isn't the visitor's: claims give nothing. */
function pull(from: PersonId): InjectOptions {
  const scopes = { [scopeOf('awa')]: { since: 0, asOf: 0 } }
  return mutation('/api/sync/v1/pull', {
    payload: { ...senderOf(from), limit: 100, maxBytes: 100_000, scopes },
  })
}

function recent(from: PersonId): InjectOptions {
  const { protocol, schema, ...others } = senderOf(from)
  const query = { ...others, protocol: String(protocol), schema: String(schema) }
  return { url: `/api/sync/v1/recent?${new URLSearchParams(query)}` }
}
