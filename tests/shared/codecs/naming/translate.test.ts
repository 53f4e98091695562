import { describe, expect, it } from 'vitest';
import { type NameChoice, type NamePart } from '../../../../shared/codecs/naming/name-part.ts';
import { openedSchema } from '../../../../shared/codecs/naming/open-schema.ts';
import { translated } from '../../../../shared/codecs/naming/translate.ts';
import { type Annotation } from '../../../../shared/model/annotation.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { type EntityId, type LabelId, type RelationType } from '../../../../shared/model/id.ts';
import { span } from '../../../../shared/text/offsets.ts';
import { seedSchema as schema } from '../../../arbitraries/schema.ts';
import { soundSample } from '../bad-input/sound-sample.ts';

const [set] = soundSample.sets;
const [first] = set?.annotations ?? [];
if (!set || !first) throw new Error('the sample has no annotation');

const label = (name: string): NamePart => ({ kind: 'label', name });
const relation = (name: string): NamePart => ({ kind: 'relation', name });
const attribute = (of: string, name: string): NamePart => ({ kind: 'attribute', label: of, name });
const choose = (part: NamePart, to: string | null): NameChoice => ({ part, to });

/** The sample with its first mark altered and labelled `Rede`, or with other relations. */
const withRede = (more: Partial<Annotation>, parts: readonly NamePart[] = []): Dataset => ({
  ...soundSample,
  schema: openedSchema(schema, [label('Rede'), ...parts]),
  entities: [{ id: 'ent-1' as EntityId, name: 'کسی', kind: 'person', aliases: [], offices: [], note: '' }],
  sets: [{ ...set, annotations: [{ ...first, label: 'Rede' as LabelId, ...more }], relations: [] }],
});

const told = ({ problems }: ReturnType<typeof translated>) => problems.map(({ code, severity, values }) => `${severity} ${code} ${JSON.stringify(values)}`);
const codes = ({ problems }: ReturnType<typeof translated>) => problems.map(({ code, severity }) => `${severity} ${code}`);

describe('under its new name', () => {
  it('a mark loses the link to somebody where its label stands for nobody, and that is counted', () => {
    const done = translated(withRede({ entity: 'ent-1' as EntityId }), schema, [choose(label('Rede'), 'CUE')]);
    expect(done.dataset.sets[0]?.annotations).toMatchObject([{ label: 'CUE', entity: null }]);
    expect(codes(done)).toEqual(['warning name-read-as', 'warning entities-left-out']);
  });

  it('a mark keeps that link where it may', () =>
    expect(translated(withRede({ entity: 'ent-1' as EntityId }), schema, [choose(label('Rede'), 'SPEAKER')]).dataset.sets[0]?.annotations).toMatchObject([{ entity: 'ent-1' }]));

  it('a mark in pieces is refused where its label has one, with an error that names it', () => {
    const done = translated(withRede({ spans: [span(3, 7), span(8, 12)] }), schema, [choose(label('Rede'), 'CUE')]);
    expect([done.annotations, codes(done)]).toEqual([{ kept: 0, leftOut: 0, refused: 1 }, ['warning name-read-as', 'error pieces-not-allowed']]);
    expect(translated(withRede({ spans: [span(3, 7), span(8, 12)] }), schema, [choose(label('Rede'), 'QUOTE')]).annotations.kept).toBe(1);
  });

  it('attributes go along: by their id, by another spelling, by choice; values, too; what does not fit is left out and said', () => {
    const attributes = { mode: 'Direct', Medium: 'speech', Haltung: 'denied', marking: 'none of these', Farbe: 'rot' };
    const parts = Object.keys(attributes).map((name) => attribute('Rede', name));
    const done = translated(withRede({ attributes }, parts), schema, [choose(label('Rede'), 'QUOTE'), choose(attribute('Rede', 'Haltung'), 'stance'), choose(attribute('Rede', 'Farbe'), null)]);
    expect(done.dataset.sets[0]?.annotations[0]?.attributes).toEqual({ mode: 'direct', medium: 'speech', stance: 'denied' });
    expect(done.attributes).toEqual({ kept: 3, leftOut: 2, refused: 0 });
    expect(told(done).filter((one) => /Farbe|marking/.test(one))).toEqual([
      'warning name-left-out {"kind":"attribute","name":"Farbe","count":1}',
      'warning attribute-values-left-out {"attribute":"marking","value":"none of these","count":1}',
    ]);
  });

  it('two attributes cannot become one: the first stays', () => {
    const parts = [attribute('Rede', 'a'), attribute('Rede', 'b')];
    const done = translated(withRede({ attributes: { a: 'direct', b: 'indirect' } }, parts), schema, [choose(label('Rede'), 'QUOTE'), ...parts.map((part) => choose(part, 'mode'))]);
    expect(done.dataset.sets[0]?.annotations[0]?.attributes).toEqual({ mode: 'direct' });
    expect(codes(done)).toContain('warning attribute-values-left-out');
  });
});

describe('relations', () => {
  const renamed: Dataset = {
    ...soundSample,
    schema: openedSchema(schema, [label('Rede'), relation('von')]),
    sets: [{
      ...set,
      annotations: set.annotations.map((one) => (one.label === 'QUOTE' ? { ...one, label: 'Rede' as LabelId } : one)),
      relations: set.relations.map((one) => (one.type === 'SAID_BY' ? { ...one, type: 'von' as RelationType } : one)),
    }],
  };

  it('become what was chosen', () =>
    expect(translated(renamed, schema, [choose(label('Rede'), 'QUOTE'), choose(relation('von'), 'SAID_BY')]).dataset.sets).toEqual(soundSample.sets));

  it('go with a label that is left out, and are counted', () => {
    const done = translated(renamed, schema, [choose(label('Rede'), null), choose(relation('von'), 'SAID_BY')]);
    expect(done.relations).toEqual({ kept: 0, leftOut: 3, refused: 0 });
    expect(told(done)).toContain('warning relations-left-out {"count":3}');
  });

  it('are refused where the schema does not allow them between the labels that were chosen', () => {
    const done = translated(renamed, schema, [choose(label('Rede'), 'QUOTE'), choose(relation('von'), 'PROMISED_BY')]);
    expect(done.relations).toEqual({ kept: 2, leftOut: 0, refused: 1 });
    expect(codes(done)).toContain('error relation-not-allowed');
  });

  it('whose name nobody has spoken of are an error, not a silence', () => {
    const done = translated(renamed, schema, [choose(label('Rede'), 'QUOTE')]);
    expect(codes(done)).toContain('error name-left-out');
  });
});

it('a choice that the schema does not have counts as none', () => {
  const done = translated(withRede({}), schema, [choose(label('Rede'), 'GONE')]);
  expect([done.annotations.leftOut, codes(done)]).toEqual([1, ['error name-left-out']]);
});
