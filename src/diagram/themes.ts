// The three palettes. On the page the same names are CSS custom properties (--paper, --ink …); here they are resolved,
// for pictures that leave the page. Every hue reaches WCAG AA as text on its paper.

/** The names of the colours. Each means one thing; see the stage's legend. */
export type Ink =
  | 'paper'
  | 'sheet'
  | 'ink'
  | 'muted'
  | 'rule'
  | 'wash'
  | 'cleartext'
  | 'handshake'
  | 'application'
  | 'alert'
  | 'interference';

export type Theme = Readonly<Record<Ink, string>>;
export type ThemeName = 'light' | 'dark' | 'projector';

/** The palettes by name. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    paper: '#FBFAF6',
    sheet: '#FFFFFF',
    ink: '#1D1D1B',
    muted: '#66635C',
    rule: '#DCD8CD',
    wash: '#F0ECE1',
    cleartext: '#94590A',
    handshake: '#2557A7',
    application: '#17715A',
    alert: '#B3261E',
    interference: '#73368F',
  },
  dark: {
    paper: '#181715',
    sheet: '#22211E',
    ink: '#EDE9E0',
    muted: '#A8A398',
    rule: '#403D37',
    wash: '#2B2A26',
    cleartext: '#E0A95A',
    handshake: '#8AB4F4',
    application: '#5CC7A3',
    alert: '#FF8A7D',
    interference: '#CFA5E6',
  },
  projector: {
    paper: '#FFFFFF',
    sheet: '#FFFFFF',
    ink: '#000000',
    muted: '#434343',
    rule: '#B4B4B4',
    wash: '#ECECEC',
    cleartext: '#7A4300',
    handshake: '#0A3F96',
    application: '#005A43',
    alert: '#A30D0D',
    interference: '#5E1F7D',
  },
};

/** What text is set in, on the page and in exported pictures. */
export const fontFamily = "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', system-ui, sans-serif";
