// How the names of the public suffix list are kept: in two tables of hashes. Used when the tables are built and when they
// are read: a change here asks for `node local/tables/build-public-suffixes.ts`.
// Under a top level domain, and under the suffixes that many hosts have, a name has many bits to check, so that hardly any
// unlisted name passes for a listed one. Under the others (`aichi.jp`, `s3.amazonaws.com`) few hosts are ever asked for.

const busySuffixes = new Set(
  `com.br org.br net.br gov.br edu.br com.mx gob.mx edu.mx com.ar gob.ar com.co edu.co com.pe com.ec com.uy com.py com.bo com.ve co.ve
  com.gt co.cr com.pa com.do com.pt edu.pt com.es com.au net.au org.au co.uk org.uk ac.uk gov.uk co.nz co.jp ne.jp or.jp co.in co.za
  com.tr com.sg com.hk co.kr com.cn com.tw com.ua co.id com.my com.ph co.th co.il com.pl`.split(/\s+/),
)

/** The name may have a mark before it. True for a top level domain, for a name right under one, and for a name right under a busy suffix. */
export function isBusySuffixName(name: string): boolean {
  const parent = name.slice(name.indexOf('.') + 1)
  return !parent.includes('.') || busySuffixes.has(parent)
}
