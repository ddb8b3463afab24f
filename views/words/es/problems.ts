import { limits } from '../../../domain/form/choices.ts'
import type { problems as en, unexpected as enUnexpected } from '../en/problems.ts'

export const problems: typeof en = {
  who: { required: 'Díganos para quién es' },
  age: { required: 'Elija su grupo de edad' },
  safety: { required: 'Díganos si está a salvo, o elija “Prefiero no decir”' },
  topics: { required: 'Elija al menos un tema de apoyo, o elija “No sé”' },
  meet: { required: 'Elija al menos una forma de reunirse' },
  zip: {
    required: 'Escriba su código postal, o elija “No tengo uno ahora”',
    format: 'Escriba un código postal de 5 números, como 60614',
    'not-known': 'No conocemos este código postal. Revise los cinco números',
    'too-long': 'Escriba un código postal de 5 números, como 60614',
  },
  usState: { required: 'Elija el estado donde está' },
  times: { required: 'Elija al menos un horario, o elija “Todavía no sé”' },
  otherLanguage: { required: 'Elija el otro idioma que le gustaría' },
  name: {
    required: 'Escriba un nombre para llamarle',
    'too-long': `Use ${limits.nameLetters} letras o menos en su nombre`,
  },
  contact: {
    required: 'Elija al menos una forma segura de contacto, o elija “No me contacten”',
    alone: 'Elija solo “No me contacten”, o elija las formas de contacto',
  },
  phone: {
    required: 'Escriba un número de teléfono, o elija solo otras formas de contacto',
    format: 'Escriba un número de teléfono de 10 dígitos, como 312 555 0123',
    'too-long': 'Escriba un número de teléfono de 10 dígitos, como 312 555 0123',
  },
  voicemail: { required: 'Díganos si podemos dejar un mensaje' },
  email: {
    required: 'Escriba un correo electrónico, o elija solo otras formas de contacto',
    format: 'Escriba un correo electrónico como nombre@ejemplo.com',
    'too-long': `Escriba un correo electrónico de ${limits.emailLetters} letras o menos`,
  },
  emailPrivacy: { required: 'Díganos si alguien más puede ver su correo' },
  helperName: {
    required: 'Escriba su propio nombre, para saber quién ayuda',
    'too-long': `Use ${limits.nameLetters} letras o menos en su propio nombre`,
  },
  helperPhone: {
    required: 'Escriba su propio teléfono',
    format: 'Escriba su propio teléfono con 10 dígitos, como 312 555 0123',
    'too-long': 'Escriba su propio teléfono con 10 dígitos, como 312 555 0123',
  },
  helperAgreed: { required: 'Pregúntele primero a la persona y luego díganos que está de acuerdo' },
  note: { 'too-long': `Acorte “algo más”: hasta ${limits.noteLetters} letras y espacios` },
  consentKeep: {
    required: 'Para enviar el formulario necesitamos su permiso para guardar sus respuestas',
  },
  consentShare: { required: 'Díganos si podemos compartir sus datos o si debemos preguntarle primero' },
}

export const unexpected: typeof enUnexpected = {
  answer: (question) => `Revise “${question}” y elija o escriba su respuesta otra vez`,
  field: (field) =>
    `Este formulario no tiene un campo llamado “${field}”. Quítelo y envíe el formulario otra vez`,
  form: 'Una parte del formulario se perdió en el camino. Sus respuestas siguen aquí: envíelo otra vez',
}
