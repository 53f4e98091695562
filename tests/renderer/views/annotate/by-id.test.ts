import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationById } from '../../../../renderer/views/annotate/by-id.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { annotation, annotationId } from './sample-scene.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Lists with some of the ids in any order, some of them new values of the same id. */
const lists = fc.array(fc.shuffledSubarray([...ids, ...ids]).map((chosen) => [...new Set(chosen)]), { minLength: 1, maxLength: 8 });

describe('annotationById', () => {
  it('law: finds in every list what a search finds, whichever list was asked about before', () => {
    const known = new Map(ids.map((id) => [id, annotation(id, 'CUE', 'گفت')]));
    forAll(fc.tuple(lists, fc.infiniteStream(fc.boolean())), ([drawn, isNew]) => {
      const made = drawn.map((list) => list.map((id) => (isNew.next().value ? annotation(id, 'CUE', 'گفت') : (known.get(id) ?? annotation(id, 'CUE', 'گفت')))));
      for (const list of [...made, ...[...made].reverse()]) {
        for (const id of ids) expect(annotationById(list, annotationId(id))).toBe(list.find((one) => one.id === id));
      }
    });
  });
});
