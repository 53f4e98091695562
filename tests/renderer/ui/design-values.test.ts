import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../../build/project.mjs';

const css = (...name: readonly string[]): string => readFileSync(inProject('renderer', ...name), 'utf8');
const styleSheets = readdirSync(inProject('renderer'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));

/** Numbers that the design gives (ux.md 2.6 and 2.7). */
describe('the design values', () => {
  test.each([
    ['letters of the interface', '--text-ui: 14px;'], ['its lines', '--line-ui: 1.6;'], ['the usual weight', '--weight-normal: 400;'],
    ['the strong weight', '--weight-strong: 600;'], ['how long something fades', '--duration: 120ms;'],
  ])('%s: %s', (_, value) => expect(css('ui', 'tokens.css')).toContain(value));

  test('nothing fades for whoever wants no motion', () => expect(css('ui', 'tokens.css')).toMatch(/prefers-reduced-motion: reduce\) \{\s*:root \{\s*--duration: 0ms;/));

  test('what fades or moves keeps to that time: a style sheet names no other', () => {
    const timed = styleSheets.flatMap((name) => [...css(name).matchAll(/^\s*(?:transition|animation)(?:-duration)?: .*;$/gm)].map(([line]) => `${name}:${line}`));
    expect(timed.length).toBeGreaterThan(8);
    // What lights up for a moment in a review is told apart by its time, and stands still for whoever wants no motion.
    expect(timed.filter((line) => !line.includes('var(--duration)') && !/: none;/.test(line))).toEqual([expect.stringContaining('going-out 300ms')]);
  });

  test.each([['ui', 'ProgressBar.module.css'], ['views', 'import', 'ImportProgressBar.module.css'], ['app', 'Window.module.css']])(
    'work of less than 300 ms shows nothing: %s %s',
    (...name) => expect(css(...name)).toContain('animation: appear var(--duration) 300ms both;'),
  );

  test('the frame never scrolls, so that nothing shifts when a dialog locks it; the text keeps room for its scroll bar', () => {
    expect(css('ui', 'global.css')).toMatch(/html,\nbody,\n#root \{[^}]*overflow: hidden;/);
    expect(css('views', 'annotate', 'ArticleDesk.module.css')).toMatch(/\.text \{[^}]*scrollbar-gutter: stable;/);
  });

  test('what is only read aloud is clipped in place, not pushed out of the window, which would scroll a right-to-left page', () => {
    const hidden = css('ui', 'VisuallyHidden.module.css');
    expect(hidden).toContain('clip-path: inset(50%);');
    expect(hidden).not.toMatch(/(?:inset|left|right)[\w-]*: -/);
  });
});
