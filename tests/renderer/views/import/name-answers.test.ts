import { describe, expect, test } from 'vitest';
import { answerOf, askedNames, asNew, draftOf, optionsFor, withAdded } from '../../../../renderer/views/import/name-answers.ts';
import { type NamesQuestion } from '../../../../renderer/views/import/import-tools.ts';
import { type ForeignName } from '../../../../shared/codecs/naming/foreign-names.ts';
import { type NamePart, partKey } from '../../../../shared/codecs/naming/name-part.ts';
import { validateSchema } from '../../../../shared/model/validate-schema.ts';
import { seedSchema as schema } from '../../../arbitraries/schema.ts';

const example = { before: '', marked: 'گفت', after: '', said: '' };
const met = (part: NamePart, more: Partial<ForeignName> = {}): ForeignName => ({
  part, count: 1, example, hasPieces: false, hasEntity: false, from: [], to: [], toEntity: false, ...more,
});
const relation = (name: string): NamePart => ({ kind: 'relation', name });
const label = (name: string): NamePart => ({ kind: 'label', name });
const attribute = (of: string, name: string): NamePart => ({ kind: 'attribute', label: of, name });

const question = (...names: readonly ForeignName[]): NamesQuestion => ({ schema, names, last: [] });
const draft = (...said: readonly (readonly [NamePart, string])[]) => new Map(said.map(([part, to]) => [partKey(part), to]));

describe('the answer to names', () => {
  test('leaves out what nothing was said of', () =>
    expect(answerOf(question(met(label('Verb'))), new Map())).toEqual({ choices: [{ part: label('Verb'), to: null }], added: [] }));

  test('does not speak of what is known in another spelling', () =>
    expect(answerOf(question(met(label('Quote')), met({ kind: 'relation', name: 'saidBy' })), new Map())).toEqual({ choices: [], added: [] }));

  test('asks for an attribute once its label has a meaning that lacks it, and offers the attributes of that label', () => {
    const asked = question(met(label('Rede')), met(attribute('Rede', 'Modus')), met(attribute('Rede', 'medium')));
    const names = (said: ReadonlyMap<string, string>) => askedNames(asked, answerOf(asked, said)).map(({ part }) => part.name);
    expect(names(new Map())).toEqual(['Rede']);
    const said = draft([label('Rede'), 'QUOTE'], [attribute('Rede', 'Modus'), 'mode']);
    expect(names(said), 'medium is an attribute of QUOTE').toEqual(['Rede', 'Modus']);
    const { choices } = answerOf(asked, said);
    expect(choices).toEqual([{ part: label('Rede'), to: 'QUOTE' }, { part: attribute('Rede', 'Modus'), to: 'mode' }]);
    expect(optionsFor(attribute('Rede', 'Modus'), schema, choices).map(({ id }) => id)).toContain('mode');
  });

  test('takes no attribute that the chosen label does not have: it was chosen for another one', () => {
    const asked = question(met(label('Rede')), met(attribute('Rede', 'Modus')));
    expect(answerOf(asked, draft([label('Rede'), 'CUE'], [attribute('Rede', 'Modus'), 'mode'])).choices[1]?.to).toBeNull();
  });

  test('adds labels that the schema can have: a free id and key, a checked colour, and whatever the file does with them', () => {
    const asked = question(
      met(label('Verb'), { hasPieces: true }), met(label('شخص'), { hasEntity: true }), met(label('مکان')), met(attribute('Verb', 'tense')), met(attribute('Verb', 'زمان')),
    );
    const { choices, added } = answerOf(asked, draft([label('Verb'), asNew], [label('شخص'), asNew], [label('مکان'), asNew]));
    const labels = added.flatMap((one) => (one.kind === 'add-label' ? [one.label] : []));
    expect(labels.map(({ id, name, discontinuous, entity, attributes }) => [id, name.fa, discontinuous, entity, attributes.map((one) => one.id)])).toEqual([
      ['Verb', 'Verb', true, false, ['tense']], ['LABEL_1', 'شخص', false, true, []], ['LABEL_2', 'مکان', false, false, []],
    ]);
    expect(labels.map(({ key }) => key), 'eight of nine keys are taken').toEqual([9, null, null]);
    expect(choices).toEqual([
      { part: label('Verb'), to: 'Verb' }, { part: label('شخص'), to: 'LABEL_1' }, { part: label('مکان'), to: 'LABEL_2' }, { part: attribute('Verb', 'زمان'), to: null },
    ]);
    expect(added.length).toBe(labels.length);
    expect(validateSchema(withAdded(schema, added))).toMatchObject({ ok: true });
  });

  test('adds relations between what the file joins by them, under the names that its labels get', () => {
    const asked = question(
      met(label('Verb')), met(label('Rede')), met(label('Rest')),
      met(relation('هدف'), { from: ['Verb', 'Rede', 'Rest'], to: ['Verb', 'QUOTE', 'Rest'] }), met(relation('Knows'), { from: ['Rede'], toEntity: true }),
      met(relation('Nowhere'), { from: ['Rest'], to: ['Verb'] }),
    );
    const said = draft([label('Verb'), asNew], [label('Rede'), 'QUOTE'], [relation('هدف'), asNew], [relation('Knows'), asNew], [relation('Nowhere'), asNew]);
    const { choices, added } = answerOf(asked, said);
    expect(added.flatMap((one) => (one.kind === 'add-relation' ? [one.relation] : []))).toEqual([
      { type: 'RELATION_1', name: { fa: 'هدف', en: 'هدف' }, from: ['Verb', 'QUOTE'], to: ['Verb', 'QUOTE'], toEntity: false, sameLabel: false },
      { type: 'Knows', name: { fa: 'Knows', en: 'Knows' }, from: ['QUOTE'], to: [], toEntity: true, sameLabel: false },
    ]);
    expect(choices.filter(({ part }) => part.kind === 'relation').map(({ to }) => to), 'what joins nothing that comes in is left out').toEqual(['RELATION_1', 'Knows', null]);
    expect(validateSchema(withAdded(schema, added))).toMatchObject({ ok: true });
  });

  test('adds attributes to whatever label they come to stand at, one of a name once', () => {
    const asked = question(
      met(label('Rede')), met(label('Wort')), met(attribute('Rede', 'Stimmung')), met(attribute('Wort', 'Stimmung')), met(attribute('Wort', 'حال')), met(attribute('CUE', 'tense')),
    );
    const said = draft(
      [label('Rede'), 'QUOTE'], [label('Wort'), 'QUOTE'], [attribute('Rede', 'Stimmung'), asNew], [attribute('Wort', 'Stimmung'), asNew],
      [attribute('Wort', 'حال'), asNew], [attribute('CUE', 'tense'), asNew],
    );
    const { choices, added } = answerOf(asked, said);
    expect(added.map((one) => (one.kind === 'add-attribute' ? [one.label, one.attribute.id, one.attribute.name.fa, one.attribute.kind] : one.kind))).toEqual([
      ['QUOTE', 'Stimmung', 'Stimmung', 'text'], ['QUOTE', 'attribute_1', 'حال', 'text'], ['CUE', 'tense', 'tense', 'text'],
    ]);
    expect(askedNames(asked, { choices, added }).map(({ part }) => part.name), 'what becomes new can still be said otherwise').toEqual(asked.names.map(({ part }) => part.name));
    expect(validateSchema(withAdded(schema, added))).toMatchObject({ ok: true });
  });

  test('begins with what was said last time, as far as the schema still has it', () => {
    const asked = { ...question(met(label('Verb')), met(label('Old'))), last: [{ part: label('Verb'), to: 'CUE' }, { part: label('Old'), to: 'GONE' }] };
    expect(answerOf(asked, draftOf(asked)).choices).toEqual([{ part: label('Verb'), to: 'CUE' }, { part: label('Old'), to: null }]);
  });
});
