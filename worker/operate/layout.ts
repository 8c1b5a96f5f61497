// The frame of every page and the headers it is answered with. No script runs here and none may: the policy says so.

import { html } from 'hono/html'
import { type Html, link, type View } from './view.ts'

/** Headers of every page. Pages show people: they are kept nowhere and framed by no one. */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  vary: 'accept-language, cookie',
} as const

/** A page as an answer. */
export async function answerPage(
  view: View,
  page: { title: string; main: unknown; status?: number },
): Promise<Response> {
  const content = await html`<!doctype html>
<html lang="${tagOf(view)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title} · ${view.say('product')}</title>
<link rel="stylesheet" href="/app/app.css">
</head>
<body>
<a class="skip" href="#main">${view.say('skip')}</a>
<header>
<p class="product">${view.say('product')}</p>
${view.operator ? menu(view) : ''}
${languageLink(view)}
</header>
<main id="main" tabindex="-1">
<h1>${page.title}</h1>
${page.main}
</main>
${view.operator ? html`<footer><p>${view.say('utc')}</p></footer>` : ''}
</body>
</html>
`
  return new Response(String(content), {
    status: page.status ?? 200,
    headers: { ...pageHeaders, 'content-type': 'text/html; charset=utf-8', 'content-language': tagOf(view) },
  })
}

/** On to another page, by GET. */
export const seeOther = (location: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: 303, headers: { ...pageHeaders, location, ...headers } })

const tagOf = (view: View) => (view.language === 'pt' ? 'pt-BR' : 'en')

function menu(view: View): Html {
  const entries = [
    { path: '/app/', word: 'leads' },
    { path: '/app/matches', word: 'matches' },
    { path: '/app/deliveries', word: 'deliveries' },
    { path: '/app/destinations', word: 'destinations' },
    { path: '/app/health', word: 'health' },
  ] as const
  const items = entries.map(({ path, word }) => {
    const current = view.url.pathname === path ? html` aria-current="page"` : ''
    return html`<li><a href="${link(view, path)}"${current}>${view.say(word)}</a></li>`
  })
  return html`<nav aria-label="${view.say('menu')}"><ul>${items}</ul></nav>
<form method="post" action="${link(view, '/app/sign-out')}" class="inline">
<span class="quiet">${view.say('signedInAs')} ${view.operator?.name}</span>
<button type="submit" class="plain">${view.say('signOut')}</button>
</form>`
}

// The same page in the other language, with its search kept.
function languageLink(view: View): Html {
  const other = view.language === 'pt' ? 'en' : 'pt'
  const query = new URLSearchParams(view.url.searchParams)
  query.set('lang', other)
  const tag = other === 'pt' ? 'pt-BR' : 'en'
  return html`<a class="language" lang="${tag}" hreflang="${tag}" href="?${query}">${view.say('otherLanguage')}</a>`
}
