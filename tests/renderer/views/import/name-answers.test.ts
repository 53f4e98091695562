import { describe, expect, test } from 'vitest';
import { answerOf, askedNames, asNew, draftOf, optionsFor } from '../../../../renderer/views/import/name-answers.ts';
import { type NamesQuestion } from '../../../../renderer/views/import/import-tools.ts';
import { type ForeignName } from '../../../../shared/codecs/naming/foreign-names.ts';
import { type NamePart, partKey } from '../../../../shared/codecs/naming/name-part.ts';
import { validateSchema } from '../../../../shared/model/validate-schema.ts';
import { seedSchema as schema } from '../../../arbitraries/schema.ts';

const example = { before: '', marked: 'گفت', after: '', said: '' };
const met = (part: NamePart, more: Partial<ForeignName> = {}): ForeignName => ({ part, count: 1, example, hasPieces: false, hasEntity: false, ...more });
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
    expect(added.map(({ id, name, discontinuous, entity, attributes }) => [id, name.fa, discontinuous, entity, attributes.map((one) => one.id)])).toEqual([
      ['Verb', 'Verb', true, false, ['tense']], ['LABEL_1', 'شخص', false, true, []], ['LABEL_2', 'مکان', false, false, []],
    ]);
    expect(added.map(({ key }) => key), 'eight of nine keys are taken').toEqual([9, null, null]);
    expect(choices).toEqual([
      { part: label('Verb'), to: 'Verb' }, { part: label('شخص'), to: 'LABEL_1' }, { part: label('مکان'), to: 'LABEL_2' }, { part: attribute('Verb', 'زمان'), to: null },
    ]);
    expect(validateSchema({ ...schema, labels: [...schema.labels, ...added] })).toMatchObject({ ok: true });
  });

  test('begins with what was said last time, as far as the schema still has it', () => {
    const asked = { ...question(met(label('Verb')), met(label('Old'))), last: [{ part: label('Verb'), to: 'CUE' }, { part: label('Old'), to: 'GONE' }] };
    expect(answerOf(asked, draftOf(asked)).choices).toEqual([{ part: label('Verb'), to: 'CUE' }, { part: label('Old'), to: null }]);
  });
});
