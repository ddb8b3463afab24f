import type * as en from '../en/group-consent.ts'

export const groupConsent: typeof en.groupConsent = {
  question: (group) => `¿Podemos hablarle de usted al líder de ${group}?`,
  what: 'El líder sabría el nombre que usted nos dio, cómo es seguro comunicarse con usted y lo que pidió. Es para que pueda invitarle. Nadie más lo sabrá. Puede quitar su permiso en su página privada.',
  saidYes: 'Antes nos dijo que sí podemos. Aquí lo puede cambiar.',
  yes: (group) =>
    `Sí, pueden decirle al líder de ${group} mi nombre, cómo comunicarse conmigo y lo que necesito.`,
  no: 'No, arréglenlo ustedes sin hablarle de mí.',
}
