import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBundle } from '../../../../shared/exchange/bundle/read-bundle.ts';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { type Article } from '../../../../shared/model/article.ts';
import { checkDataset, errorsOf } from '../../../../shared/model/check.ts';
import { sameDataset } from '../../../../shared/model/dataset.ts';
import { type Entity } from '../../../../shared/model/entity.ts';
import { isEmptyChange } from '../../../../shared/model/change.ts';
import { makeId, type SetId } from '../../../../shared/model/id.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { annotationSet, article as anyArticle, entity as anyEntity } from '../../../arbitraries/dataset.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { runs } from '../../../arbitraries/runs.ts';
import seed from '../../../../seeds/schema.json' with { type: 'json' };
import { Laptop } from './laptop.ts';

const schema = seed as unknown as Schema;
const few = Math.ceil(runs / 50);

/** Two annotators hand in twice each: what they marked, in each state. */
interface Story {
  readonly articles: readonly Article[];
  readonly entities: readonly Entity[];
  /** By round, then by person: contents of their set on each Article. */
  readonly rounds: readonly (readonly (readonly AnnotationSet[])[])[];
  readonly order: readonly number[];
}

const names = ['sara', 'reza'] as const;

const story: fc.Arbitrary<Story> = fc
  .tuple(
    fc.uniqueArray(anyArticle, { comparator: (a, b) => a.id === b.id || a.text === b.text, minLength: 1, maxLength: 3 }),
    fc.uniqueArray(anyEntity, { selector: ({ id }) => id, maxLength: 2 }),
  )
  .chain(([articles, entities]) => {
    const person = (name: string) => ({ id: makeId('annotator', name), kind: 'person' as const, name, version: null });
    const set = (article: Article, name: string) =>
      annotationSet(schema, article, person(name), entities).map((one): AnnotationSet => {
        const { override: _none, ...plain } = one;
        return { ...plain, id: `set-${name}-${articles.indexOf(article)}` as SetId, role: 'work', status: 'done' };
      });
    const round = fc.tuple(...names.map((name) => fc.tuple(...articles.map((one) => set(one, name)))));
    return fc.record({
      articles: fc.constant(articles), entities: fc.constant(entities), rounds: fc.tuple(round, round),
      order: fc.array(fc.nat(3), { minLength: 4, maxLength: 9 }),
    });
  });

/** The four submissions, and a lead who has given the Articles out and taken nothing in yet. */
function told({ articles, entities, rounds }: Story) {
  const base = { schema, articles, annotators: [], entities, sets: [] };
  const people = names.map((name) => new Laptop(name, schema, { dataset: base }));
  const lead = new Laptop('lead', schema, { dataset: base });
  const files = rounds.flatMap((round) =>
    people.map((person, index) => {
      for (const set of round[index] ?? []) person.put(set);
      return person.handIn();
    }));
  return { lead, people, files, base };
}

describe('taking in', () => {
  it('is the same in any order, however often, one by one or together; twice equals once', () => {
    forAll(story, (one) => {
      const { files, base } = told(one);
      const together = new Laptop('lead', schema, { dataset: base });
      together.takeIn(...files);
      const apart = new Laptop('lead', schema, { dataset: base });
      for (const index of [...one.order, 0, 1, 2, 3]) apart.takeIn(files[index % files.length] as Uint8Array);
      expect(sameDataset(together.shared(), apart.shared())).toBe(true);
      const again = apart.plan(files);
      expect(again.reports.map(({ verdict }) => verdict)).toEqual(['known', 'known', 'known', 'known']);
      expect(isEmptyChange(again.change)).toBe(true);
      expect(errorsOf(checkDataset(apart.dataset))).toEqual([]);
    }, few);
  });

  it('brings three devices to one state', () => {
    forAll(story, (one) => {
      const { lead, people: [sara, reza], files } = told(one);
      if (!sara || !reza) throw new Error('two people');
      lead.takeIn(...files);
      sara.takeIn(files[3] as Uint8Array, files[1] as Uint8Array);
      reza.takeIn(files[0] as Uint8Array);
      reza.takeIn(files[2] as Uint8Array);
      const states = [lead, sara, reza].map((laptop) => ({ ...laptop.shared(), annotators: [] }));
      expect(states[1]).toEqual({ ...states[0], annotators: [] });
      expect(states[2]).toEqual({ ...states[0], annotators: [] });
      for (const { id } of one.articles) {
        const works = [lead, sara, reza].map((laptop) => laptop.works(id).map(({ annotator, state, seal }) => ({ annotator, state, seal })));
        expect(works[1]).toEqual(works[0]);
        expect(works[2]).toEqual(works[0]);
      }
    }, few);
  });

  it('never alters what this person has marked', () => {
    forAll(story, (one) => {
      const { people: [sara], files } = told(one);
      if (!sara) throw new Error('two people');
      const own = sara.dataset.sets.filter((set) => set.annotator === sara.me.id);
      sara.takeIn(...files);
      expect(sara.dataset.sets.filter((set) => set.annotator === sara.me.id)).toEqual(own);
    }, few);
  });
});

describe('a file', () => {
  it('of which one byte was flipped, or the end cut off, is refused whole', () => {
    forAll(fc.tuple(story, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.integer({ min: 1, max: 255 }), fc.boolean()), ([one, where, bits, isCut]) => {
      const file = told(one).files[0] as Uint8Array;
      const at = Math.floor(where * file.length);
      const other = isCut ? file.slice(0, at) : file.map((byte, place) => (place === at ? byte ^ bits : byte));
      const read = readBundle({ name: 'a.naql', bytes: other });
      expect(read.ok).toBe(false);
    }, few);
  });
});

it('every byte of a file counts, wherever it stands', () => {
  const [one] = fc.sample(story, { numRuns: 1, seed: 7 });
  const file = told({ ...(one as Story), rounds: (one as Story).rounds.map((round) => round.map(() => [])) }).files[0] as Uint8Array;
  const unnoticed = [...file.keys()].filter((at) => readBundle({ name: 'a.naql', bytes: file.map((byte, place) => (place === at ? byte ^ 1 : byte)) }).ok);
  expect(unnoticed).toEqual([]);
});
