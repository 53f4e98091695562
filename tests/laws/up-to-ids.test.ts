import { expect, it } from 'vitest';
import fc from 'fast-check';
import { codecById } from '../../shared/codecs/registry.ts';
import { ordered } from '../../shared/model/annotation-set.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type AnnotationId, type RelationId } from '../../shared/model/id.ts';
import { runs } from '../arbitraries/runs.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
import { upToIds } from './up-to-ids.ts';

const capabilities = codecById('brat')?.capabilities;
if (!capabilities) throw new Error('brat is gone');
const told = (dataset: Dataset): Dataset => upToIds(dataset, { ...capabilities, ids: false });

/** Four annotations of which nothing but their links says which is which: links as pairs of places. */
function alike(links: readonly (readonly [number, number])[], ids: readonly string[]): Dataset {
  const [set] = goldenCorpus.sets;
  const [one] = set?.annotations ?? [];
  const relation = set?.relations.find(({ to }) => to.kind === 'annotation');
  if (!set || !one || !relation) throw new Error('the golden corpus has a set with annotations and a relation');
  const idAt = (place: number): AnnotationId => ids[place] as AnnotationId;
  const annotations = ids.map((_, place) => ({ ...one, id: idAt(place) }));
  const relations = links.map(([from, to], place) => ({ ...relation, id: `rel-${place}` as RelationId, from: idAt(from), to: { kind: 'annotation' as const, id: idAt(to) } }));
  return normalised({ ...goldenCorpus, sets: [ordered({ ...set, annotations, relations })] });
}

const names = ['ann-a', 'ann-b', 'ann-c', 'ann-d'];

it('law: annotations that say the same are the same under any ids, as long as their links are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(3)), { selector: String, maxLength: 6 }), fc.shuffledSubarray(names, { minLength: 4 }), (links, ids) => {
      expect(told(alike(links, ids))).toEqual(told(alike(links, names)));
    }),
    { numRuns: runs },
  );
});

it('a link to itself is no ring of two', () => {
  const links = [[3, 1], [1, 3], [0, 0]] as const;
  expect(told(alike(links, ['ann-b', 'ann-a', 'ann-d', 'ann-c']))).toEqual(told(alike(links, names)));
});

it('links that differ tell annotations apart that say the same: two pairs are no chain', () => {
  expect(told(alike([[0, 1], [2, 3]], names))).not.toEqual(told(alike([[0, 1], [1, 2]], names)));
});
