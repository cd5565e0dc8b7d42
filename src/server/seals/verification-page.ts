import type { VerifiedSeal } from '../../domain/access/structure-months.ts'
import { readSealCode, sealCodeInWords } from '../../domain/seal/seal-code.ts'
import { ofMonthInWords, wholeDayInWords } from '../../domain/french-words.ts'

/** What the page that verifies attestations is asked for. */
export type VerificationPage =
  | { readonly kind: 'asks' }
  | { readonly kind: 'mistyped' | 'unknown' | 'too-many' | 'unavailable'; readonly typed: string }
  | { readonly kind: 'verified'; readonly typed: string; readonly seal: VerifiedSeal }

/**
 * The page by which anybody verifies an attestation: HTML alone, of a few kilobytes, without a script, for a phone that
 * has never seen the application.
 */
export function drawVerificationPage(page: VerificationPage): string {
  const title = page.kind === 'verified' ? verdictOf(page.seal).title : 'Vérifier une attestation'
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escaped(title)} – Espace Coop</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex, nofollow, noarchive"><meta name="color-scheme" content="light dark">
<link rel="icon" href="/icons/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/verifier/page.css">
</head><body><main><p class="from"><a href="/">Espace Coop</a></p><h1>${escaped(title)}</h1>
${bodyOf(page)}
</main></body></html>`
}

function bodyOf(page: VerificationPage): string {
  switch (page.kind) {
    case 'asks':
      return `<p>Le code est imprimé sur l’attestation, à côté d’un code QR. Majuscules, espaces et tirets ne comptent pas.</p>${form('', undefined)}`
    case 'mistyped':
      return form(
        page.typed,
        'Ce code n’est pas complet, ou un de ses caractères est faux. Il a douze lettres ou chiffres.',
      )
    case 'unknown':
      return form(
        page.typed,
        'Aucune attestation n’a ce code. Vérifiez-le, ou demandez l’attestation à la structure.',
      )
    case 'too-many':
      return form(page.typed, 'Trop de codes en peu de temps. Patientez une minute, puis réessayez.')
    case 'unavailable':
      return form(page.typed, 'Le serveur est momentanément indisponible. Réessayez dans quelques minutes.')
    case 'verified':
      return verified(page.seal, page.typed)
  }
}

function form(typed: string, error: string | undefined): string {
  const told = error === undefined ? '' : `<p class="error" id="error">${escaped(error)}</p>`
  const described = error === undefined ? '' : ' aria-invalid="true" aria-describedby="error" autofocus'
  return `<form action="/verifier" method="get"><label for="code">Code de l’attestation</label>${told}
<input id="code" name="code" value="${escaped(typed)}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60" required${described}>
<button>Vérifier</button></form>`
}

interface Verdict {
  readonly tone: 'good' | 'warn' | 'bad'
  readonly mark: string
  readonly title: string
  readonly words: string
}

function verdictOf({ isGenuine, holds, isReplaced }: VerifiedSeal): Verdict {
  if (!isGenuine) {
    return {
      tone: 'bad',
      mark: '✕',
      title: 'Cette attestation n’est pas valable',
      words:
        'Ce qui est enregistré sous ce code n’est pas ce qui a été signé. Écrivez à l’assistance d’Espace Coop.',
    }
  }
  if (!holds) {
    return {
      tone: 'warn',
      mark: '!',
      title: 'Attestation authentique, à revoir',
      words: isReplaced
        ? 'Des comptes rendus ont changé depuis. La structure a attesté ce mois de nouveau\u00A0: demandez-lui la dernière attestation.'
        : 'Des comptes rendus ont changé depuis\u00A0: les chiffres de ce document ne sont plus ceux d’aujourd’hui.',
    }
  }
  return {
    tone: 'good',
    mark: '✓',
    title: 'Attestation authentique',
    words: isReplaced
      ? 'Aucun compte rendu n’est différent aujourd’hui. La structure a attesté ce mois de nouveau depuis\u00A0: c’est la dernière attestation qui compte.'
      : 'Aucun compte rendu n’a changé depuis\u00A0: les chiffres attestés tiennent.',
  }
}

function verified(seal: VerifiedSeal, typed: string): string {
  const { tone, mark, words } = verdictOf(seal)
  const reading = readSealCode(typed)
  const rows: [string, string][] = [
    ['Structure', seal.structureName],
    ['Mois', ofMonthInWords(seal.month).replace(/^(de |d’)/, '')],
    ['Attesté le', wholeDayInWords(seal.sealedOn)],
    ...(seal.number > 1
      ? ([['Version', `${seal.number}e attestation de ce mois`]] as [string, string][])
      : []),
    ['Code', reading.kind === 'code' ? sealCodeInWords(reading.code) : typed],
    ...(seal.sum === '' ? [] : ([['Empreinte des comptes rendus', seal.sum]] as [string, string][])),
  ]
  return `<p class="verdict ${tone}"><span aria-hidden="true">${mark}</span> ${escaped(words)}</p>
<dl>${rows.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>
<p>Comparez la structure, le mois, le code et l’empreinte à ceux du document que vous avez en main. Cette page ne montre aucun chiffre et aucun nom de personne\u00A0: les chiffres signés sont dans la pièce jointe du document.</p>
<p><a href="/verifier">Vérifier une autre attestation</a></p>`
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Its own few rules, in the colours of the application's theme. */
export const verificationStyle = `
:root{color-scheme:light dark;--paper:#fff;--shade:#f4f5f2;--ink:#1c2321;--soft:#4d5753;--line:#747b74;--act:#0a5a52;--good:#17653a;--good-soft:#e4f3e9;--warn:#7a4b00;--warn-soft:#fdf0d5;--bad:#a3221b;--bad-soft:#fbe6e3}
@media screen and (prefers-color-scheme:dark){:root{--paper:#141917;--shade:#1e2522;--ink:#edf1ee;--soft:#b4beb8;--line:#8a938d;--act:#7fd6c6;--good:#86d9a5;--good-soft:#183524;--warn:#f2c46d;--warn-soft:#3a2c10;--bad:#ff9d94;--bad-soft:#43201d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
main{max-width:40rem;margin:0 auto;padding:32px clamp(12px,4vw,24px)}
.from{margin:0 0 12px;font-weight:600}
p>a:only-child{display:inline-flex;align-items:center;min-height:48px}
.from a{text-decoration:none}
h1{margin:0 0 16px;font-size:1.75rem;line-height:1.25}
p{margin:0 0 16px;overflow-wrap:anywhere}
form{display:grid;gap:8px;margin:0 0 24px}
label{font-weight:600}
input,button{min-height:48px;padding:8px 12px;border:1px solid var(--line);border-radius:8px;font:inherit;color:var(--ink);background:var(--paper)}
input{font-size:1.125rem;letter-spacing:.05em;width:100%}
button{border-color:var(--act);background:var(--act);color:var(--paper);font-weight:600;cursor:pointer}
a{color:var(--act)}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
.error{margin:0;color:var(--bad)}
.verdict{padding:16px;border-radius:8px;border:1px solid currentColor}
.verdict span{font-weight:700}
.good{color:var(--good);background:var(--good-soft)}
.warn{color:var(--warn);background:var(--warn-soft)}
.bad{color:var(--bad);background:var(--bad-soft)}
dl{margin:0 0 24px}
dl div{display:flex;flex-wrap:wrap;gap:4px 16px;padding:8px 0;border-bottom:1px solid var(--line)}
dt{flex:0 0 12rem;color:var(--soft)}
dd{flex:1 1 12rem;margin:0;overflow-wrap:anywhere}
@media print{main{max-width:none;padding:0}form{display:none}}
`
