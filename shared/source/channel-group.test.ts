// Google's default channel group, rule by rule, and where ours differs.

import { expect, test } from 'vitest'
import { channelGroup, type Traffic } from './channel-group.ts'

test.each<[Traffic, string]>([
  [{ source: '(direct)', medium: '(none)' }, 'Direct'],
  [{ source: '(direct)', medium: 'email' }, 'Email'],
  [{ source: 'google', medium: 'cpc', campaign: 'BR Cross-Network' }, 'Cross-network'],
  [{ source: 'google', medium: 'cpc', campaign: 'shopping br' }, 'Paid Shopping'],
  [{ source: 'google', medium: 'cpc', campaign: 'workshop br' }, 'Paid Search'],
  [{ source: 'amazon', medium: 'ppc' }, 'Paid Shopping'],
  [{ source: 'bing', medium: 'retargeting' }, 'Paid Search'],
  [{ source: 'linkedin.com', medium: 'paid-social' }, 'Paid Social'],
  [{ source: 'vimeo', medium: 'cpv' }, 'Paid Video'],
  [{ source: 'newspaper.example', medium: 'cpm' }, 'Display'],
  [{ source: 'facebook', medium: 'cpm' }, 'Paid Social'],
  [{ source: 'newspaper.example', medium: 'banner' }, 'Display'],
  [{ source: 'newspaper.example', medium: 'cpc' }, 'Paid Other'],
  [{ source: 'etsy' }, 'Organic Shopping'],
  [{ source: 'instagram' }, 'Organic Social'],
  [{ source: 'partner', medium: 'social-media' }, 'Organic Social'],
  [{ source: 'youtube.com', medium: 'referral' }, 'Organic Video'],
  [{ source: 'partner', medium: 'my-video' }, 'Organic Video'],
  [{ source: 'ecosia.org' }, 'Organic Search'],
  [{ source: 'partner', medium: 'organic' }, 'Organic Search'],
  [{ source: 'perplexity', medium: 'referral' }, 'AI Assistants'],
  [{ source: 'chatgpt.com', medium: 'cpc' }, 'Paid Other'],
  [{ source: 'partner', medium: 'app' }, 'Referral'],
  [{ source: 'partner', medium: 'Indicação' }, 'Referral'],
  [{ source: 'e-mail', medium: 'x' }, 'Email'],
  [{ source: 'partner', medium: 'e_mail' }, 'Email'],
  [{ source: 'partner', medium: 'afiliados' }, 'Affiliates'],
  [{ source: 'partner', medium: 'audio' }, 'Audio'],
  [{ source: 'sms', medium: 'x' }, 'SMS'],
  [{ source: 'partner', medium: 'web-push' }, 'Mobile Push Notifications'],
  [{ source: 'firebase', medium: 'x' }, 'Mobile Push Notifications'],
  [{ source: 'partner', medium: 'x' }, 'Unassigned'],
  [{}, 'Unassigned'],
])('puts %j into %s', (traffic, channel) => {
  expect(channelGroup(traffic)).toBe(channel)
})

test.each<[Traffic, string]>([
  [{ source: 'google', medium: 'email' }, 'Email'],
  [{ source: 'linkedin', medium: 'sms' }, 'SMS'],
  [{ source: 'partner' }, 'Referral'],
  [{ source: 'fb', medium: 'anúncio' }, 'Paid Social'],
  [{ source: 'meta ads' }, 'Paid Social'],
  [{ source: 'instagram', medium: 'Impulsionado' }, 'Paid Social'],
  [{ source: 'google', medium: 'rede_de_pesquisa' }, 'Paid Search'],
  [{ source: 'google', medium: 'red de display' }, 'Display'],
  [{ source: 'base', medium: 'disparo' }, 'Email'],
  [{ source: 'zap', medium: 'disparo' }, 'Organic Social'],
  [{ source: 'sms', medium: 'disparo' }, 'SMS'],
])('differs from Google on purpose: %j is %s', (traffic, channel) => {
  expect(channelGroup(traffic)).toBe(channel)
})

test('believes a click id only where the medium names no other way of coming', () => {
  const channel = (medium: string) => channelGroup({ source: 'google', medium, isPaidClick: true })
  expect(channel('anything')).toBe('Paid Search')
  expect(channel('email')).toBe('Email')
  expect(channel('referral')).toBe('Organic Search')
})
