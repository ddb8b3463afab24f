import { backupDays, tombstoneDays } from '../../../domain/person/retention.ts'
import type { yours as en } from '../en/yours.ts'
import { fullStop } from './full-stop.ts'

export const yours: typeof en = {
  heading: 'Lo que puede hacer aquí',
  lead: 'Usted decide. Puede cambiar de idea cuando quiera.',
  menu: {
    contact: { label: 'Cambiar cómo le contactamos', hint: 'Su teléfono, su correo y lo que es seguro.' },
    stop: { label: 'No quiero más contacto', hint: 'Ya no le escribimos ni le llamamos.' },
    consents: { label: 'Ver y quitar sus permisos', hint: 'Lo que usted permitió, y cuándo.' },
    kept: { label: 'Ver lo que guardamos sobre usted', hint: 'Léalo todo o guarde una copia.' },
    withdraw: { label: 'Ya no necesito esto', hint: 'Dejamos de buscar y no le molestamos más.' },
    erase: { label: 'Borrar todo', hint: 'Borramos sus respuestas para siempre.' },
  },
  back: 'Volver a sus detalles',
  stay: 'Volver sin cambiar nada',
  place: {
    looking: 'Seguimos buscando un grupo. Lo que encontremos, lo verá solo en esta página.',
    proposed: 'Le estamos guardando un lugar. Si lo quiere, se lo preguntamos solo en esta página.',
    offered: (time) =>
      `${fullStop(`Le guardamos un lugar hasta el ${time}`)} Puede decir sí o no en esta página. Nadie se lo recuerda.`,
    stays: (group) => `Su lugar en ${group} sigue siendo suyo. En esta página verá qué sigue.`,
    goes: (group) => `Su lugar en ${group} pasa a otra persona.`,
    leaderNotToReach: (group) => `Le decimos al líder de ${group} que no se comunique con usted.`,
    leaderToLook: (group) => `También le decimos al líder de ${group} que esto cambió.`,
    leaderEnded: (group) =>
      `Le decimos al líder de ${group} que ya no tiene que hacer nada. No le decimos por qué.`,
    leaderKnows: (group) =>
      `El líder de ${group} ya sabe de usted. Eso no lo podemos deshacer. Solo le decimos que ya no tiene que hacer nada.`,
    calendar: 'Si nuestra cita semanal está en su calendario, nuestra nota la quita.',
  },
  contact: {
    heading: 'Cambiar cómo le contactamos',
    lead: 'Desde ese momento usamos solo lo que elija aquí.',
    emailHint: 'Desde ese momento escribimos a esta dirección.',
    send: 'Guardar esto',
    done: {
      heading: 'Guardamos lo que eligió',
      text: 'Desde ahora usamos solo estas formas. Todavía puede llegar una nota que ya va en camino.',
    },
  },
  stop: {
    heading: '¿No quiere más contacto?',
    lead: 'Ya no le escribimos ni le llamamos. Borramos su número de teléfono y su correo.',
    noCheckIns: 'Ya no le preguntamos cómo le va.',
    keep: 'Guarde su enlace y su código. Sin ellos no puede regresar a esta página.',
    again: 'Si cambia de idea, regrese aquí y elija cómo contactarle.',
    send: 'No quiero más contacto',
    done: {
      heading: 'Ya no nos comunicamos con usted',
      text: 'Todavía puede llegar una nota que ya va en camino. En esta página ve cómo va todo.',
    },
  },
  consents: {
    heading: 'Sus permisos',
    lead: 'Esto es lo que usted permitió, y cuándo. Puede quitar cada permiso por separado.',
    names: {
      keep: 'Guardar mis respuestas y usarlas para buscarme un grupo',
      share: 'Compartir mis datos con líderes de grupo',
      'check-in': 'Escribirme después para saber cómo me va',
    },
    withGroup: (group) => `Hablarle de mí al líder de ${group}`,
    said: {
      yes: (date) => fullStop(`Usted dijo que sí el ${date}`),
      no: (date) => fullStop(`Usted dijo que no el ${date}`),
      'ask-first': (date) => `Usted dijo el ${date}: pregúntenme primero, cada vez.`,
    },
    takenBack: (date) => fullStop(`Lo quitó el ${date}`),
    wording: (version) => `Texto ${version}`,
    means: {
      keep: 'Sin este permiso no podemos buscarle un grupo. Para quitarlo, borre todo.',
      share: 'Le preguntamos cada vez antes de compartir algo.',
      shareTold: (group) =>
        `El líder de ${group} ya sabe su nombre, cómo comunicarse con usted y lo que pidió. Eso no lo podemos deshacer. Hoy le decimos que no lo use, que no se lo cuente a nadie y que no se comunique con usted. Su lugar sigue siendo suyo, y nuestro equipo hace lo demás.`,
      shareUntold: (group) => `No le decimos nada de usted al líder de ${group}. Su lugar sigue siendo suyo.`,
      'check-in': 'Ya no le preguntamos cómo le va. Si tiene un primer día, todavía se lo recordamos.',
    },
    takeBack: {
      keep: 'Ir a “Borrar todo”',
      share: 'Quitar el permiso de compartir',
      'check-in': 'Quitar el permiso de preguntarme',
    },
    done: {
      share: 'Quitó el permiso de compartir.',
      'check-in': 'Quitó el permiso de preguntarle cómo le va.',
    },
  },
  withdraw: {
    heading: '¿Ya no necesita esto?',
    lead: 'Está bien. No tiene que decir por qué.',
    stops: 'Dejamos de buscar y nadie se comunica con usted por esto.',
    kept: (date) =>
      `Guardamos sus respuestas hasta el ${date}. Antes de esa fecha las puede borrar en esta página.`,
    send: 'Retirar mi solicitud',
    helpHeading: 'Todavía puede recibir ayuda ahora mismo',
    done: {
      heading: 'Retiró su solicitud',
      text: 'Ya nadie se comunica con usted por ella. Puede pedir un grupo otra vez cuando quiera.',
    },
  },
  erase: {
    heading: '¿Borrar todo?',
    lead: 'Después nadie lo puede recuperar.',
    goneHeading: 'Lo que borramos',
    gone: [
      'Sus respuestas, su nombre y cómo comunicarnos con usted.',
      'Lo que usted permitió y los grupos que le encontramos.',
      'Lo que nuestro equipo anotó sobre usted y la lista de lo que le enviamos.',
    ],
    staysHeading: 'Lo que queda',
    stays: [
      'Que se borró una solicitud, y cuándo. No de quién era.',
      `Un número sin su nombre, por ${tombstoneDays} días. Evita que vuelva una copia vieja de su formulario.`,
      `Copias de seguridad, hasta por ${backupDays} días más. Después también se borran.`,
      'Lo que usted tiene en su propio correo y calendario.',
    ],
    alsoHeading: 'Qué más pasa',
    mail: 'Una última nota va a su correo. Solo dice que ya está hecho.',
    noMail: 'No le escribimos sobre esto.',
    link: 'Su enlace y su código ya no abren nada.',
    send: 'Borrar todo',
    done: {
      heading: 'Borramos sus respuestas',
      text: 'Ya está hecho. Su enlace y su código ya no abren nada. Lo último desaparece en dos días o menos.',
      again: 'Puede volver cuando quiera. Envíe otro formulario o llámenos.',
      close: 'Cierre esta página ahora, sobre todo en un aparato compartido.',
    },
  },
}
