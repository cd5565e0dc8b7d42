import { createHash } from 'node:crypto'
import type { PublicFigures } from '../../domain/access/public-figures.ts'
import {
  lastDayOf,
  type LinkId,
  linkIdSchema,
  type LinkPreview,
  type OwnLink,
  type PreviewRequest,
  type PublicPage,
  type PublishedLink,
  type PublishRequest,
} from '../../domain/access/public-link.ts'
import { frenchDayOf, type CalendarDay } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import { structureIdSchema, type PersonId } from '../../domain/ids.ts'
import type { Clock, Ids } from '../clock-and-ids.ts'
import type { BookShelf } from '../figures/book-shelf.ts'
import { countForPublic } from '../figures/count-for-public.ts'
import { addLink, closeLink, linksOf, openLink, type KnownLink } from '../store/public-links.ts'
import {
  addPublishedFigures,
  forgetUnread,
  publishedElsewhere,
  publishedFigures,
  type PublishedFigures,
} from '../store/published-figures.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import { linkSubject, type LinkSubject } from './link-subject.ts'

/** What the use cases of public links are made of. */
export interface PublicLinkService {
  readonly store: Store
  readonly shelf: BookShelf
  readonly clock: Clock
  readonly ids: Ids
  /** Where people reach the application. */
  readonly publicUrl: string
}

/** Characters of a token, of 6 bits each: 132 random bits. */
const tokenLength = 22

/** What a link would show, before it is made. Throws `forbidden`, `invalid-request` or `already-published`. */
export async function previewLink(
  service: PublicLinkService,
  person: PersonId,
  { owner, period }: PreviewRequest,
): Promise<LinkPreview> {
  const subject = await linkSubject(service.store.db, person, { owner, period, today: todayOf(service) })
  const known = await published(service, subject)
  const figures = known?.figures ?? (await counted(service, subject))
  return { figures, of: subject.names, seen: seenOf(figures), isPublished: known !== undefined }
}

/**
 * Makes a link on the figures that its author has read. Throws as `previewLink` does, and `figures-changed` where they
 * would read others now.
 */
export async function publishLink(
  service: PublicLinkService,
  person: PersonId,
  request: PublishRequest,
): Promise<PublishedLink> {
  const { owner, period, choices, duration, seen } = request
  const today = todayOf(service)
  const subject = await linkSubject(service.store.db, person, { owner, period, today })
  const known = await published(service, subject)
  const figures = known?.figures ?? (await counted(service, subject))
  if (seenOf(figures) !== seen) throw new CodedError('figures-changed')
  const id = linkIdSchema.parse(service.ids.newId())
  const token = service.ids.newToken().slice(0, tokenLength)
  const link = await inTransaction(service.store, async (tx) => {
    const figuresId = known?.id ?? (await bind(service, tx, subject, figures))
    await addLink(tx, {
      id,
      tokenHash: hashOf(token),
      person,
      figuresId,
      choices,
      names: {
        structures: choices.saysStructure ? subject.names.structures : [],
        communes: choices.saysCommune ? subject.names.communes : [],
      },
      at: service.clock().toISOString(),
      endsOn: lastDayOf(duration, today),
    })
    const [made] = await linksOf(tx, { person, today, link: id })
    if (!made) throw new CodedError('internal')
    return ownLink(made, today)
  })
  return { link, url: addressOf(service, token) }
}

function addressOf({ publicUrl }: PublicLinkService, token: string): string {
  return `${publicUrl}/bilan/${token}`
}

export async function ownLinks({ store, clock }: PublicLinkService, person: PersonId): Promise<OwnLink[]> {
  const today = frenchDayOf(clock())
  const links = await linksOf(store.db, { person, today })
  return links.map((link) => ownLink(link, today))
}

/** Closes a link at once. Throws `not-found` for one that the person may not close. */
export async function closeOwnLink(
  service: PublicLinkService,
  person: PersonId,
  link: LinkId,
): Promise<void> {
  const at = service.clock().toISOString()
  const isClosed = await inTransaction(service.store, (tx) => closeLink(tx, { person, link, at }))
  if (!isClosed) throw new CodedError('not-found')
}

/**
 * What an address shows. A link that never was, one that is closed, one that has ended and one whose author has lost the
 * right to it show the same.
 *
 * @param isCounted whether a person opens it in a browser, rather than a program that looks ahead
 */
export async function readPublicPage(
  service: PublicLinkService,
  token: string,
  options: { isCounted: boolean; isDemonstration: boolean },
): Promise<PublicPage> {
  const { isCounted, isDemonstration } = options
  if (!/^[\w-]{22}$/.test(token)) return { kind: 'none' }
  const asked = { tokenHash: hashOf(token), today: todayOf(service), isCounted }
  const link = await inTransaction(service.store, (tx) => openLink(tx, asked))
  if (!link) return { kind: 'none' }
  const { owner, figures, names, endsOn, choices } = link
  const { model, title, words, blocks, printsCode } = choices
  const code = printsCode ? { codeOf: addressOf(service, token) } : {}
  return {
    kind: 'bilan',
    bilan: { model, title, words, blocks, owner, of: names, figures, endsOn, isDemonstration, ...code },
  }
}

/** What binds already: the figures of these very months; throws `already-published` where others count some of them. */
async function published(
  service: PublicLinkService,
  subject: LinkSubject,
): Promise<PublishedFigures | undefined> {
  const today = todayOf(service)
  return inTransaction(service.store, async (tx) => {
    await forgetUnread(tx, subject.scopes, today)
    const same = await publishedFigures(tx, subject.owner, subject.period)
    if (!same) await refuseCountedTwice(tx, subject)
    return same
  })
}

async function refuseCountedTwice(db: Db, subject: LinkSubject): Promise<void> {
  const other = await publishedElsewhere(db, subject)
  if (other) throw new CodedError('already-published', { from: other.from, to: other.to })
}

async function counted(service: PublicLinkService, subject: LinkSubject): Promise<PublicFigures> {
  const { owner, posts, period, months } = subject
  const countedAt = service.clock().toISOString()
  const question = { owner: owner.kind, posts, period, months: months.length }
  return { countedAt, ...(await countForPublic(service.store.db, service.shelf, question)) }
}

async function bind(
  service: PublicLinkService,
  tx: Db,
  subject: LinkSubject,
  figures: PublicFigures,
): Promise<string> {
  const id = service.ids.newId()
  if (await addPublishedFigures(tx, { id, figures, ...subject })) return id
  // Somebody else published some of these months a moment ago.
  throw new CodedError('already-published')
}

function ownLink(link: KnownLink, today: CalendarDay): OwnLink {
  return {
    id: link.id,
    owner:
      link.owner_kind === 'advisor'
        ? { kind: 'advisor' }
        : { kind: 'structure', id: structureIdSchema.parse(link.owner_id) },
    title: link.title,
    period: { from: link.first_day, to: link.last_day },
    madeOn: frenchDayOf(new Date(link.made_at)),
    endsOn: link.ends_on,
    state: stateOf(link, today),
    opened: link.opened,
    isMine: link.is_mine,
  }
}

function stateOf({ is_closed, ends_on, may_show }: KnownLink, today: CalendarDay): OwnLink['state'] {
  if (is_closed) return 'closed'
  if (ends_on < today) return 'ended'
  return may_show ? 'open' : 'suspended'
}

function todayOf({ clock }: PublicLinkService): CalendarDay {
  return frenchDayOf(clock())
}

/** When figures were counted isn't part of what was read: the same ones a minute later are the same. */
function seenOf({ countedAt: _when, ...figures }: PublicFigures): string {
  return hashOf(JSON.stringify(figures))
}

/** Somebody who reads the table can't use what it holds. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
