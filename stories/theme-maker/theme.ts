/** What the theme maker lets one choose, and the CSS of a choice. */
import {contrast} from './contrast.js';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];
export const colors = ['text', 'soft', 'accent', 'line', 'tint', 'button', 'button-text'] as const;
export type Color = (typeof colors)[number];

export interface Theme {
  fonts: {text: string; headline: string; arabic: string};
  weight: number;
  radius: number;
  gap: number;
  /** The page’s own: of the elements, none paints it. */
  paper: Record<Scheme, string>;
  colors: Record<Color, Record<Scheme, string>>;
}

export const fontChoices: Record<keyof Theme['fonts'], Record<string, string>> = {
  text: {
    'The page’s own': 'inherit',
    'System sans': "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', sans-serif",
    Humanist: "Optima, Candara, 'Noto Sans', source-sans-pro, sans-serif",
    Serif: "ui-serif, 'Iowan Old Style', 'Source Serif 4', 'Noto Serif', Georgia, serif",
    Times: "'Times New Roman', 'Liberation Serif', 'Noto Serif', Times, serif",
  },
  headline: {
    Serif: "ui-serif, 'Iowan Old Style', 'Source Serif 4', 'Noto Serif', Georgia, serif",
    Times: "'Times New Roman', 'Liberation Serif', 'Noto Serif', Times, serif",
    'Display serif': "'Playfair Display', Didot, 'Bodoni MT', 'Noto Serif Display', serif",
    'System sans': "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', sans-serif",
    Slab: "Rockwell, 'Roboto Slab', 'Noto Serif', 'DejaVu Serif', serif",
    'The page’s own': 'inherit',
  },
  arabic: {
    Naskh: "'Noto Naskh Arabic', 'Amiri', 'Geeza Pro', serif",
    Kufi: "'Noto Kufi Arabic', 'Segoe UI', Tahoma, sans-serif",
    Sans: "'Noto Sans Arabic', 'Segoe UI', Tahoma, sans-serif",
  },
};

const [serif = '', times = ''] = [fontChoices.headline['Serif'], fontChoices.headline['Times']];
const naskh = fontChoices.arabic['Naskh'] ?? '';
const sans = fontChoices.text['System sans'] ?? '';

function theme(
  fonts: Theme['fonts'],
  [weight, radius, gap]: [number, number, number],
  paper: [string, string],
  pairs: Record<Color, [string, string]>,
): Theme {
  const schemed = ([light, dark]: [string, string]) => ({light, dark});
  return {
    fonts,
    weight,
    radius,
    gap,
    paper: schemed(paper),
    colors: {
      text: schemed(pairs.text),
      soft: schemed(pairs.soft),
      accent: schemed(pairs.accent),
      line: schemed(pairs.line),
      tint: schemed(pairs.tint),
      button: schemed(pairs.button),
      'button-text': schemed(pairs['button-text']),
    },
  };
}

/** Starting points, by name. */
export const presets = {
  default: theme({text: 'inherit', headline: serif, arabic: naskh}, [600, 0, 24], ['#ffffff', '#121416'], {
    text: ['#16181b', '#eceae5'],
    soft: ['#5b6068', '#a2a6ad'],
    accent: ['#9c2a1f', '#f0907f'],
    line: ['#d9d6cf', '#34373c'],
    tint: ['#f3f1ec', '#1c1f23'],
    button: ['#16181b', '#eceae5'],
    'button-text': ['#ffffff', '#121416'],
  }),
  broadsheet: theme({text: times, headline: times, arabic: naskh}, [700, 0, 32], ['#fbf9f4', '#16150f'], {
    text: ['#121212', '#f1ede4'],
    soft: ['#4b4a47', '#b5b0a5'],
    accent: ['#7a1f14', '#e9a28f'],
    line: ['#a29e95', '#57544d'],
    tint: ['#f3efe4', '#1f1d19'],
    button: ['#121212', '#f1ede4'],
    'button-text': ['#ffffff', '#16150f'],
  }),
  bulletin: theme(
    {text: sans, headline: sans, arabic: fontChoices.arabic['Sans'] ?? ''},
    [750, 12, 16],
    ['#ffffff', '#0e1318'],
    {
      text: ['#0f1720', '#eef2f6'],
      soft: ['#4a5765', '#a9b5c2'],
      accent: ['#0b57c2', '#8cbcff'],
      line: ['#d5dce4', '#333d48'],
      tint: ['#eef2f6', '#1b232c'],
      button: ['#0b57c2', '#8cbcff'],
      'button-text': ['#ffffff', '#0b1420'],
    },
  ),
  evening: theme(
    {text: sans, headline: fontChoices.headline['Display serif'] ?? '', arabic: naskh},
    [700, 4, 28],
    ['#fdf8f2', '#1a1420'],
    {
      text: ['#2a1e2e', '#f3e9f0'],
      soft: ['#6b5a6e', '#b9a7bb'],
      accent: ['#a1245f', '#f59ac4'],
      line: ['#e2d4d8', '#443848'],
      tint: ['#f5ebe6', '#251c2b'],
      button: ['#a1245f', '#f59ac4'],
      'button-text': ['#ffffff', '#1a1420'],
    },
  ),
} satisfies Record<string, Theme>;

/** Name → value: all that a theme file says. */
export function propertiesOf({fonts, weight, radius, gap, colors: values}: Theme): [string, string][] {
  return [
    ['--news-font', fonts.text],
    ['--news-font-headline', fonts.headline],
    ['--news-font-headline-arabic', fonts.arabic],
    ['--news-headline-weight', String(weight)],
    ['--news-radius', `${radius}px`],
    ['--news-gap', `${gap / 16}em`],
    ...colors.map((name): [string, string] => [
      `--news-color-${name}`,
      `light-dark(${values[name].light}, ${values[name].dark})`,
    ]),
  ];
}

export function cssOf(theme: Theme): string {
  const lines = propertiesOf(theme).map(([name, value]) => `  ${name}: ${value};`);
  return `:root {\n${lines.join('\n')}\n}\n`;
}

export interface Check {
  scheme: Scheme;
  what: string;
  ratio: number;
  /** WCAG 2.2: 1.4.3 for words, 1.4.11 for what is no text. */
  least: number;
}

/** Every pair of colours that stand on each other. */
export function checksOf({paper, colors: {text, soft, accent, tint, button, ...rest}}: Theme): Check[] {
  return schemes.flatMap((scheme) =>
    (
      [
        ['Text on the page', text, paper],
        ['Text on boxes', text, tint],
        ['Soft text on the page', soft, paper],
        ['Soft text on boxes', soft, tint],
        ['Accent on the page', accent, paper],
        ['Accent on boxes', accent, tint],
        ['Words on buttons', rest['button-text'], button],
      ] as const
    ).map(([what, one, other]) => ({scheme, what, ratio: contrast(one[scheme], other[scheme]), least: 4.5})),
  );
}
