/**
 * What a person sees when API Gateway or the firewall answers by itself, because a page does not exist, a function could
 * not or something was turned away. It is text that CloudFormation deploys: no function, no style sheet and no script has
 * to work for it.
 * The help lines are those of domain/person/crisis-lines.ts; a test holds them to it.
 */
const words = {
  'not-found': {
    en: ['This page is not here', 'Check the address, or begin at the first page.'],
    es: ['Esta página no está aquí', 'Revise la dirección o empiece en la primera página.'],
  },
  'too-many': {
    en: [
      'Too many tries right now',
      'You did nothing wrong. Wait a minute, go back and try again. What you typed is still there.',
    ],
    es: [
      'Demasiados intentos en este momento',
      'Usted no hizo nada mal. Espere un minuto, regrese e intente otra vez. Lo que escribió sigue ahí.',
    ],
  },
  blocked: {
    en: [
      'We could not take this',
      'A machine took what was sent for an attack. You did nothing wrong. Go back and try again, or call us.',
    ],
    es: [
      'No pudimos recibir esto',
      'Una máquina tomó lo que se envió por un ataque. Usted no hizo nada mal. Regrese e intente otra vez, o llámenos.',
    ],
  },
  failed: {
    en: [
      'This did not work',
      'If you were sending a form, wait a minute, go back and send it again. It counts once, however often you send it.',
    ],
    es: [
      'Esto no funcionó',
      'Si estaba enviando un formulario, espere un minuto, regrese y envíelo otra vez. Cuenta una sola vez, aunque lo envíe varias veces.',
    ],
  },
} as const

const crisis = {
  en: 'In crisis? Call or text <a href="tel:988">988</a>, any time, free. In danger? Call <a href="tel:911">911</a>.',
  es: '¿Está en crisis? Llame al <a href="tel:988">988</a> y oprima 2, a toda hora, gratis. ¿Hay peligro? Llame al <a href="tel:911">911</a>.',
}

interface Site {
  /** Without a slash at the end. */
  address: string
  helpPhone: string
}

/** API Gateway puts values in for names with a dollar sign, so the text has none of its own. */
export const gatewayAnswer = (reason: keyof typeof words, { address, helpPhone }: Site) => {
  const { en, es } = words[reason]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${en[0]}</title>
</head>
<body>
<main>
<h1>${en[0]}</h1>
<p>${en[1]}</p>
<p>${crisis.en}</p>
<p><a href="${address}/">First page</a>. You can also call us: ${helpPhone}.</p>
</main>
<hr>
<section lang="es">
<h2>${es[0]}</h2>
<p>${es[1]}</p>
<p>${crisis.es}</p>
<p><a href="${address}/es">Primera página</a>. También puede llamarnos: ${helpPhone}.</p>
</section>
</body>
</html>
`
}
