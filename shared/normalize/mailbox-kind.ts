// What kind of mailbox an address is, told from its text alone: shared by a team, at a free service, or made to be thrown
// away. Advice for matching and routing; no address is refused for it. Trusts that the address is normalized.

import { disposableDomains } from './large-tables.ts'
import { isFreeMailDomain } from './mail-providers.ts'
import { registrableDomain } from './registrable-domain.ts'
import { readRibbonTable } from './ribbon-table.ts'

export interface MailboxKind {
  /** Read by whoever does the job: `contato@`, `ventas@`. Two people behind it are not one person. */
  readonly role: boolean
  /** At a service where anyone gets a mailbox, so the domain says nothing about a company. */
  readonly free: boolean
  /** At a service for addresses that last minutes. About one other domain in 8,000 is taken for one. */
  readonly disposable: boolean
}

export function mailboxKind(email: string): MailboxKind {
  const free = isFreeMailbox(email)
  return { role: isRoleMailbox(email), free, disposable: !free && isDisposable(domainOf(email)) }
}

/** `role` alone: what is disposable takes longer to tell. */
export const isRoleMailbox = (email: string): boolean =>
  email.length <= emailCharsMax && isRole(email.slice(0, Math.max(0, email.lastIndexOf('@'))))

/** `free` alone. */
export const isFreeMailbox = (email: string): boolean => isFreeMailDomain(domainOf(email))

/** Longer than any address (RFC 5321 §4.5.3.1). */
const emailCharsMax = 320

const domainOf = (email: string): string =>
  email.length <= emailCharsMax ? email.slice(email.lastIndexOf('@') + 1).toLowerCase() : ''

// RFC 2142 names the English ones of them; the rest is what companies print on their sites.
const roles = new Set(
  `abuse admin administrator billing careers contact contactus customercare customerservice customersupport dev enquiries
  enquiry events feedback finance hello helpdesk help hi hostmaster hr info information inquiries inquiry it jobs legal mail
  marketing media newsletter noc noreply office operations orders partners postmaster press pr privacy procurement purchasing
  reception recruitment returns root sales security service services shop staff store subscribe support team tech
  unsubscribe webmaster welcome accounting accounts payable receivable donotreply mailerdaemon
  contato comercial vendas financeiro atendimento sac suporte faleconosco ouvidoria rh recrutamento curriculo curriculos vagas
  compras orcamento orcamentos administrativo administracao adm secretaria recepcao diretoria gerencia juridico fiscal
  contabilidade cobranca faturamento nfe nf notafiscal logistica expedicao imprensa assessoria eventos loja pedidos
  posvenda posvendas agenda geral apoio faturas equipe mkt ecommerce talentos matriz filial oficina obra producao manutencao pcp
  almoxarifado ssma contasapagar contasareceber oi people leads sistemas ti tecnologia engenharia projetos obras qualidade licitacao licitacoes agendamento reservas
  matricula matriculas coordenacao relacionamento parcerias naoresponda ola
  contacto ventas comercio administracion finanzas facturacion cobranzas contabilidad recursoshumanos rrhh empleo empleos
  soporte ayuda atencion atencionalcliente clientes servicioalcliente cotizaciones presupuesto presupuestos pedidos
  atencioncliente reclutamiento seleccion postventa taller sucursal produccion mantenimiento almacen calidad noresponda
  gerencia direccion recepcion prensa tienda informacion informes hola tesoreria proveedores noresponder
  kontakt vertrieb verkauf buchhaltung bewerbung bewerbungen personal buero presse service kundenservice kundendienst
  rechnung rechnungen bestellung einkauf verwaltung sekretariat zentrale empfang datenschutz
  contactez commercial ventes comptabilite facturation accueil secretariat direction achats recrutement emploi presse
  communication boutique commandes bonjour renseignements juridique`.split(/\s+/),
)

/** The whole local part, or its first word: `vendas`, `vendas.sp`, `contato2`, `no-reply`. */
function isRole(local: string): boolean {
  const low = local.toLowerCase()
  const plain = /^[ -~]*$/.test(low) ? low : low.normalize('NFKD').replace(/\p{M}+/gu, '')
  const [untagged = ''] = plain.split('+', 1)
  const [first = '', ...rest] = untagged.split(/[._-]+/).map(word => word.replace(/\d+$/, ''))
  if (roles.has([first, ...rest].join(''))) return true
  // A first name follows no role word: `info.sp` is a team's, `hi.ana` would be Ana's.
  return first.length > 2 && roles.has(first) && rest.every(word => word.length < 4 || roles.has(word))
}

let disposables: ((domain: string) => number | undefined) | undefined

function isDisposable(domain: string): boolean {
  disposables ??= readRibbonTable(disposableDomains)
  if (disposables(domain) !== undefined) return true
  const owner = registrableDomain(domain)
  return owner !== undefined && owner !== domain && disposables(owner) !== undefined
}
