import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../../build/project.mjs';
import { definitionsIn } from '../../../shared/dataset/definitions.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

const guideline = (language: string): string => readFileSync(inProject('seeds', 'guideline', `${language}.md`), 'utf8');

test('the guideline that comes with Naql says what each label means, in both languages', () => {
  const found = definitionsIn(guideline('fa'), guideline('en'));
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
  expect(definitionsIn(persian, '## Quote {#Q}\n\nx')['Q']?.fa).toBe(expected);
});

test('what one language lacks is no definition', () => expect(definitionsIn('## نقل {#Q}\n\nیک', '')).toEqual({}));
