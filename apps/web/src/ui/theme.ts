import { createTheme, type CSSVariablesResolver, type MantineThemeColors } from '@mantine/core';

/** Lacquer red, the product's own colour. */
const son = [
  '#fdf2f0',
  '#f9dfdb',
  '#f1bbb4',
  '#e9958b',
  '#e17468',
  '#d95c50',
  '#c63b31',
  '#a92a22',
  '#93221b',
  '#761813',
] as const;

/** Old gold, for marks and accents, never for text on white. */
const vang = [
  '#fdf7e6',
  '#f8ecc9',
  '#f0d994',
  '#e8c55b',
  '#e2b430',
  '#d9a514',
  '#c4930c',
  '#9c7306',
  '#7d5c04',
  '#5e4502',
] as const;

const dark = [
  '#ece9e5',
  '#cdc8c2',
  '#b3ada6',
  '#8d8680',
  '#4f4a46',
  '#3d3935',
  '#2a2724',
  '#211f1c',
  '#191715',
  '#121110',
] as const;

/** Warm, to sit on the paper-coloured page. */
const gray = [
  '#faf8f5',
  '#f3efe9',
  '#e8e2d9',
  '#d9d2c7',
  '#c6bfb4',
  '#a59e95',
  '#7d766e',
  '#57514b',
  '#3a3530',
  '#221f1c',
] as const;

export const theme = createTheme({
  colors: { son: [...son], vang: [...vang], dark: [...dark], gray: [...gray] },
  primaryColor: 'son',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif', fontWeight: '700' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { radius: 'md' } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Tooltip: { defaultProps: { multiline: true, maw: 280, withArrow: true } },
    Badge: { styles: { label: { textTransform: 'none', fontWeight: 600, letterSpacing: 0 } } },
  },
});

/** Text on a tint of its own colour: the darkest shade by day, a pale one by night. */
const tintText = (
  colors: MantineThemeColors,
  shade: number,
  dye: (color: string) => string,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(colors).map(([name, shades]) => [
      `--mantine-color-${name}-light-color`,
      dye(shades[shade] ?? ''),
    ]),
  );

/** Contrast of the defaults is too low on the paper-coloured page: dimmed text is darkened. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    ...tintText(colors, 9, (color) => `color-mix(in srgb, ${color} 68%, #000)`),
    '--mantine-color-dimmed': '#5d5852',
    '--mantine-color-text': '#1f1b18',
    '--mantine-color-anchor': '#93221b',
    '--mantine-color-placeholder': '#6f6963',
    '--mantine-color-error': '#a92a22',
    '--guong-page': '#f6f3ee',
    '--guong-card': '#ffffff',
    '--guong-line': '#e3ddd3',
    '--guong-soft': '#f3eee6',
    '--guong-bar': '#b9433a',
    '--guong-good': '#1f7a4d',
    '--guong-warn': '#915300',
    '--guong-bad': '#a92a22',
  },
  dark: {
    ...tintText(colors, 2, (color) => color),
    '--mantine-color-dimmed': '#b3ada6',
    '--mantine-color-anchor': '#f1a79e',
    '--mantine-color-placeholder': '#a29b94',
    '--mantine-color-error': '#f1877c',
    '--guong-page': '#161412',
    '--guong-card': '#211f1c',
    '--guong-line': '#3a3531',
    '--guong-soft': '#2b2825',
    '--guong-bar': '#e17468',
    '--guong-good': '#5cc490',
    '--guong-warn': '#eab04e',
    '--guong-bad': '#f1877c',
  },
});
