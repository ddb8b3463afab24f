import { limits } from '../../../domain/form/choices.ts'
import type { reaching as en } from '../en/reaching.ts'

export const reaching: typeof en = {
  name: {
    question: '¿Cómo quiere que le llamemos?',
    hint: 'Su nombre o el que usted quiera. No tiene que ser su nombre legal.',
  },
  contact: {
    question: '¿Cómo es seguro comunicarnos con usted?',
    hint: 'Elija solo las formas que son seguras para usted.',
    answers: {
      text: 'Mensaje de texto',
      call: 'Llamada',
      email: 'Correo electrónico',
      none: 'No me contacten. Yo usaré mi enlace privado.',
    },
  },
  phone: { question: '¿Cuál es su número de teléfono?', hint: 'Como 312 555 0123.' },
  voicemail: {
    question: 'Si no contesta, ¿podemos dejar un mensaje?',
    answers: {
      'say-who-you-are': 'Sí, pueden decir quiénes son',
      'name-and-number-only': 'Sí, pero solo un nombre y un número',
      'no-message': 'No, no dejen mensaje',
    },
  },
  safeHours: {
    question: '¿Cuándo es seguro llamarle?',
    answers: {
      mornings: 'En la mañana',
      afternoons: 'En la tarde',
      evenings: 'En la noche',
      'text-first': 'Solo cuando yo diga (primero un mensaje de texto)',
    },
  },
  email: {
    question: '¿Cuál es su correo electrónico?',
    hint: 'Le enviamos una nota corta para decirle que recibimos su formulario.',
  },
  emailPrivacy: {
    question: '¿Alguien más puede ver su correo?',
    hint: 'Esto cambia lo que escribimos.',
    answers: { private: 'No, solo yo lo leo', shared: 'Sí, escriban muy poco' },
  },
  note: {
    question: '¿Hay algo más que debamos saber?',
    hint: 'Por ejemplo, un grupo al que ya fue o una persona que no quiere ver. No tiene que contarnos lo que pasó. Lo leemos solo en días hábiles.',
    room: `Hasta ${limits.noteLetters} caracteres.`,
    left: 'Caracteres que le quedan:',
    over: 'Caracteres de más:',
  },
  consentKeep: {
    question: '¿Podemos guardar sus respuestas?',
    hint: 'Necesitamos su permiso para buscarle un grupo.',
    yes: 'Sí, pueden guardar mis respuestas y usarlas para buscarme un grupo.',
  },
  consentShare: {
    question: '¿Podemos compartir sus datos con líderes de grupo?',
    hint: 'Las dos respuestas están bien. Decir “pregúntenme primero” no afecta su lugar en la lista.',
    answers: {
      yes: 'Sí, pueden compartir mi nombre, mis datos de contacto y lo que necesito con los líderes de grupo que elijan para mí.',
      'ask-first': 'Pregúntenme primero, cada vez, antes de compartir algo.',
    },
  },
  consentCheckIn: {
    question: '¿Podemos escribirle más adelante?',
    yes: 'Sí, pueden escribirme más adelante para saber cómo me va.',
  },
}
