import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkingTask, checkTask } from '../../../shared/checks/check-task.ts';
import { errorsAmong } from '../../../shared/checks/finding.ts';
import { rules } from '../../../shared/checks/rules.ts';
import { isApplicable } from '../../../shared/checks/rule.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { checkDataset } from '../../../shared/model/check.ts';
import { type LabelId, makeId } from '../../../shared/model/id.ts';
import { span } from '../../../shared/text/offsets.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { editedDataset } from '../../arbitraries/change.ts';
import { dataset, datasetOf } from '../../arbitraries/dataset.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { seedSchema } from '../../arbitraries/schema.ts';
import { sampleDataset } from '../../e2e/sample.ts';
import { articleOf, findingsOf, inShort, type Sketch, sketched } from './sketch.ts';

/** A quote and a commitment with every part that the rules ask for. */
const whole: Sketch = {
  text: 'وزیر نیرو خطاب به مردم گفت: اگر باران ببارد سدها را تا مهر پر می‌کنیم.',
  marks: [
    ['s', 'SPEAKER', 'وزیر نیرو', { attributes: { mention: 'title' }, entity: 'e1' }],
    ['a', 'ADDRESSEE', 'مردم', { entity: 'e2' }],
    ['u', 'CUE', 'گفت'],
    ['q', 'QUOTE', 'اگر باران ببارد سدها را تا مهر پر می‌کنیم', { attributes: { source_status: 'explicit', mode: 'direct', position: 'body' } }],
    ['c', 'COMMITMENT', 'اگر باران ببارد سدها را تا مهر پر می‌کنیم', { attributes: { deadline: 'absolute', condition: 'conditional' } }],
    ['i', 'CONDITION', 'اگر باران ببارد'],
    ['d', 'DEADLINE', 'تا مهر'],
  ],
  links: [
    ['SAID_BY', 'q', 's'], ['CUED_BY', 'q', 'u'], ['ADDRESSED_TO', 'q', 'a'], ['PROMISED_BY', 'c', 's'], ['HAS_DEADLINE', 'c', 'd'],
    ['HAS_CONDITION', 'c', 'i'],
  ],
  entities: ['وزیر نیرو', 'مردم'],
};

describe('checkTask', () => {
  test('finds nothing in a set that keeps every rule', () => expect(inShort(findingsOf(whole))).toEqual([]));

  test('finds nothing in an empty set', () => expect(findingsOf({ text: 'خبر.' })).toEqual([]));

  test('names errors first, then in reading order, each with what is to be mended', () => {
    expect(inShort(findingsOf({ ...whole, links: [] }))).toEqual([
      'E8.quote u', 'E4.promiser c', 'E5.deadline-unlinked c', 'E5.condition-unlinked c', 'E3.explicit q', 'W8.unlinked s', 'W8.unlinked i', 'W8.unlinked d',
    ]);
  });

  test('the finished sample keeps every rule', async () => {
    const { articles, sets, entities, schema } = await sampleDataset();
    const findings = sets.flatMap((set) => articles.flatMap((article) => (article.id === set.article ? checkTask(article, set, entities, schema) : [])));
    expect(inShort(errorsAmong(findings))).toEqual([]);
    expect(inShort(findings)).toEqual([]);
  });
});

describe('checks of one set after another', () => {
  const sequence = datasetOf(seedSchema).chain((first) =>
    editedDataset(first).chain((second) => editedDataset(second).chain((third) => editedDataset(third).map((fourth) => [first, second, third, fourth, second]))),
  );
  const checkOf = ({ articles, sets, entities, schema }: Dataset) =>
    sets.flatMap((set) => articles.filter(({ id }) => id === set.article).map((article) => ({ article, set, entities, schema })));

  test('law: what is known of Annotations that stayed leads to the same Findings as a look at values never seen', () => {
    forAll(fc.tuple(sequence, fc.nat(30)), ([datasets, patience]) => {
      for (const one of datasets) {
        for (const { article, set, entities, schema } of checkOf(one)) {
          const left = checkingTask(article, set, entities, schema);
          for (let step = 0; step < patience; step++) left.next();
          const anew = structuredClone({ article, set, entities, schema });
          expect(checkTask(article, set, entities, schema)).toEqual(checkTask(anew.article, anew.set, anew.entities, anew.schema));
        }
      }
    });
  });

  test('another Schema is not answered with what was found under the one before', () => {
    const { article, set, entities } = sketched({ text: 'نیرو گفت.', marks: [['q', 'QUOTE', 'نیرو گفت.']] });
    const bare = { ...seedSchema, labels: seedSchema.labels.filter(({ id }) => id !== 'QUOTE') };
    expect(inShort(checkTask(article, set, entities, seedSchema))).toContain('W1.ending q');
    expect(inShort(checkTask(article, set, entities, bare))).toEqual([]);
  });
});

describe('a Schema of another task', () => {
  test('silences every rule that speaks of a Label, a relation or a value of this one', () => {
    const bare = { ...seedSchema, labels: [], relations: [] };
    const all = Object.values(rules).flat();
    expect(all.every(({ needs }) => isApplicable(seedSchema, needs))).toBe(true);
    expect(all.filter(({ needs }) => isApplicable(bare, needs)).flatMap(({ needs }) => Object.keys(needs))).toEqual([]);
  });

  test('one label less silences its rules alone', () => {
    const schema = { ...seedSchema, labels: seedSchema.labels.filter(({ id }) => id !== 'SPEAKER') };
    expect(inShort(findingsOf({ text: 'نیرو گفت.', marks: [['u', 'CUE', 'گفت'], ['q', 'QUOTE', 'نیرو']], schema }))).toEqual(['E8.quote u']);
  });

  test('no sound Dataset of any Schema makes a rule throw', () => {
    forAll(dataset, (one) => {
      expect(checkDataset(one).filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const set of one.sets) {
        const article = one.articles.find(({ id }) => id === set.article) ?? articleOf('');
        const findings = checkTask(article, set, one.entities, one.schema);
        expect(findings.filter(({ code }) => code === 'E1.text' || code === 'E1.span' || code === 'E6.ends' || code === 'E6.circle')).toEqual([]);
        const known = new Set<string>(set.annotations.map(({ id }) => id));
        expect(findings.flatMap(({ annotations }) => annotations).filter((id) => !known.has(id))).toEqual([]);
      }
    });
  });
});

describe('ten times the annotations', () => {
  const labels = ['QUOTE', 'SPEAKER', 'COMMITMENT', 'CUE'] as const;
  const text = 'واژه '.repeat(10_000);
  const article = articleOf(text);
  const annotations = Array.from({ length: 10_000 }, (_, index): Annotation => ({
    id: makeId('annotation', String(index)), label: labels[index % labels.length] as LabelId, spans: [span(5 * index, 5 * index + 4)],
    attributes: {}, entity: null, note: '', flagged: false, origin: 'manual',
  }));
  /** Milliseconds of the quickest of several runs: the others say how busy the machine is. */
  const quickest = (count: number): number =>
    Math.min(...Array.from({ length: 4 }, () => {
      // New values: of those that were looked at before, much is known.
      const fresh = annotations.slice(0, count).map((one) => ({ ...one }));
      const start = performance.now();
      checkTask(article, { annotations: fresh, relations: [] }, [], seedSchema);
      return performance.now() - start;
    }));

  test('do not take a hundred times the time: no rule compares all with all', () => {
    expect(quickest(10_000) / quickest(1000)).toBeLessThan(40);
  });
});
