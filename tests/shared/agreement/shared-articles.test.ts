import { describe, expect, it } from 'vitest';
import { gather, type WorkChoice } from '../../../shared/agreement/shared-articles.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type ArticleId, type EntityId, type SetId } from '../../../shared/model/id.ts';
import { workOfOne, workOfTwo } from '../../fixtures/two-annotators.ts';

const everybody: WorkChoice = { roles: ['work', 'adjudicated'], statuses: null, kinds: ['person', 'machine'], reworked: false };
const keys = (...datasets: readonly Dataset[]): readonly string[] =>
  gather(datasets.map((dataset, place) => ({ name: `file${place}`, dataset })), everybody).people.map(({ key }) => key);
const voices = (gathered: ReturnType<typeof gather>): readonly string[] => gathered.articles.map(({ continuum }) => continuum.voices.map(({ annotator }) => annotator).join());
const inOne = (dataset: Dataset, choice = everybody) => gather([{ name: 'a', dataset }], choice);

describe('articles that several people marked', () => {
  it('are found by their text, whatever they are called in a file', () => {
    const reza = workOfOne('reza');
    const rename = (id: ArticleId): ArticleId => `other-${id}` as ArticleId;
    const renamed: Dataset = {
      ...reza, articles: reza.articles.map((one) => ({ ...one, id: rename(one.id) })), sets: reza.sets.map((one) => ({ ...one, article: rename(one.article) })),
    };
    const gathered = gather([{ name: 'a', dataset: workOfOne('sara') }, { name: 'b', dataset: renamed }], everybody);
    expect(voices(gathered)).toEqual(['per-reza,per-sara', 'per-reza,per-sara']);
    expect(gathered.sources.map(({ text }) => text)).toEqual(gathered.articles.map(({ text }) => text));
  });

  it('a text that stands twice in a file is two', () => {
    const two = workOfTwo();
    const [first] = two.articles;
    if (!first) throw new Error('no article');
    const copy = { ...first, id: 'art-copy' as ArticleId };
    const sets = two.sets.flatMap((one): readonly AnnotationSet[] => (one.article === first.id ? [one, { ...one, id: `${one.id}-copy` as SetId, article: copy.id }] : [one]));
    expect(inOne({ ...two, articles: [...two.articles, copy], sets }).articles.length).toBe(3);
  });

  it('somebody’s adjudicated set is somebody else’s work', () => {
    const sara = workOfOne('sara');
    const gold = sara.sets.map((one): AnnotationSet => ({ ...one, id: `${one.id}-gold` as SetId, role: 'adjudicated' }));
    expect(keys({ ...sara, sets: [...sara.sets, ...gold] })).toEqual(['per-sara (adjudicated)', 'per-sara (work)']);
  });

  it('suggestions, open sets and machines are left out unless they are wanted', () => {
    expect(inOne(workOfTwo('in-progress'), { ...everybody, statuses: ['done'] }).articles).toEqual([]);
    expect(inOne(workOfTwo(), { ...everybody, kinds: ['machine'] }).people).toEqual([]);
    expect(inOne(workOfTwo(), { ...everybody, roles: ['suggestion'] }).articles).toEqual([]);
  });

  it('a person who turned out to be another is that one', () => {
    const two = workOfTwo();
    const [was, is] = ['ent-was' as EntityId, 'ent-is' as EntityId];
    const entity = (id: EntityId) => ({ id, name: id, kind: 'person' as const, aliases: [], offices: [], note: '' });
    const named = two.sets.map((set) => ({
      ...set, annotations: set.annotations.map((one) => (one.label === 'SPEAKER' ? { ...one, entity: set.annotator === 'per-sara' ? was : is } : one)),
    }));
    const { articles } = inOne({ ...two, entities: [{ ...entity(was), mergedInto: is }, entity(is)], sets: named });
    const entities = articles.flatMap(({ continuum }) => continuum.voices.flatMap(({ marked }) => marked.map((one) => one.entity)));
    expect(new Set(entities)).toEqual(new Set([null, is]));
  });
});
