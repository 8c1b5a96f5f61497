// Names of states, steps and fields in English and Portuguese. A value without a name here is shown as it is: codes of
// reasons and rules are what the documentation and the logs call them.

import type { Language } from '../../shared/problem.ts'

const valueWords: Readonly<Record<string, readonly [en: string, pt: string]>> = {
  pending: ['pending', 'pendente'],
  delivered: ['delivered', 'entregue'],
  parked: ['parked', 'parado'],
  erased: ['erased', 'apagado'],
  spam: ['spam', 'spam'],
  retry: ['to be retried', 'a repetir'],
  rejected: ['rejected', 'rejeitado'],
  blocked: ['blocked', 'bloqueado'],
  granted: ['granted', 'concedido'],
  denied: ['denied', 'negado'],
  unknown: ['unknown', 'desconhecido'],
  high: ['high', 'alta'],
  low: ['low', 'baixa'],
  closed: ['closed (sending)', 'fechado (enviando)'],
  open: ['open (waiting)', 'aberto (aguardando)'],
  paused: ['paused (someone must act)', 'pausado (alguém precisa agir)'],
  arrived: ['arrived', 'chegou ao site'],
  submitted: ['submitted', 'enviou'],
  received: ['received', 'recebido'],
  accepted: ['accepted', 'aceito'],
  rung: ['queued', 'na fila'],
  attempted: ['attempted', 'tentativa'],
  settled: ['settled', 'concluída'],
  email: ['E-mail', 'E-mail'],
  phone: ['Phone', 'Telefone'],
  phoneExtension: ['Extension', 'Ramal'],
  firstName: ['First name', 'Nome'],
  lastName: ['Last name', 'Sobrenome'],
  fullName: ['Full name', 'Nome completo'],
  company: ['Company', 'Empresa'],
  jobTitle: ['Job title', 'Cargo'],
  country: ['Country', 'País'],
  state: ['State', 'Estado'],
  city: ['City', 'Cidade'],
  postalCode: ['Postal code', 'CEP'],
  website: ['Website', 'Site'],
  industry: ['Industry', 'Setor'],
  companySize: ['Company size', 'Porte da empresa'],
  interest: ['Interest', 'Interesse'],
  message: ['Message', 'Mensagem'],
  mailbox: ['Mailbox', 'Caixa de e-mail'],
  role: ['of a team', 'de uma equipe'],
  free: ['at a free provider', 'em provedor gratuito'],
  disposable: ['disposable', 'descartável'],
  companyDomain: ["Company's domain", 'Domínio da empresa'],
  phoneType: ['Kind of phone', 'Tipo de telefone'],
  mobile: ['mobile', 'celular'],
  fixed: ['fixed', 'fixo'],
  companyBase: ['Company without legal form', 'Empresa sem a forma jurídica'],
  legalForm: ['Legal form', 'Forma jurídica'],
  seniority: ['Seniority', 'Nível'],
  department: ['Department', 'Área'],
}

/** The name of a value in a language. */
export function sayValue(language: Language, value: string): string {
  const names = Object.hasOwn(valueWords, value) ? valueWords[value] : undefined
  return names?.[language === 'pt' ? 1 : 0] ?? value
}
