import {
  Button,
  createTheme,
  SegmentedControl,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#E9EFFB',
  '#D2DDF7',
  '#A9BFF0',
  '#7F9FE8',
  '#5A81DF',
  '#3D68DC',
  '#2450B8',
  '#1E459F',
  '#193A87',
  '#132D69',
];

const dark: MantineColorsTuple = [
  '#ECEEF0',
  '#CBD0D5',
  '#A3A9B1',
  '#7F8790',
  '#3A4047',
  '#2B3037',
  '#22262B',
  '#17191D',
  '#0F1114',
  '#0A0C0E',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  colors: { accent, dark },
  fontFamily: '"Inter Variable","Noto Sans Arabic Variable",system-ui,sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 7,
  autoContrast: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      styles: { root: { fontWeight: 600, flex: 'none' }, label: { fontSize: 14 } },
    }),
    SegmentedControl: SegmentedControl.extend({
      styles: { root: { background: 'var(--sunk)' }, indicator: { background: 'var(--raised)' } },
    }),
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5A6067',
    '--mantine-color-body': '#FFFFFF',
    '--mantine-color-text': '#181B1F',
    '--mantine-color-placeholder': '#6A7077',
    '--mantine-color-default-border': '#D3D3CC',
  },
  dark: {
    '--mantine-color-dimmed': '#A3A9B1',
    '--mantine-color-body': '#17191D',
    '--mantine-color-text': '#ECEEF0',
    '--mantine-color-placeholder': '#8F969E',
    '--mantine-color-default-border': '#3A4047',
    '--mantine-color-default': '#1D2025',
  },
});
