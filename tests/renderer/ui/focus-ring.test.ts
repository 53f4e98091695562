import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../../build/project.mjs';
import { contrast } from '../../../shared/commands/schema/contrast.ts';

const css = (name: string): string => readFileSync(inProject('renderer', 'ui', name), 'utf8');

/** The colours of one theme by their names. */
function tokens(theme: string): ReadonlyMap<string, string> {
  const [, block = ''] = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css('tokens.css')) ?? [];
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]));
}

describe('the ring around what has the focus', () => {
  test('is two pixels wide and two pixels away', () => {
    const [, rule] = /:focus-visible \{([^}]*)\}/.exec(css('global.css')) ?? [];
    expect(rule).toContain('outline: 2px solid var(--focus)');
    expect(rule).toContain('outline-offset: 2px');
  });

  test.each(['light', 'dark'])('can be seen on every surface (WCAG 2.2, 1.4.11): %s', (theme) => {
    const found = tokens(theme);
    const surfaces = [...found].filter(([name]) => name.startsWith('surface') || name.endsWith('-soft'));
    expect(surfaces.length).toBeGreaterThan(7);
    expect(surfaces.filter(([, colour]) => contrast(found.get('focus') ?? '', colour) < 3)).toEqual([]);
  });
});
