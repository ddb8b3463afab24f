import { closedMinutes, keptMinutes } from '../../../domain/form/kept-answers.ts'
import type * as en from '../en/guide.ts'

export const safety: typeof en.safety = {
  title: 'Antes de empezar',
  heading: 'Cómo cuidar su privacidad en internet',
  lead: 'Estos pasos ayudan si alguien mira su teléfono o su computadora.',
  sections: [
    {
      heading: 'Antes de empezar',
      lines: [
        'Use un aparato que nadie más revise, como el de una amistad o el de una biblioteca.',
        'O abra primero una ventana privada. Así estas páginas no quedan en su historial.',
        'Es posible que alguien haya puesto un programa en su teléfono para vigilarlo. Una ventana privada no lo impide. Entonces solo otro aparato es seguro.',
      ],
    },
    {
      heading: 'Mientras está aquí',
      lines: [
        '“Salir del sitio” está arriba en cada página. Borra lo que no ha enviado y abre otro sitio web.',
        `Después nuestras páginas quedan cerradas en este navegador por ${closedMinutes} minutos, también si alguien vuelve atrás. Para seguir, oprima “Abrirla otra vez”.`,
        'En un teclado también puede oprimir Shift (mayúsculas) tres veces. Para eso hace falta JavaScript, que casi todos los navegadores tienen activado.',
        '¿Tiene nuestras páginas abiertas en más de una pestaña? Entonces salga de cada una o ciérrela.',
        `Si para, borramos sus respuestas ${keptMinutes} minutos después de su última página.`,
        'La mayoría de los navegadores también las olvidan al cerrarlos.',
      ],
    },
    {
      heading: 'Lo que queda',
      lines: [
        '“Salir del sitio” no borra su historial, ni retira un formulario que ya envió.',
        'Su historial puede mostrar el nombre de este sitio y los títulos de sus páginas. Los títulos no dicen lo que usted contestó.',
        'Si tiene una cuenta abierta en su navegador, es posible que su historial se vea también en sus otros aparatos.',
        'Puede borrar este sitio de su historial. Si llamaría la atención borrarlo todo, borre solo esto.',
      ],
    },
    {
      heading: 'Cuando nos comunicamos con usted',
      lines: [
        'Elija solo las formas que son seguras. También puede elegir “No me contacten”.',
        'Díganos si alguien más puede ver su correo. Entonces escribimos muy poco.',
        'Después de enviar el formulario, usted recibe un enlace privado. Quien lo tenga puede ver cómo va todo.',
      ],
    },
  ],
  hurtHeading: 'Si alguien le hace daño',
}

export const accessibility: typeof en.accessibility = {
  title: 'Accesibilidad',
  heading: '¿Todos pueden usar estas páginas?',
  lead: 'Queremos que le sirvan, como sea que usted vea, oiga, se mueva o lea. Díganos cuando no sea así.',
  sections: [
    {
      heading: 'Lo que cumplimos',
      lines: [
        'Las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA.',
        'Más que eso en contraste, tamaño de los botones, palabras claras y límites de tiempo.',
        'Cada página funciona sin ratón, sin programas en el navegador, con zoom de 400 % y en alto contraste.',
        'Cada página está en inglés y en español.',
      ],
    },
    {
      heading: 'Donde nos pedimos más',
      lines: [
        'También cumplimos dieciséis puntos del nivel AAA. Un programa revisa casi todos cada vez que cambiamos una página. Donde dice “a ojo”, lo mira una persona.',
        'Las palabras se distinguen del fondo, 7 a 1 (1.4.6).',
        'Las líneas son cortas y hay espacio entre ellas (1.4.8).',
        'No hay palabras dentro de una imagen (1.4.9).',
        'Todo funciona con el teclado (2.1.3).',
        'Le decimos cuándo se borran las respuestas (2.2.6).',
        'Nada se mueve solo (2.3.3).',
        'Cada enlace dice con sus propias palabras adónde lleva (2.4.9). En parte, a ojo.',
        'Cada parte tiene un título (2.4.10). A ojo.',
        'Nada tapa el lugar donde está el teclado (2.4.12).',
        'Un marco grueso muestra dónde está el teclado (2.4.13).',
        'Lo que se oprime es tan grande como la punta de un dedo (2.5.5).',
        'Nuestras palabras se leen con seis años de escuela (3.1.5). En español, a ojo.',
        'Ninguna página cambia antes de que usted lo pida (3.2.5).',
        'En cada página hay un número al que puede llamar (3.3.5).',
        'Puede revisar sus respuestas o retirarlas (3.3.6). En parte, a ojo.',
        'Para entrar no hay que resolver nada ni recordar nada: el código se puede pegar (3.3.9). A ojo.',
      ],
    },
    {
      heading: 'Cómo lo revisamos',
      lines: [
        'Un programa busca fallas en cada página, en los dos idiomas, cada vez que cambiamos algo.',
        'Llena todo el formulario solo con el teclado.',
        'Mira cada página en una pantalla tan angosta como la de un teléfono pequeño. Hace las letras el doble de grandes y quita nuestros colores.',
      ],
    },
    {
      heading: 'Lo que sabemos que falta',
      lines: [
        'Hemos probado las páginas en un solo navegador, Chromium.',
        'Todavía no las han probado personas que usan lectores de pantalla o control por voz.',
        'Todavía no ha revisado las palabras en español alguien que creció con el idioma.',
        'No hay lengua de señas ni sonido.',
        'Las páginas de otros grupos y líneas de ayuda no son nuestras. Es posible que no funcionen igual.',
      ],
    },
  ],
  tellHeading: 'Díganos qué no funciona',
  tell: 'Llámenos y diga en qué página fue. También podemos llenar el formulario con usted por teléfono:',
  checked: 'Revisamos esta página por última vez en noviembre de 2026.',
}

export const notFor: typeof en.notFor = {
  title: 'Para qué no es esto',
  heading: 'Para qué no es esto, y quién puede ayudar',
  lead: 'Ayudamos a encontrar un grupo de apoyo. Para algunas cosas, otros pueden ayudarle más, o más pronto.',
  danger: {
    heading: 'Usted u otra persona puede estar en peligro',
    text: 'Nadie está mirando este formulario en este momento. Llame primero a una de estas líneas:',
  },
  withdrawal: {
    heading: 'Quiere dejar el alcohol o las pastillas',
    text: [
      'Un grupo puede ayudarle a seguir adelante. Pero si toma mucho o ha tomado pastillas por largo tiempo, dejarlo de golpe puede ser peligroso.',
      'Hable primero con un médico. Si tiembla mucho, ve cosas que no están o tiene una convulsión, llame al 911.',
    ],
  },
  treatment: {
    heading: 'Necesita tratamiento, medicina o un terapeuta',
    call: (number) => `Llame al ${number}`,
    text: 'La Línea Nacional de Ayuda busca tratamiento cerca de usted. Es gratis y atiende día y noche, en inglés y en español.',
  },
  dailyNeeds: {
    heading: 'Necesita un lugar donde quedarse, comida o ayuda con los gastos',
    call: (number) => `Llame al ${number}`,
    text: 'En la mayoría de los lugares, saben quién puede ayudarle cerca.',
  },
  children: {
    heading: 'Busca ayuda para un niño o una niña menor de 13 años',
    text: 'No podemos pedir los datos de un menor en este formulario. Su mamá, papá o tutor puede llamarnos:',
  },
  proof: {
    heading: 'Necesita un papel para un juez o un trabajo',
    text: 'Nosotros no los escribimos. Pregunte en el grupo: algunos firman un papel que dice que usted fue.',
  },
  toStart: 'Ir a la página de inicio',
}
