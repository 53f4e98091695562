import { type LabelDef } from '../../shared/model/schema.ts';

/** Both themes in one value; the style sheet decides which of them counts. */
const byTheme = (light: string, dark: string): string => `var(--light, ${light}) var(--dark, ${dark})`;

export const inkOf = ({ colour: { light, dark } }: LabelDef): string => byTheme(light.ink, dark.ink);
export const tintOf = ({ colour: { light, dark } }: LabelDef): string => byTheme(light.tint, dark.tint);
