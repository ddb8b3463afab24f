import type {
  matching as enMatching,
  metWishes as enMetWishes,
  reasons as enReasons,
  rules as enRules,
} from '../en/matching.ts'

const miles = (count: number) => (count === 1 ? '1 milla' : `${count} millas`)

export const reasons: typeof enReasons = {
  topic: () => 'Trata de lo que usted pidió.',
  'more-topics': ({ count }) =>
    count === 1
      ? 'También trata otro tema que usted eligió.'
      : `También trata otros ${count ?? ''} temas que usted eligió.`.replace('  ', ' '),
  wish: () => 'Tiene algo que usted quería.',
  time: () => 'Se reúne cuando usted dijo que podría ir.',
  near: ({ miles: away = 0 }) =>
    away <= 1
      ? 'Está en la zona de su código postal.'
      : `Está a unas ${miles(away)} del centro de su código postal.`,
  soon: () => 'Se reúne pronto.',
}

export const metWishes: typeof enMetWishes = {
  women: 'Es solo para mujeres.',
  men: 'Es solo para hombres.',
  lgbtq: 'Es para personas LGBTQ+.',
  veterans: 'Es para veteranos.',
  'people-of-color': 'Es para personas de color.',
  'twelve-step': 'Sigue los doce pasos.',
  faith: 'Se basa en la fe.',
  'not-faith': 'No se basa en la fe.',
  'peer-led': 'Lo guía alguien que ya pasó por esto.',
  'therapist-led': 'Lo guía un terapeuta con licencia.',
  free: 'Es gratis.',
  spanish: 'Es en español.',
  'other-language': 'Es en el idioma que usted pidió.',
  asl: 'Tiene intérprete de ASL.',
  captions: 'Tiene subtítulos.',
  'step-free': 'Se puede entrar sin escalones.',
  quiet: 'Tiene un cuarto tranquilo.',
  'child-care': 'Tiene cuidado de niños.',
  rides: 'Puede ayudar con el transporte.',
}

export const rules: typeof enRules = {
  'not-running': {
    is: () => 'No se reúne en este momento.',
    wouldFit: () => 'se reuniera en este momento',
  },
  'already-tried': { is: () => 'Usted ya lo probó.', wouldFit: () => 'quisiera probarlo otra vez' },
  'other-topic': { is: () => 'Trata de otra cosa.', wouldFit: () => 'el tema fuera el que busca' },
  'kept-for-others': {
    is: () => 'Es solo para ciertas personas.',
    wouldFit: () => 'estuviera abierto a todos',
  },
  'other-age': { is: () => 'Es para otras edades.', wouldFit: () => 'fuera para su edad' },
  'other-language': { is: () => 'Es en otro idioma.', wouldFit: () => 'usted pudiera seguirlo en su idioma' },
  'starts-later': { is: () => 'Empieza más adelante.', wouldFit: () => 'empezara antes' },
  'other-format': {
    is: () => 'No se reúne de una forma que usted eligió.',
    wouldFit: () => 'pudiera reunirse de otra forma',
  },
  'not-licensed-there': {
    is: () => 'Su terapeuta no tiene licencia en el estado donde usted está.',
    wouldFit: () => 'su terapeuta tuviera licencia en el estado donde usted está',
  },
  'too-far': {
    is: (exclusion) =>
      exclusion.miles === undefined ? 'Está muy lejos.' : `Está muy lejos: a ${miles(exclusion.miles)}.`,
    wouldFit: (exclusion) =>
      exclusion.miles === undefined ? 'pudiera ir más lejos' : `pudiera ir a ${miles(exclusion.miles)}`,
  },
  'place-unknown': {
    is: () => 'No sabemos dónde se reúne.',
    wouldFit: () => 'supiéramos dónde se reúne',
  },
  'home-unknown': {
    is: () => 'Sin un código postal no sabemos qué tan lejos está.',
    wouldFit: () => 'estuviera cerca de usted',
    alone: 'Podría servirle si está cerca de usted. No tenemos su código postal.',
  },
  'other-time': { is: () => 'Se reúne a otras horas.', wouldFit: () => 'pudiera ir a otras horas' },
  'no-session-known': {
    is: () => 'No sabemos cuándo se reúne.',
    wouldFit: () => 'supiéramos cuándo se reúne',
  },
  'wish-not-met': {
    is: (_, wish) =>
      wish ? `No tiene algo que usted necesita: “${wish}”.` : 'Le falta algo que usted necesita.',
    wouldFit: (_, wish) =>
      wish ? `no eligiera “Lo necesito” para “${wish}”` : 'eligiera “Lo necesito” menos veces',
  },
  full: { is: () => 'Está lleno.', wouldFit: () => 'tuviera un lugar libre' },
}

/** What Spanish speakers in the US call their zones, where the runtime says something else. */
const usZones: Record<string, string> = {
  'hora oriental': 'hora del Este',
  'hora central': 'hora del Centro',
  'hora de las Montañas Rocosas': 'hora de la Montaña',
}

export const matching: typeof enMatching = {
  wouldFitIf: (conditions) => `Le serviría si ${conditions}.`,
  yourTime: (time) => `${time} donde usted está`,
  yourTimes: (times) => `Donde usted está: ${times}`,
  zone: (name) => usZones[name] ?? name,
  askForTimes: 'Pregunte al grupo cuándo se reúne',
}
