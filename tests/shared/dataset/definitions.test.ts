import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../../build/project.mjs';
import { definitionsOf, guidelineIn } from '../../../shared/dataset/definitions.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { type LabelDef } from '../../../shared/model/schema.ts';
import { fold } from '../../../shared/text/persian.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

const guideline = (language: string): string => readFileSync(inProject('seeds', 'guideline', `${language}.md`), 'utf8');

test('the guideline that comes with Naql says what each label means, in both languages', () => {
  const found = guidelineIn(guideline('fa'), guideline('en')).definitions;
  expect(Object.keys(found)).toEqual(expect.arrayContaining(seedSchema.labels.map(({ id }) => id)));
  for (const { fa, en } of Object.values(found)) {
    expect(fa).toMatch(/[\u0600-\u06ff]/);
    expect(en).toMatch(/^[A-Z]/);
  }
});

test.each([
  ['a paragraph of two lines is one', '## نقل {#Q}\nیک\nدو\n\nسه', 'یک دو'],
  ['blank lines under the heading', '# نقل {#Q}\r\n\r\nیک', 'یک'],
  ['a list comes first: there is no definition', '## نقل {#Q}\n\n- یک\n\nدو', undefined],
  ['another heading comes first', '## نقل {#Q}\n\n### دیگر\n\nیک', undefined],
  ['no id', '## نقل\n\nیک', undefined],
])('%s', (_, persian, expected) => {
  expect(guidelineIn(persian, '## Quote {#Q}\n\nx').definitions['Q']?.fa).toBe(expected);
});

test('what one language lacks is no definition', () => expect(guidelineIn('## نقل {#Q}\n\nیک', '').definitions).toEqual({}));

test('the guideline that comes with Naql bears one version in both languages, and its title is that of the English one', () => {
  const { title, version } = guidelineIn(guideline('fa'), guideline('en'));
  expect([title, version]).toEqual(['Annotation guideline', expect.stringMatching(/^\d+\.\d+$/)]);
  expect(fold(/^نسخهٔ (\S+)$/m.exec(guideline('fa'))?.[1] ?? '').text.replace('٫', '.')).toBe(version);
});

describe('what a label of a project means', () => {
  const [first, second] = seedSchema.labels as readonly [LabelDef, LabelDef];
  const own = { ...second, id: 'EVENT' as LabelId, definition: { fa: 'رویداد', en: ' ' } };
  const schema = { ...seedSchema, labels: [{ ...first, definition: { fa: 'از طرح', en: '' } }, own] };
  const guide = { [first.id]: { fa: 'از راهنما', en: 'guide' }, [second.id]: { fa: 'دیگر', en: 'other' } };

  test('is what its schema says, language by language, then what was written for the release, then the guideline', () => {
    expect(definitionsOf(schema, guide, {})).toEqual({ [first.id]: { fa: 'از طرح', en: 'guide' }, EVENT: { fa: 'رویداد', en: '' } });
    expect(definitionsOf(schema, guide, { EVENT: { fa: 'x', en: 'event' }, [first.id]: { fa: 'y', en: 'release' } })).toEqual({
      [first.id]: { fa: 'از طرح', en: 'release' }, EVENT: { fa: 'رویداد', en: 'event' },
    });
  });
});
