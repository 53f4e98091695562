import { describe, expect, it } from 'vitest';
import { attributeMeant, choiceMeant, labelMeant, relationMeant } from '../../../shared/model/named-parts.ts';
import { type LabelDef, type Schema } from '../../../shared/model/schema.ts';
import { seedSchema as schema } from '../../arbitraries/schema.ts';

describe('a label that others name', () => {
  it.each([
    ['its id', 'QUOTE', 'QUOTE'],
    ['its id in other case', 'Quote', 'QUOTE'],
    ['its Persian name', 'نقل‌قول', 'QUOTE'],
    ['its Persian name with a blank for the half-space', 'نقل قول', 'QUOTE'],
    ['its Persian name without either', 'نقلقول', 'QUOTE'],
    ['its Persian name in Arabic letters', 'گويندہ', 'SPEAKER'],
    ['its English name', 'commitment', 'COMMITMENT'],
    ['the name that PolNeAR gives to what is said', 'Content', 'QUOTE'],
    ['the name that PolNeAR gives to who says it', 'source', 'SPEAKER'],
    ['a part of its name', 'نقل', null],
    ['a word that nobody knows', 'Verb', null],
    ['no word', '', null],
    ['signs alone', '--', null],
  ])('is known by %s: %s', (_, word, id) => expect(labelMeant(schema, word)).toBe(id));

  it('is not guessed where two could be meant', () => {
    const [first, second] = schema.labels as readonly [LabelDef, LabelDef];
    const twins: Schema = { ...schema, labels: [{ ...first, name: { fa: 'گفته', en: 'Saying' } }, { ...second, name: { fa: 'گفته', en: 'Said' } }] };
    expect(labelMeant(twins, 'گفته')).toBeNull();
    expect(labelMeant(twins, 'said')).toBe(second.id);
  });

  it('goes by ids before names, and by names before what others say', () => {
    const [first, second] = schema.labels as readonly [LabelDef, LabelDef];
    const crossed: Schema = { ...schema, labels: [{ ...first, name: { fa: 'گوینده', en: 'Speaker' } }, { ...second, name: { fa: 'محتوا', en: 'Content' } }] };
    expect([labelMeant(crossed, 'speaker'), labelMeant(crossed, 'content')]).toEqual(['SPEAKER', 'SPEAKER']);
  });
});

it.each([['saidBy', 'SAID_BY'], ['said by', 'SAID_BY'], ['گفتهٔ', 'SAID_BY'], ['quotes', null]])('a relation is known as %s: %s', (word, type) =>
  expect(relationMeant(schema, word)).toBe(type));

it('attributes and choices are known in the same ways', () => {
  const [quote] = schema.labels as readonly [LabelDef];
  expect([attributeMeant(quote, 'Mode'), attributeMeant(quote, 'حالت'), attributeMeant(quote, 'polarity')]).toEqual(['mode', 'mode', null]);
  const mode = quote.attributes[0];
  expect(mode && [choiceMeant(mode, 'Direct'), choiceMeant(mode, 'غیر مستقیم'), choiceMeant(mode, 'quoted')]).toEqual(['direct', 'indirect', null]);
});
