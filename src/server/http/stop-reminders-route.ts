import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { isStopLink, stopByLink, stopLinkPath } from '../reminders/stop-reminders.ts'
import type { App } from './app.ts'

type Page = 'asking' | 'stopped' | 'unknown'

/** What the page says, by where it stands. */
const words: Record<Page, { title: string; content: string }> = {
  asking: {
    title: 'Ne plus recevoir de rappels',
    content: `<p>Vous ne recevrez plus de rappel par courriel quand des activités manquent dans Espace Coop, ou qu’un mois attend votre attestation. Les autres messages, comme les invitations, arriveront toujours.</p>
      <form method="post"><button type="submit">Ne plus recevoir de rappels</button></form>`,
  },
  stopped: {
    title: 'C’est fait',
    content: `<p>Vous ne recevrez plus de rappel par courriel. Les rappels restent affichés dans Espace Coop.</p>
      <p><a href="/plus/relances">Changer d’avis, une fois connecté</a></p>`,
  },
  unknown: {
    title: 'Ce lien n’est plus valable',
    content: `<p>Ouvrez le lien du dernier message reçu, ou connectez-vous pour choisir.</p>
      <p><a href="/plus/relances">Choisir dans Espace Coop</a></p>`,
  },
}

const style = `:root { color-scheme: light dark; --paper: #fff; --ink: #1c2321; --act: #0a5a52 }
@media (prefers-color-scheme: dark) { :root { --paper: #141917; --ink: #edf1ee; --act: #7fd6c6 } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 40rem; margin: 0 auto; padding: 24px 16px }
h1 { font-size: 28px; line-height: 1.2 }
a { display: inline-block; padding: 10px 0; color: var(--act) }
button { min-height: 48px; padding: 8px 20px; border: 1px solid var(--act); border-radius: 8px;
  background: var(--act); color: var(--paper); font: inherit; font-weight: 600; cursor: pointer }
button:focus-visible, a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }`

const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Where the link of a reminder leads, for anybody who has it: opening it shows a page, as mailboxes that look ahead do;
 * only a POST stops anything, of the page's button or of the mailbox's own (RFC 8058). It works without a script.
 */
export async function stopRemindersRoute(app: App): Promise<void> {
  // A mailbox posts a form of its own; what is in it says nothing that the address doesn't.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 10_000 }, (_request, _body, done) =>
    done(null),
  )
  const url = `${stopLinkPath}/:token`
  // A page, and no part of the API.
  const route = { config: { access: 'stop-reminders' }, schema: { hide: true } } as const
  app.get<{ Params: { token: string } }>(url, route, async (request, reply) => {
    const isKnown = await isStopLink(app.store, request.params.token)
    return send(reply, isKnown ? 'asking' : 'unknown')
  })
  app.post<{ Params: { token: string } }>(url, route, async (request, reply) => {
    const isStopped = await stopByLink(app.store, request.params.token, app.clock())
    return send(reply, isStopped ? 'stopped' : 'unknown')
  })
}

function send(reply: FastifyReply, page: Page): FastifyReply {
  return reply
    .code(page === 'unknown' ? 404 : 200)
    .headers({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'referrer-policy': 'no-referrer',
      'content-security-policy': contentSecurityPolicy,
      'content-type': 'text/html; charset=utf-8',
    })
    .send(htmlOf(words[page]))
}

function htmlOf({ title, content }: { title: string; content: string }): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Espace Coop</title>
<link rel="icon" href="/icons/favicon.svg" type="image/svg+xml">
<style>${style}</style>
</head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>
`
}
