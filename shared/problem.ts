// Everything that can go wrong for a caller, with its public answer: RFC 9457 (July 2023) `application/problem+json`.
// One table: type, status, and the words in English and Portuguese. The words never carry what the caller sent.

export type Language = 'en' | 'pt'

interface ProblemKind {
  readonly status: number
  readonly title: Readonly<Record<Language, string>>
  readonly detail: Readonly<Record<Language, string>>
}

export const problemKinds = {
  'ambiguous-parameter': {
    status: 400,
    title: { en: 'A parameter is given twice', pt: 'Um parâmetro foi enviado duas vezes' },
    detail: {
      en: 'Send each query parameter once, so that it is clear which value is meant.',
      pt: 'Envie cada parâmetro da URL uma única vez, para que fique claro qual valor vale.',
    },
  },
  'cursor-invalid': {
    status: 400,
    title: { en: 'The cursor is not one of ours', pt: 'O cursor não é válido' },
    detail: {
      en: 'Use the value of "next" from the previous answer as it is, or leave the cursor out to start again.',
      pt: 'Use o valor de "next" da resposta anterior sem alterá-lo, ou omita o cursor para recomeçar.',
    },
  },
  'duplicate-json-key': {
    status: 400,
    title: { en: 'The JSON names a member twice', pt: 'O JSON repete uma chave' },
    detail: {
      en: 'An object has the same member twice, so its meaning is not clear. Send a list of pairs for repeated fields.',
      pt: 'Um objeto traz a mesma chave duas vezes e o sentido fica ambíguo. Para campos repetidos, envie uma lista de pares.',
    },
  },
  'empty-body': {
    status: 400,
    title: { en: 'The body is empty', pt: 'O corpo está vazio' },
    detail: {
      en: 'This call needs a body: a lead as JSON or as a form post, or what the call takes as JSON.',
      pt: 'Esta chamada precisa de um corpo: um lead em JSON ou formulário, ou o JSON que a chamada recebe.',
    },
  },
  'id-reused': {
    status: 409,
    title: { en: 'This id belongs to another submission', pt: 'Este id já pertence a outro envio' },
    detail: {
      en: 'The id was used before with another body. Make a new UUIDv7 for each submission; repeat the same bytes to retry.',
      pt: 'O id já foi usado com outro corpo. Gere um novo UUIDv7 a cada envio; para repetir, mande os mesmos bytes.',
    },
  },
  'insufficient-scope': {
    status: 403,
    title: { en: 'The token may not do this', pt: 'O token não permite esta ação' },
    detail: {
      en: 'The token is valid but lacks the scope that this call needs. Ask an operator for another token.',
      pt: 'O token é válido, mas não tem o escopo necessário. Peça outro token a um operador.',
    },
  },
  'internal-error': {
    status: 500,
    title: { en: 'Something went wrong on our side', pt: 'Algo deu errado do nosso lado' },
    detail: {
      en: 'Nothing was acknowledged. Send the same bytes with the same id again: it will not make a duplicate.',
      pt: 'Nada foi confirmado. Envie os mesmos bytes com o mesmo id novamente: não haverá duplicata.',
    },
  },
  'invalid-encoding': {
    status: 400,
    title: { en: 'The body is not UTF-8', pt: 'O corpo não está em UTF-8' },
    detail: { en: 'Send the body encoded as UTF-8.', pt: 'Envie o corpo codificado em UTF-8.' },
  },
  'invalid-json': {
    status: 400,
    title: { en: 'The body is not JSON', pt: 'O corpo não é um JSON válido' },
    detail: {
      en: 'The body cannot be parsed as JSON (RFC 8259).',
      pt: 'O corpo não pode ser lido como JSON (RFC 8259).',
    },
  },
  'json-too-deep': {
    status: 400,
    title: { en: 'The JSON is nested too deeply', pt: 'O JSON tem níveis demais' },
    detail: { en: 'Nest at most 16 levels.', pt: 'Use no máximo 16 níveis de aninhamento.' },
  },
  'method-not-allowed': {
    status: 405,
    title: { en: 'This method is not available here', pt: 'Este método não está disponível aqui' },
    detail: {
      en: 'The "Allow" header lists the methods of this address.',
      pt: 'O cabeçalho "Allow" lista os métodos deste endereço.',
    },
  },
  'not-found': {
    status: 404,
    title: { en: 'There is nothing here', pt: 'Não há nada aqui' },
    detail: {
      en: 'The address is unknown, or what it names does not exist or is not yours to see.',
      pt: 'O endereço é desconhecido, ou o que ele indica não existe ou não é visível para você.',
    },
  },
  'origin-not-allowed': {
    status: 403,
    title: { en: 'This site may not send leads with this key', pt: 'Este site não pode enviar leads com esta chave' },
    detail: {
      en: 'Add the exact origin of the page (scheme, host, port) to the allowed origins of the site.',
      pt: 'Inclua a origem exata da página (esquema, host e porta) nas origens permitidas do site.',
    },
  },
  'payload-too-large': {
    status: 413,
    title: { en: 'The body is too large', pt: 'O corpo é grande demais' },
    detail: { en: 'Send at most 64 KiB.', pt: 'Envie no máximo 64 KiB.' },
  },
  'quota-exceeded': {
    status: 429,
    title: { en: 'Too many requests', pt: 'Requisições demais' },
    detail: {
      en: 'Wait for the number of seconds in "Retry-After", then send the same bytes again.',
      pt: 'Aguarde os segundos indicados em "Retry-After" e envie os mesmos bytes novamente.',
    },
  },
  'site-key-missing': {
    status: 401,
    title: { en: 'The site key is missing', pt: 'Falta a chave do site' },
    detail: { en: 'Add the key to the address: ?k=pk_live_…', pt: 'Inclua a chave no endereço: ?k=pk_live_…' },
  },
  'site-key-revoked': {
    status: 401,
    title: { en: 'The site key was revoked', pt: 'A chave do site foi revogada' },
    detail: { en: 'Use the current key of the site.', pt: 'Use a chave atual do site.' },
  },
  'site-key-unknown': {
    status: 401,
    title: { en: 'The site key is unknown', pt: 'A chave do site é desconhecida' },
    detail: {
      en: 'Check the key in the tag for typing errors.',
      pt: 'Confira se a chave na tag foi digitada corretamente.',
    },
  },
  unauthorized: {
    status: 401,
    title: { en: 'A token is needed', pt: 'É necessário um token' },
    detail: {
      en: 'Send a valid operator token: Authorization: Bearer …',
      pt: 'Envie um token de operador válido: Authorization: Bearer …',
    },
  },
  'unsupported-content-encoding': {
    status: 415,
    title: { en: 'Compressed bodies are not accepted', pt: 'Corpos comprimidos não são aceitos' },
    detail: { en: 'Send the body without Content-Encoding.', pt: 'Envie o corpo sem Content-Encoding.' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { en: 'This content type is not accepted', pt: 'Este tipo de conteúdo não é aceito' },
    detail: {
      en: 'The "Accept-Post" header lists the content types that are.',
      pt: 'O cabeçalho "Accept-Post" lista os tipos aceitos.',
    },
  },
  'unsupported-schema-version': {
    status: 422,
    title: { en: 'This version of the format is unknown', pt: 'Esta versão do formato é desconhecida' },
    detail: { en: 'Send "schema": "lead/1", or leave it out.', pt: 'Envie "schema": "lead/1", ou omita o campo.' },
  },
  'validation-failed': {
    status: 422,
    title: { en: 'The content is not valid', pt: 'O conteúdo não é válido' },
    detail: {
      en: 'Each entry of "errors" points at what must change.',
      pt: 'Cada item de "errors" aponta o que precisa mudar.',
    },
  },
} as const satisfies Record<string, ProblemKind>

export type ProblemType = keyof typeof problemKinds

/** What is wrong with one member of the body. `pointer` is a JSON pointer (RFC 6901). */
export const errorCodes = ['no_identity', 'invalid_type', 'invalid_format', 'too_many_fields', 'too_long'] as const
export type ErrorCode = (typeof errorCodes)[number]

export interface ProblemError {
  readonly pointer: string
  readonly code: ErrorCode
}

export interface Problem {
  readonly type: ProblemType
  /** Where the same problem has another status in another place: a bad query is 400, a bad body 422. */
  readonly status?: number
  readonly errors?: readonly ProblemError[]
}

/** Path of the page that explains a problem type. */
export const problemPath = (type: ProblemType) => `/problems/${type}`

export const isProblemType = (text: string): text is ProblemType => Object.hasOwn(problemKinds, text)

/** The body of a problem answer. Without any text from the request. */
export function problemBody(problem: Problem, language: Language, origin: string) {
  const kind: ProblemKind = problemKinds[problem.type]
  return {
    type: `${origin}${problemPath(problem.type)}`,
    title: kind.title[language],
    status: problem.status ?? kind.status,
    detail: kind.detail[language],
    errors: problem.errors ?? [],
  }
}

/** The language of an answer by `Accept-Language` (RFC 9110 §12.5.4): the better weighted of the two, else English. */
export function preferredLanguage(acceptLanguage: string | null | undefined): Language {
  let best: { language: Language; weight: number } | undefined
  for (const range of (acceptLanguage ?? '').slice(0, 256).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const language = tag.startsWith('pt') ? 'pt' : tag.startsWith('en') ? 'en' : undefined
    const quality = parameters.find(parameter => parameter.trim().startsWith('q='))
    const weight = quality === undefined ? 1 : Number(quality.trim().slice(2)) || 0
    if (language && weight > 0 && (!best || weight > best.weight)) best = { language, weight }
  }
  return best?.language ?? 'en'
}
