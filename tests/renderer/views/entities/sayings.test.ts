import { describe, expect, it } from 'vitest';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { type AnnotatorId, type ArticleId, type EntityId, type SetId } from '../../../../shared/model/id.ts';
import { isSpoken, sayingsIn, spokenCounts, spokenLabels } from '../../../../renderer/views/entities/sayings.ts';
import { dams, entityId, mayor, minister, relation, road, said, schema, toAnnotation, toEntity } from '../annotate/sample-scene.ts';

const e1 = entityId('e1');
const of = (...ids: readonly EntityId[]): ReadonlySet<EntityId> => new Set(ids);

/** The minister said one quote by his mention and another without one, and was spoken to in it. */
const set: AnnotationSet = {
  id: 'set' as SetId, article: 'art' as ArticleId, annotator: 'per' as AnnotatorId, role: 'work', status: 'done',
  annotations: [{ ...minister, entity: e1 }, said, dams, road, { ...mayor, entity: e1 }],
  relations: [
    relation('r1', 'SAID_BY', 'dams', toAnnotation('minister')),
    relation('r2', 'SAID_BY', 'road', toEntity('e1')),
    relation('r3', 'ADDRESSED_TO', 'road', toEntity('e1')),
    relation('r4', 'CUED_BY', 'dams', toAnnotation('said')),
  ],
};

describe('what a person said', () => {
  const sayings = sayingsIn(set, of(e1));

  it('is found through a mention and without one, and a mention that nothing leads to is there by itself', () =>
    expect(sayings.map(({ annotation, relation: link }) => [annotation.id, link?.type ?? null])).toEqual([
      ['dams', 'SAID_BY'],
      ['road', 'SAID_BY'],
      ['road', 'ADDRESSED_TO'],
      ['mayor', null],
    ]));

  it('is split off by the mention, or by the relation where there is none', () =>
    expect(sayings.map(({ naming }) => `${naming.kind} ${naming.id}`)).toEqual(['annotation minister', 'relation r2', 'relation r3', 'annotation mayor']));

  it('is not what was said to them', () => expect(sayings.filter((one) => isSpoken(schema, one)).map(({ annotation }) => annotation.id)).toEqual(['dams', 'road']));

  it('counts each quote once, also by a record that was merged', () => {
    const twice = { ...set, relations: [...set.relations, relation('r5', 'SAID_BY', 'dams', toEntity('e2'))] };
    expect([...spokenCounts(schema, [twice, set], of(e1, entityId('e2')))]).toEqual([['QUOTE', 4]]);
  });

  it('is nothing for somebody else', () => expect(sayingsIn(set, of(entityId('e9')))).toEqual([]));
});

it('quotes and commitments have somebody behind them', () => expect(spokenLabels(schema).map(({ id }) => id)).toEqual(['QUOTE', 'COMMITMENT']));
