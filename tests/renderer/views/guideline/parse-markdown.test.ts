import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../../../build/project.mjs';
import seed from '../../../../seeds/schema.json';
import { type Block, type Inline, parseInline, parseMarkdown } from '../../../../renderer/views/guideline/parse-markdown.ts';
import { runs } from '../../../arbitraries/runs.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...parts: Inline[]): Block => ({ kind: 'paragraph', parts });

describe('blocks', () => {
  test.each<[string, string, readonly Block[]]>([
    ['nothing', '\n \n', []],
    ['a paragraph over two lines', 'یک\nدو', [paragraph(text('یک'), text(' دو'))]],
    ['two paragraphs', 'یک\n\nدو', [paragraph(text('یک')), paragraph(text('دو'))]],
    ['a heading with an id', '## نقل‌قول {#QUOTE}', [{ kind: 'heading', level: 2, id: 'QUOTE', parts: [text('نقل‌قول')] }]],
    ['a heading without one', '# راهنما', [{ kind: 'heading', level: 1, id: null, parts: [text('راهنما')] }]],
    ['text right under a heading', '# الف\nب', [{ kind: 'heading', level: 1, id: null, parts: [text('الف')] }, paragraph(text('ب'))]],
    ['a hash without a blank is text', '#الف', [paragraph(text('#الف'))]],
    ['a list under a paragraph', 'الف\n- ب\n- پ', [paragraph(text('الف')), { kind: 'list', isNumbered: false, items: [[text('ب')], [text('پ')]] }]],
    ['an item over two lines', '- الف\n  ب', [{ kind: 'list', isNumbered: false, items: [[text('الف'), text(' ب')]] }]],
    ['a numbered list', '1. الف\n2. ب', [{ kind: 'list', isNumbered: true, items: [[text('الف')], [text('ب')]] }]],
    [
      'points after numbers are another list',
      '1. الف\n- ب',
      [{ kind: 'list', isNumbered: true, items: [[text('الف')]] }, { kind: 'list', isNumbered: false, items: [[text('ب')]] }],
    ],
    ['markup is text', '<img src=x onerror=y>', [paragraph(text('<img src=x onerror=y>'))]],
  ])('%s', (_reason, source, blocks) => expect(parseMarkdown(source)).toEqual(blocks));
});

describe('words', () => {
  test.each<[string, string, readonly Inline[]]>([
    ['strong', 'الف **ب** پ', [text('الف '), { kind: 'strong', parts: [text('ب')] }, text(' پ')]],
    ['an example', '*ب*', [{ kind: 'example', parts: [text('ب')] }]],
    ['code, whatever is in it', '`--06-31 *`', [{ kind: 'code', text: '--06-31 *' }]],
    ['code within strong words', '**a `b`**', [{ kind: 'strong', parts: [text('a '), { kind: 'code', text: 'b' }] }]],
    ['a lone star is text', 'الف * ب', [text('الف * ب')]],
    ['a star that nothing closes is text', '*الف', [text('*الف')]],
  ])('%s', (_reason, source, parts) => expect(parseInline(source)).toEqual(parts));

  test('no letter is lost: whatever is written, the text comes out', () => {
    const letters = (parts: readonly Inline[]): string => parts.map((part) => ('text' in part ? part.text : letters(part.parts))).join('');
    const bare = (words: string) => words.replace(/[*`]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab*` «'), maxLength: 20 }), (source) => {
        expect(bare(letters(parseInline(source)))).toBe(bare(source));
      }),
      { numRuns: runs },
    );
  });
});

describe('the guideline that ships', () => {
  const read = (language: 'fa' | 'en') => parseMarkdown(readFileSync(inProject('seeds', 'guideline', `${language}.md`), 'utf8'));
  const outline = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'heading' ? [{ level: block.level, id: block.id }] : []));

  test.each(['fa', 'en'] as const)('has one rule for each label (%s)', (language) => {
    const ids = outline(read(language)).flatMap(({ id }) => id ?? []);
    expect(ids.toSorted()).toEqual(seed.labels.map(({ id }) => id).toSorted());
  });

  test('is built alike in both languages', () => expect(outline(read('fa'))).toEqual(outline(read('en'))));
});
