import { describe, expect, it } from 'vitest';
import { join } from '../../../shared/commands/join.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { applyChange, isEmptyChange } from '../../../shared/model/change.ts';
import { type Dataset, emptyDataset } from '../../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId, type LabelId, type SetId } from '../../../shared/model/id.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';
import { seedSchema } from '../../arbitraries/schema.ts';
import { interruptedQuote as project } from '../../fixtures/native/interrupted-quote.ts';

const [article] = project.articles;
const [work] = project.sets;
if (!article || !work) throw new Error('the fixture has no article or set');

const after = (existing: Dataset, incoming: Dataset): Dataset => applyChange(existing, join(existing, incoming).change);
/** The project with every id of one kind replaced in the text of the whole: references follow. */
const renamed = (from: string, to: string, dataset: Dataset = project): Dataset =>
  JSON.parse(JSON.stringify(dataset).replaceAll(`"${from}"`, `"${to}"`)) as Dataset;
const ids = (records: readonly { readonly id: string }[]): readonly string[] => records.map(({ id }) => id);
const derived = (id: string) => expect.stringMatching(new RegExp(`^${id}~[0-9a-f]{8}$`)) as string;

describe('join', () => {
  it('brings everything id for id into an empty project', () => {
    expect(after(emptyDataset(seedSchema), project)).toEqual(project);
    expect(join(emptyDataset(seedSchema), project).taken).toEqual({ articles: 1, sets: 2, annotations: 6, duplicates: 0 });
  });

  it('brings nothing that is there already', () => {
    const { change, taken, problems } = join(project, project);
    expect(isEmptyChange(change)).toBe(true);
    expect(taken).toEqual({ articles: 0, sets: 0, annotations: 0, duplicates: 1 });
    expect(problems).toEqual([]);
  });

  it('knows an article by its text: the id that is there stays, and incoming sets follow it', () => {
    const colleague = renamed('A03', 'A04', renamed('set-1', 'set-9', renamed('d1', 'other-id')));
    const joined = after(project, colleague);
    expect(ids(joined.articles)).toEqual(['d1']);
    expect(joined.sets.map(({ id, article: on, annotator }) => [id, on, annotator])).toEqual([
      ['set-1', 'd1', 'A03'],
      ['set-2', 'd1', 'M01'],
      ['set-9', 'd1', 'A04'],
    ]);
  });

  it('of two works of one person on one text, the one on the first article stays theirs, in parts as at once', () => {
    const colleague = renamed('A03', 'A04', project);
    const on = (place: string) => ({ ...article, id: place as ArticleId });
    const bySara = colleague.sets.find(({ annotator }) => annotator === ('A04' as AnnotatorId)) ?? expect.fail('no set of hers');
    const shorter = { ...bySara, id: 'set-8' as SetId, article: 'e2' as ArticleId, annotations: bySara.annotations.slice(0, 2), relations: [] };
    const incoming = { ...colleague, articles: [on('e1'), on('e2')], sets: [shorter, { ...bySara, id: 'set-9' as SetId, article: 'e1' as ArticleId }] };
    const atOnce = after(project, incoming);
    expect(atOnce.sets.filter(({ annotator }) => annotator.startsWith('A04')).map(({ id, annotator }) => [id, annotator])).toEqual([['set-8', derived('A04')], ['set-9', 'A04']]);
    const parts = incoming.articles.map((one) => ({ ...incoming, articles: [one], sets: incoming.sets.filter((set) => set.article === one.id) }));
    expect(parts.reduce(after, project)).toEqual(atOnce);
  });

  it('gives another text under a known id an id of its own', () => {
    const text = 'خبری دیگر';
    const other = { ...project, articles: [{ ...article, text, fingerprint: fingerprint(text) }], sets: [] };
    const joined = after(project, other);
    expect(ids(joined.articles)).toEqual(['d1', derived('d1')]);
    expect(isEmptyChange(join(joined, other).change)).toBe(true);
  });

  it('never overwrites a set: another version of it comes as that of an annotator of the same name', () => {
    const shorter = { ...work, annotations: work.annotations.slice(0, 2), relations: [] };
    const incoming = { ...project, sets: [shorter] };
    const { problems, taken } = join(project, incoming);
    const joined = after(project, incoming);
    expect(joined.sets).toContainEqual(work);
    expect(ids(joined.annotators)).toEqual(['A03', derived('A03'), 'M01']);
    expect(joined.annotators[1]?.name).toBe('سارا');
    expect(ids(joined.sets)).toEqual(['set-1', derived('set-1'), 'set-2']);
    expect(taken).toMatchObject({ sets: 1, annotations: 2 });
    expect(problems).toMatchObject([{ code: 'set-came-aside', severity: 'warning', values: { id: 'set-1' } }]);
    expect(isEmptyChange(join(joined, incoming).change)).toBe(true);
  });

  it('takes an equal set under another id for the same', () => {
    expect(isEmptyChange(join(project, renamed('set-1', 'set-7')).change)).toBe(true);
  });

  it('gives a set whose id is taken elsewhere an id of its own', () => {
    const sets = project.sets.map((set) => ({ ...set, role: 'adjudicated' as const }));
    const elsewhere = renamed('set-0', 'set-1', renamed('set-1', 'set-2', renamed('set-2', 'set-0', { ...project, sets })));
    const joined = after(project, elsewhere);
    expect(ids(joined.sets)).toEqual(['set-1', derived('set-1'), 'set-2', derived('set-2')]);
    expect(isEmptyChange(join(joined, elsewhere).change)).toBe(true);
  });

  it('lets another entity of a known id in beside it, and its links follow', () => {
    const other = {
      ...project,
      entities: project.entities.map((one) => ({ ...one, name: 'کسی دیگر' })),
      annotators: project.annotators.map((one) => ({ ...one, name: `${one.name} ۲` })),
    };
    const joined = after(project, other);
    expect(ids(joined.entities)).toEqual(['kb:P42', derived('kb:P42'), 'kb:P43', derived('kb:P43')]);
    const newcomer = joined.sets.find(({ annotator }) => annotator.startsWith('A03~'));
    expect(newcomer?.annotations.find(({ id }) => id === 's1')?.entity).toEqual(derived('kb:P42'));
  });

  it.each([
    ['another schema', { ...seedSchema, id: 'other' }],
    ['another major version of the schema', { ...seedSchema, version: '2.0' }],
  ])('leaves sets of %s out, and takes the articles', (_, schema) => {
    const { taken, problems } = join(emptyDataset(seedSchema), { ...project, schema });
    expect(taken).toMatchObject({ articles: 1, sets: 0, annotations: 0 });
    expect(problems).toMatchObject([{ code: 'schema-of-another-project', severity: 'error', values: { count: 2 } }]);
  });

  it('takes sets of another minor version, apart from those with a label that is not known here', () => {
    const schema = { ...seedSchema, version: '1.9' };
    const toned = (one: Annotation): Annotation => ({ ...one, label: 'TONE' as LabelId });
    const sets = project.sets.map((set) => (set.id === 'set-2' ? { ...set, annotations: set.annotations.map(toned) } : set));
    const { taken, problems } = join(emptyDataset(seedSchema), { ...project, schema, sets });
    expect(taken.sets).toBe(1);
    expect(problems.map(({ code }) => code)).toEqual(['set-left-out', 'label-unknown']);
  });
});
