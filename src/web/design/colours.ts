/**
 * The colours of every face, as data, so that a test can hold them to WCAG AA. A state is an ink and the tint it stands on;
 * states never differ by colour alone (see icons.tsx).
 */
export const COLOURS = {
  light: {
    paper: '#f4f5f3',
    card: '#ffffff',
    ink: '#18211e',
    soft: '#55605b',
    line: '#dfe3e0',
    edge: '#7d8883',
    link: '#0a5a78',
    'on-link': '#ffffff',
    good: '#0b6238',
    'good-tint': '#e4f2e9',
    caution: '#7d4a00',
    'caution-tint': '#fbf0da',
    suspect: '#a0201d',
    'suspect-tint': '#fbe9e6',
    unknown: '#77324a',
    'unknown-tint': '#f5e9ee',
    plain: '#4a5550',
    'plain-tint': '#ebeeec',
  },
  dark: {
    paper: '#111614',
    card: '#1a211e',
    ink: '#e8edea',
    soft: '#a7b3ad',
    line: '#303a36',
    edge: '#7b8781',
    link: '#84c9ea',
    'on-link': '#0c2531',
    good: '#7ad6a6',
    'good-tint': '#163123',
    caution: '#f0c274',
    'caution-tint': '#37290f',
    suspect: '#ffa49c',
    'suspect-tint': '#40201d',
    unknown: '#eda9bf',
    'unknown-tint': '#38212a',
    plain: '#b6c1bc',
    'plain-tint': '#272f2c',
  },
} as const;

export type Colour = keyof (typeof COLOURS)['light'];

/** Ink on ground: each pair is read somewhere. The contrast that WCAG 2.2 asks of it: 4.5 for text, 3 for edges of controls. */
export const READ_ON: readonly (readonly [ink: Colour, ground: Colour, least: number])[] = [
  ['ink', 'paper', 4.5],
  ['ink', 'card', 4.5],
  ['soft', 'paper', 4.5],
  ['soft', 'card', 4.5],
  ['link', 'paper', 4.5],
  ['link', 'card', 4.5],
  ['on-link', 'link', 4.5],
  ['edge', 'card', 3],
  ['edge', 'paper', 3],
  ...(['good', 'caution', 'suspect', 'unknown', 'plain'] as const).flatMap(
    (state) =>
      [
        [state, `${state}-tint`, 4.5],
        [state, 'card', 4.5],
        ['ink', `${state}-tint`, 4.5],
        ['soft', `${state}-tint`, 4.5],
        ['link', `${state}-tint`, 4.5],
      ] as const,
  ),
];

/** WCAG 2.2, "contrast ratio": 1 to 21. Colours as `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
