import type { DemonstrationAccount } from './demonstration-accounts.ts'

/** Files that the pages ask for: the security policy takes no inline style or script. */
export const demonstrationStylePath = '/demo/style.css'
export const demonstrationScriptPath = '/demo/sign-out.js'

/** Where the messages that wait are read. */
export const demonstrationMailPath = '/demo/courrier'

/** The accounts of the demonstration as big buttons; works without JavaScript. */
export function accountsPage(action: string, accounts: readonly DemonstrationAccount[]): string {
  const buttons = accounts.map(
    (account) => `<li><button type="submit" name="account" value="${escape(account.subject)}">
      <strong>${escape(`${account.givenName} ${account.familyName}`)}</strong>
      <span>${escape(account.capacity)}</span>
      <span>${escape(account.email)}</span>
    </button></li>`,
  )
  return page(
    'Choisir un compte de démonstration',
    `<p>Ces personnes n’existent pas et leurs données sont inventées. Choisissez celle dont vous voulez voir l’Espace Coop.</p>
    <form method="post" action="${escape(action)}"><ul>${buttons.join('')}</ul></form>
    <p><a href="${demonstrationMailPath}">Lire le courrier de la démonstration</a></p>`,
  )
}

/** The messages that nothing carries away here, the newest first; links can be followed. */
export function mailPage(
  mails: readonly { to: string; subject: string; body: string; at: string }[],
): string {
  const letters = mails.map(
    ({ to, subject, body, at }) => `<li><article>
      <h2>${escape(subject)}</h2>
      <p>À ${escape(to)}, le ${escape(parisMoment.format(new Date(at)))}</p>
      ${body.split('\n\n').map(paragraph).join('')}
    </article></li>`,
  )
  return page(
    'Courrier de la démonstration',
    `<p>Ces messages ne partent nulle part : ils se lisent ici. Un lien s’ouvre avec le compte de la personne à qui le message est écrit.</p>
    <p><a href="/">Revenir à Espace Coop</a></p>
    ${letters.length > 0 ? `<ul>${letters.join('')}</ul>` : '<p>Aucun message pour le moment.</p>'}`,
  )
}

const parisMoment = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
})

function paragraph(text: string): string {
  const lines = text
    .split('\n')
    .map((line) =>
      /^https?:\/\/\S+$/.test(line) ? `<a href="${escape(line)}">${escape(line)}</a>` : escape(line),
    )
  return `<p>${lines.join('<br>')}</p>`
}

export function expiredSignInPage(): string {
  return page(
    'Cette page a expiré',
    '<p>La connexion avait été commencée il y a trop longtemps, ou dans un autre navigateur.</p><p><a href="/auth/sign-in">Recommencer la connexion</a></p>',
  )
}

/** Asks whether to leave the issuer; a script of our own says yes at once where scripts run. */
export function issuerSignOutPage(form: string): string {
  return page(
    'Déconnexion',
    `${form}<p>Vous quittez aussi le service de connexion de la démonstration.</p>
    <p><button id="sign-out" type="submit" form="op.logoutForm" name="logout" value="yes"><strong>Se déconnecter</strong></button></p>
    <script src="${demonstrationScriptPath}"></script>`,
  )
}

export function issuerErrorPage(code: string): string {
  return page(
    'La connexion n’a pas abouti',
    `<p>Le service de connexion de la démonstration a refusé la demande (${escape(code)}).</p><p><a href="/connexion">Revenir à la page de connexion</a></p>`,
  )
}

export const demonstrationScript = `document.getElementById('sign-out').click()\n`

export const demonstrationStyle = `:root { color-scheme: light dark; --paper: #fff; --shade: #f4f5f2; --ink: #1c2321; --soft: #4d5753; --line: #747b74; --act: #0a5a52 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #141917; --shade: #1e2522; --ink: #edf1ee; --soft: #b4beb8; --line: #8a938d; --act: #7fd6c6 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 40rem; margin: 0 auto; padding: 24px 16px }
h1 { font-size: 28px; line-height: 1.2 }
a { color: var(--act) }
ul { display: grid; gap: 8px; margin: 24px 0; padding: 0; list-style: none }
button { display: grid; width: 100%; min-height: 48px; padding: 12px 16px; border: 1px solid var(--line); border-radius: 8px;
  background: var(--shade); color: var(--ink); font: inherit; text-align: start; cursor: pointer }
button:hover, button:focus-visible { border-color: var(--act); outline: 2px solid var(--act) }
article { padding: 12px 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--shade); overflow-wrap: anywhere }
h2 { margin: 0; font-size: 18px }
button strong { font-size: 18px }
button span { color: var(--soft); overflow-wrap: anywhere }
`

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Espace Coop, démonstration</title>
<link rel="icon" href="/icons/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${demonstrationStylePath}">
</head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>
`
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
