import { limits } from '../../../domain/form/choices.ts'
import type { they as en } from '../en/they.ts'

export const they: typeof en = {
  form: {
    safety: {
      question: '¿Esa persona está a salvo en este momento?',
      hint: 'Lo preguntamos de todos. La respuesta no le quita la oportunidad de tener un grupo.',
      answers: {
        safe: 'Sí, está a salvo',
        'might-hurt': 'No, podría hacerse daño o hacerle daño a alguien',
        'being-hurt': 'No, alguien le hace daño o le da miedo',
        'rather-not-say': 'No sé, o prefiero no decir',
      },
    },
    age: { question: '¿Cuántos años tiene esa persona?' },
    topics: {
      question: '¿Con qué le gustaría a esa persona recibir apoyo?',
      answers: { 'not-sure': 'No lo sabe' },
    },
    meet: {
      question: '¿Cómo le gustaría a esa persona reunirse?',
      hint: 'Elija todo lo que le sirva a ella.',
    },
    zip: {
      question: '¿Cuál es el código postal de esa persona?',
      hint: 'Lo usamos para buscar grupos cerca de ella y en su estado. Cinco números, como 60614.',
      none: 'No tiene uno ahora',
    },
    usState: { question: '¿En qué estado está esa persona?' },
    travelMiles: { question: '¿Qué tan lejos podría ir esa persona?' },
    times: {
      question: '¿Cuándo podría ir a un grupo esa persona?',
      hint: 'Elija todo lo que le sirva a ella.',
      answers: { 'not-sure': 'Todavía no lo sabe' },
    },
    timesStrength: { answers: { must: 'No, solo en los horarios en que puede' } },
    days: { question: '¿Hay días que le sirven más a esa persona?' },
    kinds: {
      question: '¿Qué tipo de grupo le gustaría a esa persona?',
      hint: 'Diga solo lo que le importe a ella. Cada “Lo necesito” deja menos grupos para elegir.',
    },
    access: {
      question: '¿Qué le ayudaría a esa persona a participar?',
      hint: 'Si no puede participar sin eso, elija “Lo necesito”.',
    },
    name: {
      question: '¿Cómo quiere esa persona que le llamemos?',
      hint: 'Su nombre o el que esa persona quiera. No tiene que ser su nombre legal.',
    },
    contact: {
      question: '¿Cómo es seguro comunicarnos con esa persona?',
      hint: 'Elija solo las formas que ella dice que son seguras.',
      answers: { none: 'No la contacten. Ella usará su enlace privado.' },
    },
    phone: { question: '¿Cuál es el teléfono de esa persona?' },
    voicemail: { question: 'Si esa persona no contesta, ¿podemos dejar un mensaje?' },
    safeHours: {
      question: '¿Cuándo es seguro llamar a esa persona?',
      answers: { 'text-first': 'Solo cuando ella diga (primero un mensaje de texto)' },
    },
    email: {
      question: '¿Cuál es el correo electrónico de esa persona?',
      hint: 'Le enviamos una nota corta para decirle que recibimos el formulario.',
    },
    emailPrivacy: {
      question: '¿Alguien más puede ver el correo de esa persona?',
      answers: { private: 'No, solo ella lo lee' },
    },
    note: {
      hint: 'Por ejemplo, un grupo al que ya fue o a quién no quiere ver. No tiene que contarnos lo que pasó. Lo leemos solo en días hábiles.',
    },
    consentKeep: {
      question: '¿Podemos guardar estas respuestas?',
      hint: 'Necesitamos el permiso de esa persona para buscarle un grupo. Pregúntele primero.',
      yes: 'Sí. Esa persona dice que pueden guardar estas respuestas y usarlas para buscarle un grupo.',
    },
    consentShare: {
      question: '¿Podemos compartir los datos de esa persona con líderes de grupo?',
      hint: 'Las dos respuestas están bien. Decir “pregúntenle primero” no afecta su lugar en la lista.',
      answers: {
        yes: 'Sí. Esa persona dice que pueden compartir su nombre, sus datos de contacto y lo que necesita con los líderes de grupo que elijan para ella.',
        'ask-first': 'Pregúntenle primero, cada vez, antes de compartir algo.',
      },
    },
    consentCheckIn: {
      question: '¿Podemos escribirle más adelante a esa persona?',
      yes: 'Sí. Esa persona dice que pueden escribirle más adelante para saber cómo le va.',
    },
  },
  consent: {
    who: {
      text: 'Nuestro equipo. Si esa persona dice que sí, los líderes de grupo que elijamos para ella. Nadie más.',
    },
    what: {
      text: 'Las respuestas de este formulario y lo que pase después, como el grupo que se le ofreció. El nombre y el teléfono de quien ayuda, aparte.',
    },
    howLong: { text: 'La borramos 12 meses después de que termine, o antes si esa persona lo pide.' },
    rights: {
      label: 'Los derechos de esa persona',
      text: 'Puede verla, corregirla o quitar su permiso cuando quiera. Puede usar el enlace privado o llamarnos. Decir que no a compartir no afecta su lugar en la lista.',
    },
  },
  problems: {
    age: { required: 'Elija el grupo de edad de esa persona' },
    safety: { required: 'Díganos si esa persona está a salvo, o elija “No sé, o prefiero no decir”' },
    topics: { required: 'Elija al menos un tema de apoyo, o elija “No lo sabe”' },
    zip: { required: 'Escriba el código postal de esa persona, o elija “No tiene uno ahora”' },
    usState: { required: 'Elija el estado donde está esa persona' },
    times: { required: 'Elija al menos un horario, o elija “Todavía no lo sabe”' },
    otherLanguage: { required: 'Elija el otro idioma que le gustaría a esa persona' },
    name: {
      required: 'Escriba un nombre para llamar a esa persona',
      'too-long': `Use ${limits.nameLetters} letras o menos en el nombre de esa persona`,
    },
    contact: {
      required: 'Elija al menos una forma segura de contacto, o elija “No la contacten”',
      alone: 'Elija solo “No la contacten”, o elija las formas de contacto',
    },
    phone: {
      required: 'Escriba el número de teléfono de esa persona, o elija solo otras formas de contacto',
    },
    email: {
      required: 'Escriba el correo electrónico de esa persona, o elija solo otras formas de contacto',
      format: 'Escriba el correo electrónico de esa persona como nombre@ejemplo.com',
      'too-long': `Escriba el correo electrónico de esa persona en ${limits.emailLetters} letras o menos`,
    },
    emailPrivacy: { required: 'Díganos si alguien más puede ver el correo de esa persona' },
    consentKeep: {
      required: 'Para enviar el formulario necesitamos el permiso de esa persona para guardar las respuestas',
    },
    consentShare: {
      required: 'Díganos si podemos compartir los datos de esa persona o si debemos preguntarle primero',
    },
  },
  asking: {
    titles: { support: 'Lo que esa persona necesita', reaching: 'Cómo comunicarnos con esa persona' },
    headings: {
      kind: 'Lo que le gustaría a esa persona',
      reaching: 'Cómo comunicarnos con esa persona',
      phone: 'El teléfono de esa persona',
      email: 'El correo electrónico de esa persona',
      phoneAndEmail: 'El teléfono y el correo de esa persona',
      consent: 'Decisiones sobre la información de esa persona',
    },
    skip: 'Puede saltarse esta página. Diga solo lo que le importe a esa persona.',
    young: {
      title: 'Si tiene menos de 18 años',
      lead: 'Esa persona puede pedir un grupo, y usted puede pedirlo por ella.',
      text: [
        'En algunos estados su mamá, papá o tutor tiene que estar de acuerdo antes de que entre.',
        'Una persona de nuestro equipo busca un grupo. Hablamos con ella antes de llamar a otro adulto.',
      ],
    },
  },
  helpFirst: {
    heading: 'Esa persona puede recibir ayuda ahora mismo',
    lead: 'Gracias por decirnos. Esa persona merece ayuda hoy y usted no tiene que esperarnos.',
  },
  check: {
    sections: {
      about: 'Sobre usted y esa persona',
      reaching: 'Cómo comunicarnos con esa persona',
      choices: 'Sus decisiones',
    },
    shares: { 'ask-first': 'Pregúntenle primero' },
    rows: {
      consentKeep: 'Guardar estas respuestas',
      consentShare: 'Compartir sus datos',
      consentCheckIn: 'Escribirle más adelante',
    },
  },
}
