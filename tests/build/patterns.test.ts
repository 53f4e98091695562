import { parseSync } from 'vite';
import { describe, expect, test, vi } from 'vitest';
import { inProject } from '../../build/project.mjs';
import cues from '../../seeds/cues.json' with { type: 'json' };
import { span } from '../../shared/text/offsets.ts';
import { sourceFiles, textOf } from './project-files.ts';

vi.setConfig({ testTimeout: 600_000 });

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that stands in the source as such. */
function patternsIn(file: string): readonly Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(visit);
    const { type, regex } = node as { readonly type?: string; readonly regex?: { readonly pattern: string; readonly flags: string } | null };
    if (type === 'Literal' && regex) found.push({ file, source: regex.pattern, flags: regex.flags });
    Object.values(node).forEach(visit);
  };
  visit(parseSync(file, textOf(file)).program);
  return found;
}

/** Those that are put together while the program runs: noted while the modules that do so are loaded, and each of their functions is called. */
async function patternsMade(): Promise<readonly Pattern[]> {
  const made: Pattern[] = [];
  const files = sourceFiles().filter((file) => /^(?:shared|renderer)\/.*\.ts$/.test(file) && textOf(file).includes('new RegExp('));
  let file = '';
  vi.resetModules();
  vi.stubGlobal('RegExp', new Proxy(RegExp, {
    construct(target, [pattern, flags = '']: [RegExp | string, string?]) {
      made.push({ file, source: typeof pattern === 'string' ? pattern : pattern.source, flags });
      return new target(pattern, flags);
    },
  }));
  try {
    for (file of files) await import(/* @vite-ignore */ inProject(...file.split('/')));
    const text = 'وزیر نیرو گفت و گو کرد و گفت برق این که نمی‌رود تا پایان خرداد ۱۴۰۵ ظرف شش ماه می‌آید.';
    const whole = span(0, text.length);
    const { fold } = await import('../../shared/text/persian.ts');
    (await import('../../shared/text/deadline-phrase.ts')).deadlinePhrases(text, whole);
    (await import('../../shared/text/same-text.ts')).findText(fold(text), text, 1);
    (await import('../../shared/text/same-text.ts')).sameText(text, whole);
    (await import('../../shared/codecs/brat/numbering.ts')).numbering('T', ['T1']);
    (await import('../../shared/suggest/cues.ts')).cueFinder(cues);
  } finally {
    vi.unstubAllGlobals();
  }
  return made;
}

/**
 * What makes a careless expression try again and again: long runs of one thing, of two by turns, and of whatever the expression itself names, each
 * with an end that does not fit.
 */
function hardTexts(source: string, length: number): readonly string[] {
  const literals = [...new Set(source.replaceAll(/\\[a-zA-Z](?:\{[^}]*\})?/g, '').match(/[^\\^$.*+?()[\]{}|]/gu) ?? [])].slice(0, 6);
  const units = ['a', '0', ' ', '\n', '\t', '"', '.', '-', 'ی', '«', '\u200c', '<', '(', 'a ', '0,', ...literals, ...literals.map((one) => `${one} `)];
  const ends = ['', '!', '\u0000'];
  return [...new Set(units)].flatMap((unit) => ends.map((end) => unit.repeat(Math.ceil(length / unit.length)) + end));
}

/** Milliseconds for the hardest of these texts; the quickest of several tries, for others use the machine too. */
function slowest({ source, flags }: Omit<Pattern, 'file'>, length: number): number {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
  const once = (text: string): number => {
    const begin = performance.now();
    pattern.test(text);
    return performance.now() - begin;
  };
  let most = 0;
  for (const text of hardTexts(source, length)) {
    let least = once(text);
    for (let more = 0; more < 5 && least > mostTime / 10; more++) least = Math.min(least, once(text));
    most = Math.max(most, least);
    if (most > mostTime) return most;
  }
  return most;
}

/**
 * Lengths, each twice the one before, and the milliseconds that the longest may take: what is linear needs a hundredth, what tries every place
 * from every other needs more, and what is worse is found at the shortest.
 */
const lengths = [18, 21, 24, 27, 30, 40, 100, 250, 500, 1_000, 2_000, 4_000, 16_000];
const mostTime = 100;

/** What was measured, where an expression takes too long; nothing where it does not. */
function verdict(pattern: Omit<Pattern, 'file'>): string | null {
  for (const length of lengths) {
    const time = slowest(pattern, length);
    if (time > mostTime) return `/${pattern.source}/${pattern.flags} takes ${Math.round(time)} ms for ${length} characters`;
  }
  return null;
}

describe('regular expressions', () => {
  const patterns = sourceFiles().flatMap(patternsIn);
  const unique = [...new Map(patterns.map((one) => [`/${one.source}/${one.flags}`, one])).values()];

  test('are found', () => expect(unique.length).toBeGreaterThan(100));

  test.each([['^(?:a+)+$', 'exponential'], ['^(?:a|a)*$', 'exponential'], ['a*a*a*a*b', 'of the fourth power']])('a bad one is noticed: %s, %s', (source) =>
    expect(verdict({ source, flags: '' })).not.toBeNull());

  test('none takes longer than its text is long', () => {
    const slow = unique.flatMap((one) => {
      const found = verdict(one);
      return found === null ? [] : [`${one.file}: ${found}`];
    });
    expect(slow).toEqual([]);
  });

  test('nor does one that is put together while the program runs', async () => {
    const all = await patternsMade();
    const different = [...new Map(all.map((one) => [`/${one.source}/${one.flags}`, one])).values()];
    expect(different.length).toBeGreaterThan(60);
    const slow = different.flatMap((one) => verdict(one) ?? []);
    expect(slow).toEqual([]);
  });
});
