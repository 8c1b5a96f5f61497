// A chat that asks three questions and hands the answers over as a lead.

const questions = [
  { field: 'nome', text: 'Olá! Sou a Clara, da Pátio Claro. Como você se chama?' },
  { field: 'email', text: 'Prazer! Em qual e-mail podemos responder?' },
  { field: 'mensagem', text: 'Como podemos ajudar?' },
]
const farewells = {
  accepted: 'Recebemos! Alguém da equipe responde em breve.',
  duplicate: 'Já tínhamos recebido, obrigado!',
  queued: 'Guardamos a sua mensagem e enviamos assim que a conexão voltar.',
  unanswered: 'Ainda estamos tentando enviar. Se preferir, escreva para contato@example.com.',
  rejected: 'Não conseguimos registrar a mensagem. Recarregue a página e confira o e-mail.',
}

const log = document.getElementById('conversa')
const form = document.getElementById('fala')
const input = document.getElementById('texto')
const consent = document.getElementById('aceite')
const transcript = []
const fields = {}
let asked = 0

function say(who, text) {
  const line = document.createElement('p')
  line.className = who
  line.textContent = text
  log.append(line)
  transcript.push(`${who === 'team' ? 'Clara' : 'Visitante'}: ${text}`)
}

const ask = () => {
  input.type = questions[asked].field === 'email' ? 'email' : 'text'
  say('team', questions[asked].text)
}

form.addEventListener('submit', async event => {
  event.preventDefault()
  fields[questions[asked].field] = input.value
  say('visitor', input.value)
  input.value = ''
  asked += 1
  if (asked < questions.length) return ask()
  form.hidden = true
  // The call is safe at any time, but a blocked script never answers it.
  const { status } = await Promise.race([
    window.leadCapture.submit(fields, {
      form: 'chat',
      channel: 'chat',
      intent: 'high',
      // An empty box is no answer, so nothing is said of consent then.
      ...(consent.checked && { consent: { email: true } }),
      transcript,
    }),
    new Promise(resolve => setTimeout(resolve, 10_000, { status: 'unanswered' })),
  ])
  say('team', farewells[status])
})

ask()
