// Where an arrival came from, case by case. docs/attribution.md says why.

import { expect, test } from 'vitest'
import { classifySource } from './classify-source.ts'

const page = 'https://www.site.example/prices'
const classify = (query: string, referrer = '') => classifySource({ url: page + query, referrer })

test.each([
  ['https://www.google.com.uy/', 'google', 'search', 'Organic Search'],
  ['https://news.google.com/', 'google', 'search', 'Organic Search'],
  ['https://pe.search.yahoo.com/', 'yahoo', 'search', 'Organic Search'],
  ['https://pesquisa.portal.example/?q=crm', 'portal', 'search', 'Organic Search'],
  ['https://m.facebook.com/', 'facebook', 'social', 'Organic Social'],
  ['https://x.com/someone', 'twitter', 'social', 'Organic Social'],
  ['https://lnkd.in/abc', 'linkedin', 'social', 'Organic Social'],
  ['https://anything.social/@ana', 'anything.social', 'social', 'Organic Social'],
  ['https://youtu.be/abc', 'youtube', 'social', 'Organic Video'],
  ['https://produto.mercadolivre.com.br/', 'mercadolivre', 'referral', 'Organic Shopping'],
  ['https://mail.google.com/', 'gmail', 'email', 'Email'],
  ['https://webmail-seguro.com.br/company.example/', 'webmail-seguro', 'email', 'Email'],
  ['https://l.wl.co/', 'whatsapp', 'social', 'Organic Social'],
  ['https://syndicatedsearch.goog/', 'google', 'search', 'Organic Search'],
  ['https://webmail.company.example/', 'webmail.company.example', 'email', 'Email'],
  ['https://claude.ai/', 'claude', 'ai', 'AI Assistants'],
  ['https://x.com/i/grok', 'twitter', 'ai', 'AI Assistants'],
  ['https://googleads.g.doubleclick.net/', 'doubleclick', 'paid', 'Display'],
  ['https://blog.partner.example/post', 'blog.partner.example', 'referral', 'Referral'],
  ['https://docs.google.com/', 'docs.google.com', 'referral', 'Referral'],
  ['https://a.b.c.d.e.f.g.h.i.j.facebook.com/', 'facebook', 'social', 'Organic Social'],
  ['https://research.partner.example/', 'research.partner.example', 'referral', 'Referral'],
  ['https://notgoogle.example/', 'notgoogle.example', 'referral', 'Referral'],
  ['https://google.com.attacker.example/', 'google.com.attacker.example', 'referral', 'Referral'],
  ['android-app://com.google.android.gm/', 'gmail', 'email', 'Email'],
  ['android-app://com.google.android.googlequicksearchbox/', 'google', 'search', 'Organic Search'],
  ['android-app://com.linkedin.android/', 'linkedin', 'social', 'Organic Social'],
  ['android-app://com.slack/', 'com.slack', 'referral', 'Referral'],
  ['', '(direct)', 'direct', 'Direct'],
  ['not an address', '(direct)', 'direct', 'Direct'],
])('reads the referrer %j as %s', (referrer, source, medium, channel) => {
  expect(classify('', referrer)).toMatchObject({ source, medium, channel })
})

test.each([
  'https://www.site.example/before',
  'https://app.site.example/',
  'https://checkout.stripe.com/c/pay',
  'https://www.mercadopago.com.ar/checkout',
  'https://pagseguro.uol.com.br/',
  'https://accounts.google.com/signin',
  'https://login.microsoftonline.com/common',
  'https://tenant.us.auth0.com/',
  'https://sso.company.example/',
  'https://www.linkedin.com/oauth/v2/login',
  'https://www-site-example.translate.goog/prices',
])('hears nothing from the site itself or from a detour: %s', referrer => {
  expect(classify('', referrer)).toMatchObject({ source: '(direct)', channel: 'Direct' })
})

test('takes further hosts of the site as the site, and hosts that only look like it not', () => {
  const from = (referrer: string) => classifySource({ url: page, referrer, ownHosts: ['site.com.br'] }).channel
  expect(from('https://loja.site.com.br/')).toBe('Direct')
  expect(from('https://mysite.com.br/')).toBe('Referral')
  expect(classifySource({ url: 'https://ana.github.io/', referrer: 'https://rui.github.io/' }).channel).toBe('Referral')
})

test.each([
  ['?utm_source=google&utm_medium=cpc', 'Paid Search'],
  ['?utm_source=Facebook&utm_medium=CPC', 'Paid Social'],
  ['?utm_source=ig&utm_medium=Tr%C3%A1fego%20pago', 'Paid Social'],
  ['?utm_source=linkedin_ads', 'Paid Social'],
  ['?utm_source=leads', 'Referral'],
  // A brand with a place on it, as Meta's macro or a person writes it.
  ['?utm_source=Facebook_Mobile_Feed&utm_medium=cpc', 'Paid Social'],
  ['?utm_source=facebook_lead_ads', 'Paid Social'],
  ['?utm_source=linkedin-post', 'Organic Social'],
  ['?utm_source=google_maps', 'Organic Search'],
  ['?utm_source=tik_tok', 'Organic Social'],
  ['?utm_source=face_to_face', 'Referral'],
  ['?utm_source=microsoft_ads&utm_medium=cpc', 'Paid Search'],
  ['?utm_source=microsoft', 'Referral'],
  ['?utm_source=mercado_libre&utm_medium=ads', 'Paid Shopping'],
  ['?utm_source=ig&utm_medium=Instagram_Stories', 'Paid Social'],
  ['?utm_source=an&utm_medium=Facebook_Mobile_Reels', 'Paid Social'],
  ['?utm_source=instagram&utm_medium=instagram_stories', 'Organic Social'],
  ['?utm_source=brevo', 'Email'],
  ['?utm_source=klaviyo&utm_medium=flow', 'Email'],
  ['?utm_source=blog&utm_medium=referral', 'Referral'],
  ['?utm_source=blog.com', 'Organic Social'],
  ['?utm_source=copilot.com', 'AI Assistants'],
  ['?utm_source=boletim-de-novembro', 'Email'],
  ['?utm_source=chatgpt.com', 'AI Assistants'],
  ['?utm_source=partner', 'Referral'],
  ['?utm_source=partner&utm_medium=unheard-of', 'Unassigned'],
  ['?utm_campaign=spring', 'Unassigned'],
  ['?utm_source=null&utm_medium=undefined', 'Direct'],
])('reads the link %s as %s', (query, channel) => {
  expect(classify(query).channel).toBe(channel)
})

test('keeps what the link says as it was written', () => {
  expect(classify('?utm_source=%20LinkedIn%20&utm_medium=Social&utm_campaign=Primavera')).toMatchObject({
    source: 'LinkedIn',
    mediumName: 'Social',
    campaign: 'Primavera',
    sourceName: 'LinkedIn',
  })
})

test.each([
  ['?gclid=x', '', 'google', 'Paid Search'],
  ['?gad_source=1', '', 'google', 'Paid Search'],
  ['?gbraid=x', 'https://www.youtube.com/', 'youtube', 'Paid Video'],
  ['?gclid=x', 'https://magazine.example/', 'google', 'Paid Search'],
  ['?msclkid=x', 'https://www.ecosia.org/', 'ecosia', 'Paid Search'],
  ['?li_fat_id=x', '', 'linkedin', 'Paid Social'],
  ['?fbclid=x', '', 'facebook', 'Organic Social'],
  ['?fbclid=x', 'https://l.instagram.com/', 'instagram', 'Organic Social'],
  ['?gclid=x&fbclid=y', '', 'google', 'Paid Search'],
  ['?gclid=%20', '', '(direct)', 'Direct'],
])('understands the click id of %s from %j', (query, referrer, source, channel) => {
  expect(classify(query, referrer)).toMatchObject({ source, channel })
})

test.each([
  // The author of the link wrote another channel: the address was copied from an ad.
  ['?utm_source=news&utm_medium=email&gclid=x', '', 'Email'],
  ['?utm_source=google&utm_medium=email&gclid=x', '', 'Email'],
  ['?utm_source=news&gclid=x', '', 'Email'],
  // The author said nothing of the price: the click id does.
  ['?utm_source=google&gclid=x', '', 'Paid Search'],
  ['?utm_source=google&utm_medium=pmax-br&gclid=x', '', 'Paid Search'],
  ['?utm_source=google&utm_medium=organic&gclid=x', '', 'Paid Search'],
  // Somebody shared the address that an ad had led to.
  ['?gclid=x', 'https://duckduckgo.com/', 'Organic Search'],
  ['?gclid=x', 'https://mail.google.com/', 'Email'],
  ['?msclkid=x', 'https://www.linkedin.com/', 'Organic Social'],
  // The link beats the referrer.
  ['?utm_source=news&utm_medium=email', 'https://www.google.com/', 'Email'],
  ['?utm_medium=cpc', 'https://www.bing.com/', 'Paid Search'],
])('decides between signals that disagree: %s from %j is %s', (query, referrer, channel) => {
  expect(classify(query, referrer).channel).toBe(channel)
})

test('reads what was searched for, from search engines only', () => {
  expect(classify('', 'https://search.yahoo.com/search?p=crm+para+b2b').term).toBe('crm para b2b')
  expect(classify('?utm_term=crm', 'https://www.bing.com/search?q=other').term).toBe('crm')
  expect(classify('', 'https://partner.example/?q=secret')).not.toHaveProperty('term')
})

test.each([
  ['https://oceanhero.today/', 'search'],
  ['https://www.panda-search.org/', 'search'],
  ['https://www.blinde-kuh.de/', 'search'],
  ['https://troet.cafe/', 'social'],
  ['https://ocean.today.example/', 'referral'],
])('knows engines of browsers’ own lists, those for children, and communities: %s is %s', (referrer, medium) => {
  expect(classifySource({ url: 'https://site.example/', referrer }).medium).toBe(medium)
})
