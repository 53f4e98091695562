import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { configText } from '../../../../shared/codecs/label-studio/config.ts';
import { controlIndex, controls } from '../../../../shared/codecs/label-studio/controls.ts';
import { type AttributeDef, type Schema } from '../../../../shared/model/schema.ts';
import { anySchema, seedSchema } from '../../../arbitraries/schema.ts';
import { forAll } from '../../../arbitraries/for-all.ts';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a strict XML reader finds; it throws on anything that is not well-formed. */
function tagsOf(config: string): readonly Tag[] {
  const tags: Tag[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => void tags.push({ name, attributes }));
  parser.write(config).close();
  return tags;
}
const valuesOf = (tags: readonly Tag[], name: string, attribute: string) => tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes[attribute]);

describe('the labelling config', () => {
  it('of any schema is well-formed, with every label under its id and every name once', () => {
    forAll(anySchema, (schema) => {
      const tags = tagsOf(configText(schema));
      expect(valuesOf(tags, 'Label', 'alias')).toEqual(schema.labels.map(({ id }) => id));
      expect(valuesOf(tags, 'Relation', 'value').slice(0, -1)).toEqual(schema.relations.map(({ type }) => type));
      const names = tags.map(({ attributes }) => attributes['name']).filter((name) => name !== undefined);
      expect(new Set(names).size).toBe(names.length);
      for (const { attributes } of tags) if (attributes['toName'] !== undefined) expect(attributes['toName']).toBe('text');
    });
  });

  it('shows Persian names and saves ids', () => {
    const tags = tagsOf(configText(seedSchema));
    expect(tags.find(({ attributes }) => attributes['alias'] === 'QUOTE')?.attributes).toMatchObject({ value: 'نقل‌قول', hotkey: '1' });
    expect(tags.find(({ attributes }) => attributes['alias'] === 'double_quotes')?.attributes).toMatchObject({ value: seedSchema.labels[0]?.attributes[1]?.choices[1]?.name.fa });
  });

  it('keeps blanks and line ends: without them saved offsets shift', () =>
    expect(configText(seedSchema)).toContain('white-space:pre-wrap;direction:rtl'));

  it('has a name of its own for the ties between pieces when the schema has the usual one', () => {
    const [first] = seedSchema.relations;
    const schema = { ...seedSchema, relations: [{ ...first, type: 'continuation' }] } as unknown as Schema;
    expect(valuesOf(tagsOf(configText(schema)), 'Relation', 'value')).toEqual(['continuation', 'continuation.pieces']);
  });
});

describe('controls', () => {
  const label = (id: string, ...attributes: readonly AttributeDef[]) => ({ ...seedSchema.labels[0], id, attributes }) as Schema['labels'][number];
  const choice = (id: string, ...choices: readonly string[]): AttributeDef =>
    ({ id, name: { fa: id, en: id }, kind: 'choice', choices: choices.map((one) => ({ id: one, name: { fa: one, en: one } })) });
  const named = (...labels: readonly ReturnType<typeof label>[]) => controls({ ...seedSchema, labels }).map(({ name, label: of }) => `${name}: ${of}`);

  it('bear the attribute’s name where one label has it', () => expect(named(label('A', choice('mode', 'x')), label('B', choice('tone', 'x')))).toEqual(['mode: A', 'tone: B']));
  it('are apart where several labels have it, alike or not: editors drop what a shared one holds', () =>
    expect(named(label('A', choice('mode', 'x')), label('B', choice('mode', 'y')))).toEqual(['A.mode: A', 'B.mode: B']));
  it('give way to the tags that are always there', () => expect(named(label('A', choice('text', 'x'), choice('entity', 'x')))).toEqual(['A.text: A', 'A.entity: A']));

  it('lead to the attribute and back, in any schema', () => {
    forAll(anySchema, (schema) => {
      const index = controlIndex(schema);
      for (const { id, attributes } of schema.labels) for (const one of attributes) expect(index.attributeOf(index.nameOf(id, one.id))).toBe(one.id);
    });
  });
});
