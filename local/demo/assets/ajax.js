// The callback form as many sites build it: prevent the navigation, post by fetch, show the outcome, empty the form.

const form = document.getElementById('retorno')
const outcome = document.getElementById('resultado')

form.addEventListener('submit', async event => {
  event.preventDefault()
  const body = new URLSearchParams(new FormData(form))
  form.reset()
  outcome.hidden = false
  try {
    const answer = await fetch(form.action, { method: 'POST', body })
    outcome.textContent = answer.ok ? 'Recebemos o seu pedido. Ligamos ainda hoje.' : 'Não deu certo. Tente de novo.'
  } catch {
    // The network: the visitor can try again.
    outcome.textContent = 'Sem conexão. Tente de novo.'
  }
})
