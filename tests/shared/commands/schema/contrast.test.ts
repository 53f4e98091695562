import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../../../build/project.mjs';
import { coloursOf, contrast, type Ground, grounds, leastInkContrast, readability, tintOf } from '../../../../shared/commands/schema/contrast.ts';
import { freshLabel } from '../../../../shared/commands/schema/fresh-label.ts';
import { swatches } from '../../../../shared/commands/schema/swatches.ts';
import { validateSchema } from '../../../../shared/model/validate-schema.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { label } from '../set-context.ts';

const themes: readonly Ground[] = ['light', 'dark'];

describe('contrast', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#E69F00', '#FFFFFF', 2.25],
  ])('of %s and %s is %d, in either order', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  test.each(themes)('is measured against the colours of the page (%s)', (theme) => {
    const css = readFileSync(inProject('renderer', 'ui', 'tokens.css'), 'utf8');
    const tokens = css.slice(css.indexOf(`[data-theme='${theme}']`));
    const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(tokens)?.[1];
    expect({ surface: token('surface'), text: token('text') }).toEqual(grounds[theme]);
  });
});

describe('the palette', () => {
  test.each(swatches.map((swatch, index) => [index + 1, swatch] as const))('swatch %d can be seen, and text read on it', (_index, swatch) => {
    for (const theme of themes) {
      const { ink, text } = readability(swatch[theme], theme);
      expect(ink).toBeGreaterThanOrEqual(4.5);
      expect(text).toBeGreaterThanOrEqual(7);
    }
  });

  test('holds every colour of the schema that ships', () => expect(seedSchema.labels.filter(({ colour }) => !swatches.some((one) => one.light.ink === colour.light.ink))).toEqual([]));
});

describe('a colour of one’s own', () => {
  test.each(['#000000', '#ff0000', '#808080', '#246fde', '#ffffff'])('%s gets tints that text can be read on', (ink) => {
    for (const theme of themes) expect(contrast(tintOf(ink, theme), grounds[theme].text)).toBeGreaterThanOrEqual(7);
  });

  test('has the form that a Schema wants', () => {
    const labels = seedSchema.labels.map((one) => ({ ...one, colour: coloursOf('#123abc', '#abc123') }));
    expect(validateSchema({ ...seedSchema, labels }).ok).toBe(true);
    expect(leastInkContrast).toBe(3);
  });
});

test('a new label is told apart from the others by key, badge, pattern and colour', () => {
  const fresh = freshLabel(seedSchema, label('NEW'), { fa: 'شهر', en: 'City' });
  expect(fresh.key).toBe(9);
  expect(fresh.badge).toBe('ه');
  expect(seedSchema.labels.map(({ badge }) => badge)).not.toContain(fresh.badge);
  expect(validateSchema({ ...seedSchema, labels: [...seedSchema.labels, fresh] }).ok).toBe(true);
});
