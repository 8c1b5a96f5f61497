// Mail services where anyone gets a mailbox: their domains, for reading what kind of address one is.
// Written from general knowledge, the Brazilian and Spanish American ones first, because they are most of the visitors'.

/** Brands with a domain in many countries: `hotmail.com.ar`, `yahoo.co.uk`. */
const brands =
  /^(?:hotmail|outlook|yahoo|gmx|yandex|live|gmail|googlemail)\.(?:com|[a-z]{2}|com?\.[a-z]{2})$|^(?:ymail|rocketmail|aol|msn|zoho|protonmail|fastmail|proton|gmx)\.(?:com|net|me|fm|co\.uk|eu|de|fr|in|ch)$/
/** Endings with which they are somebody else's. */
const others = /^(?:live|outlook|yandex|gmx)\.(?:tv|io|me|ai|co)$/

const domains = new Set(
  `uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com r7.com zipmail.com.br oi.com.br superig.com.br ibest.com.br
  click21.com.br pop.com.br brturbo.com.br itelefonica.com.br folha.com.br veloxmail.com.br mailbr.com.br brazilmail.com.br
  onda.com.br netsite.com.br ubbi.com.br icloud.com me.com mac.com aim.com mail.com email.com usa.com inbox.com hushmail.com
  tutanota.com tutanota.de tuta.io tuta.com tutamail.com pm.me hey.com duck.com mailfence.com posteo.de mailbox.org
  web.de freenet.de t-online.de arcor.de online.de gmx.net email.de laposte.net orange.fr free.fr sfr.fr wanadoo.fr neuf.fr
  bbox.fr numericable.fr libero.it virgilio.it tiscali.it alice.it tin.it iol.it inwind.it poste.it
  terra.com terra.es telefonica.net ono.com wanadoo.es ya.com hispavista.com
  terra.com.ar fibertel.com.ar arnet.com.ar speedy.com.ar ciudad.com.ar uolsinectis.com.ar adinet.com.uy montevideo.com.uy
  vtr.net terra.cl prodigy.net.mx prodigy.net infinitum.com.mx une.net.co etb.net.co cable.net.co cantv.net ice.co.cr racsa.co.cr
  sapo.pt clix.pt iol.pt netcabo.pt mail.telepac.pt portugalmail.pt aeiou.pt vodafone.pt meo.pt
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net juno.com netzero.net
  shaw.ca rogers.com sympatico.ca telus.net videotron.ca btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net
  blueyonder.co.uk bluewin.ch skynet.be telenet.be ziggo.nl planet.nl kpnmail.nl home.nl seznam.cz centrum.cz wp.pl onet.pl o2.pl
  interia.pl abv.bg ukr.net mail.ru list.ru bk.ru inbox.ru rambler.ru ya.ru qq.com foxmail.com 163.com 126.com yeah.net sina.com
  aliyun.com naver.com daum.net hanmail.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp rediffmail.com bigpond.com
  optusnet.com.au xtra.co.nz walla.co.il hot.ee inbox.lv`.split(/\s+/),
)

/** True for a domain (lower case) where anyone gets a mailbox, so that it says nothing about a company. */
export const isFreeMailDomain = (domain: string): boolean =>
  (brands.test(domain) && !others.test(domain)) || domains.has(domain)
