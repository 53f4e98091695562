import { type Schema } from '../../shared/model/schema.ts';

/** Sets `--ink-<index>` and `--tint-<index>` for every Label of the Schema; the style sheet decides which theme counts. */
export function setLabelColours(target: HTMLElement, schema: Schema): void {
  schema.labels.forEach(({ colour: { light, dark } }, index) => {
    target.style.setProperty(`--ink-${index}`, byTheme(light.ink, dark.ink));
    target.style.setProperty(`--tint-${index}`, byTheme(light.tint, dark.tint));
  });
}

const byTheme = (light: string, dark: string): string => `var(--light, ${light}) var(--dark, ${dark})`;
