import { describe, expect, it } from 'vitest';
import { type RelationDef, relationDef } from '../../../../shared/model/schema.ts';
import { span } from '../../../../shared/text/offsets.ts';
import { candidateBadges, candidates, distance, entitiesByUse } from '../../../../renderer/views/annotate/link-candidates.ts';
import { annotation, dams, entityId, mayor, minister, relation, relationType, road, said, scene, schema, toAnnotation, toEntity } from './sample-scene.ts';

const def = (type: string): RelationDef => {
  const found = relationDef(schema, relationType(type));
  if (!found) throw new Error(`no relation ${type}`);
  return found;
};

describe('distance', () => {
  const lines = 'اول\nدوم\n\nسوم';
  it.each([
    ['before', span(0, 1), span(2, 3), [0, 1]],
    ['after', span(2, 3), span(0, 1), [0, 1]],
    ['touching', span(0, 2), span(2, 3), [0, 0]],
    ['nested', span(0, 12), span(4, 7), [0, 0]],
    ['in the next paragraph', span(0, 3), span(4, 7), [1, 1]],
    ['over an empty line', span(0, 3), span(9, 12), [3, 6]],
  ] as const)('%s', (_, a, b, expected) => expect(distance(lines, a, b)).toEqual(expected));
});

describe('candidates', () => {
  it('are the annotations of the labels a relation may point at, nearest first', () => {
    expect(candidates(scene, def('SAID_BY'), dams, 'annotation')).toEqual([toAnnotation('minister'), toAnnotation('mayor')]);
    expect(candidates(scene, def('SAID_BY'), road, 'annotation')).toEqual([toAnnotation('mayor'), toAnnotation('minister')]);
  });

  it('prefer the paragraph of the source to what stands closer in another one', () => {
    const early = annotation('early', 'CUE', 'او رفت');
    const quote = annotation('quote', 'QUOTE', 'و باز می‌کنیم');
    const here = { ...scene, annotations: [early, quote, annotation('late', 'CUE', 'راه')] };
    expect(candidates(here, def('CUED_BY'), quote, 'annotation')).toEqual([toAnnotation('late'), toAnnotation('early')]);
    const first = annotation('first', 'QUOTE', 'او رفت');
    expect(candidates({ ...scene, annotations: [said, first, annotation('next', 'CUE', 'راه')] }, def('CUED_BY'), first, 'annotation')).toEqual([
      toAnnotation('said'), toAnnotation('next'),
    ]);
  });

  it('leave out what is linked already', () => {
    const linked = { ...scene, relations: [relation('r', 'SAID_BY', 'dams', toAnnotation('minister'))] };
    expect(candidates(linked, def('SAID_BY'), dams, 'annotation')).toEqual([toAnnotation('mayor')]);
  });

  it('keep to the label of the source where the relation asks for it, and never to the source itself', () => {
    const plan = annotation('plan', 'COMMITMENT', 'راه را می‌سازیم');
    expect(candidates({ ...scene, annotations: [...scene.annotations, plan] }, def('RESTATES'), dams, 'annotation')).toEqual([toAnnotation('road')]);
  });

  it('are entities only where the relation may point at one', () => {
    expect(candidates(scene, def('SAID_BY'), dams, 'entity')).toHaveLength(2);
    expect(candidates(scene, def('CUED_BY'), dams, 'entity')).toEqual([]);
  });
});

describe('entitiesByUse', () => {
  const ids = (...args: Parameters<typeof entitiesByUse>) => entitiesByUse(...args).map(({ id }) => id);

  it('puts those chosen lately first', () => expect(ids({ ...scene, recent: [entityId('e2')] }, dams)).toEqual(['e2', 'e1']));

  it('then the nearest mentions', () => {
    const mentioned = [{ ...minister, entity: entityId('e1') }, dams, road, { ...mayor, entity: entityId('e2') }];
    expect(ids({ ...scene, annotations: mentioned }, road)).toEqual(['e2', 'e1']);
    expect(ids({ ...scene, annotations: mentioned }, dams)).toEqual(['e1', 'e2']);
  });

  it('then by name', () => expect(ids(scene, dams)).toEqual(['e2', 'e1']));
});

it('badges number the first nine annotations in the digits of the interface', () => {
  const targets = Array.from({ length: 12 }, (_, index) => toAnnotation(`a${index}`));
  const badges = candidateBadges([toEntity('e'), ...targets], (value) => `#${value}`);
  expect([...badges]).toEqual(Array.from({ length: 8 }, (_, index) => [`a${index}`, `#${index + 2}`]));
});
