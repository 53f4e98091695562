import { type LabelDef, type Swatch } from '../../model/schema.ts';

/** What Labels are drawn on and under, by theme: `--surface` and `--text` of the style sheet. */
export const grounds = {
  light: { surface: '#ffffff', text: '#1b1f24' },
  dark: { surface: '#15181d', text: '#e6e8eb' },
} as const;
export type Ground = keyof typeof grounds;

/** An ink that is fainter than this on its surface is refused (WCAG 2.2, 1.4.11). */
export const leastInkContrast = 3;
/** Text that is fainter than this on a tint is refused (WCAG 2.2, 1.4.3). */
export const leastTextContrast = 4.5;
/** Text on a tint that we make (WCAG 2.2, 1.4.6). */
const wantedTintContrast = 7;

type Rgb = readonly [red: number, green: number, blue: number];

const channels = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;
const hex = (rgb: readonly number[]): string => `#${rgb.map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}`.toUpperCase();

/** Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two `#RRGGBB` colours, 1 to 21, in any order (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [brighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (brighter + 0.05) / (darker + 0.05);
}

/** The ink laid over the surface as thickly as text on it can still be read well. */
export function tintOf(ink: string, ground: Ground): string {
  const { surface, text } = grounds[ground];
  const mixed = (percent: number): string => {
    const over = channels(ink);
    return hex(channels(surface).map((under, index) => under + (((over[index] ?? under) - under) * percent) / 100));
  };
  const percent = [35, 30, 25, 20, 15, 10, 5].find((one) => contrast(mixed(one), text) >= wantedTintContrast);
  return mixed(percent ?? 0);
}

/** A Label's colours from one ink for each theme. */
export const coloursOf = (light: string, dark: string): LabelDef['colour'] => ({
  light: { ink: light.toUpperCase(), tint: tintOf(light, 'light') },
  dark: { ink: dark.toUpperCase(), tint: tintOf(dark, 'dark') },
});

/** The contrast of an ink on its surface, and of text on its tint: the lower is how well it can be told. */
export const readability = ({ ink, tint }: Swatch, ground: Ground): { readonly ink: number; readonly text: number } => ({
  ink: contrast(ink, grounds[ground].surface),
  text: contrast(tint, grounds[ground].text),
});
