import { describe, expect, it } from 'vitest';
import { type RelationDef, relationDef } from '../../../../shared/model/schema.ts';
import { span } from '../../../../shared/text/offsets.ts';
import { candidateBadges, candidates, distance, entitiesByUse } from '../../../../renderer/views/annotate/link-candidates.ts';
import { annotation, dams, entityId, mayor, minister, relation, relationType, road, scene, schema, toAnnotation, toEntity } from './sample-scene.ts';

const def = (type: string): RelationDef => {
  const found = relationDef(schema, relationType(type));
  if (!found) throw new Error(`no relation ${type}`);
  return found;
};

describe('distance', () => {
  it.each([
    ['before', span(0, 4), span(10, 12), 6],
    ['after', span(10, 12), span(0, 4), 6],
    ['touching', span(0, 4), span(4, 6), 0],
    ['nested', span(0, 10), span(2, 4), 0],
  ] as const)('%s', (_, a, b, expected) => expect(distance(a, b)).toBe(expected));
});

describe('candidates', () => {
  it('are the annotations of the labels a relation may point at, nearest first', () => {
    expect(candidates(scene, def('SAID_BY'), dams, 'annotation', [])).toEqual([toAnnotation('minister'), toAnnotation('mayor')]);
    expect(candidates(scene, def('SAID_BY'), road, 'annotation', [])).toEqual([toAnnotation('mayor'), toAnnotation('minister')]);
  });

  it('leave out what is linked already', () => {
    const linked = { ...scene, relations: [relation('r', 'SAID_BY', 'dams', toAnnotation('minister'))] };
    expect(candidates(linked, def('SAID_BY'), dams, 'annotation', [])).toEqual([toAnnotation('mayor')]);
  });

  it('keep to the label of the source where the relation asks for it, and never to the source itself', () => {
    const plan = annotation('plan', 'COMMITMENT', 'راه را می‌سازیم');
    expect(candidates({ ...scene, annotations: [...scene.annotations, plan] }, def('RESTATES'), dams, 'annotation', [])).toEqual([toAnnotation('road')]);
  });

  it('are entities only where the relation may point at one', () => {
    expect(candidates(scene, def('SAID_BY'), dams, 'entity', [])).toHaveLength(2);
    expect(candidates(scene, def('CUED_BY'), dams, 'entity', [])).toEqual([]);
  });
});

describe('entitiesByUse', () => {
  const ids = (...args: Parameters<typeof entitiesByUse>) => entitiesByUse(...args).map(({ id }) => id);

  it('puts those chosen lately first', () => expect(ids(scene, dams, [entityId('e2')])).toEqual(['e2', 'e1']));

  it('then the nearest mentions', () => {
    const mentioned = [{ ...minister, entity: entityId('e1') }, dams, road, { ...mayor, entity: entityId('e2') }];
    expect(ids({ ...scene, annotations: mentioned }, road, [])).toEqual(['e2', 'e1']);
    expect(ids({ ...scene, annotations: mentioned }, dams, [])).toEqual(['e1', 'e2']);
  });

  it('then by name', () => expect(ids(scene, dams, [])).toEqual(['e2', 'e1']));
});

it('badges number the first nine annotations in the digits of the interface', () => {
  const targets = Array.from({ length: 12 }, (_, index) => toAnnotation(`a${index}`));
  const badges = candidateBadges([toEntity('e'), ...targets], (value) => `#${value}`);
  expect([...badges]).toEqual(Array.from({ length: 8 }, (_, index) => [`a${index}`, `#${index + 2}`]));
});
