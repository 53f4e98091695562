import { describe, expect, test } from 'vitest';
import schemaJson from '../../../seeds/schema.json' with { type: 'json' };
import begun from '../../../seeds/begun.json' with { type: 'json' };
import { sampleProject } from '../../../renderer/app/sample-project.ts';
import { exampleIn } from '../../../renderer/views/annotate/coach.ts';
import { errorsAmong } from '../../../shared/checks/finding.ts';
import { checkTask } from '../../../shared/checks/check-task.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { checkDataset } from '../../../shared/model/check.ts';
import { makeId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';

const schema = schemaJson as unknown as Schema;
const me: Annotator = { id: makeId('annotator', 'me'), kind: 'person', name: '', version: null };

const sample = () => {
  let count = 0;
  return sampleProject({ schema, now: '2026-11-22T00:00:00.000Z', me, newId: (kind) => makeId(kind, String(++count)) });
};
const ownIn = ({ sets }: ReturnType<typeof sample>) => {
  const own = sets.find(({ annotator }) => annotator === me.id);
  if (!own) throw new Error('there is no own set');
  return own;
};

describe('the sample of the first run', () => {
  test('is sound, with a colleague’s finished set beside the begun own one', () => {
    expect(checkDataset(sample())).toEqual([]);
    expect(sample().sets.map(({ status }) => status).sort()).toEqual(['done', 'in-progress']);
  });

  test('has three labels done: a quote, its speaker and its cue, linked', () => {
    const { annotations, relations } = ownIn(sample());
    expect(annotations.map(({ label }) => label)).toEqual(['SPEAKER', 'CUE', 'QUOTE']);
    expect(annotations[0]?.entity).not.toBeNull();
    expect(relations.map(({ type, from, to }) => [type, from, to.id])).toEqual(
      expect.arrayContaining([['SAID_BY', annotations[2]?.id, annotations[0]?.id], ['CUED_BY', annotations[2]?.id, annotations[1]?.id]]),
    );
  });

  test('shares no id between the two sets', () => {
    const ids = sample().sets.flatMap(({ annotations, relations }) => [...annotations, ...relations].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has nothing in it that would keep it from being done', () => {
    const dataset = sample();
    const [article] = dataset.articles;
    if (!article) throw new Error('there is no article');
    expect(errorsAmong(checkTask(article, ownIn(dataset), dataset.entities, schema))).toEqual([]);
  });

  test('leaves a quote of the same speaker to be marked next', () => {
    const dataset = sample();
    const finished = dataset.sets.find(({ annotator }) => annotator !== me.id);
    const speakerOf = (quote: string) => finished?.relations.find(({ from, type }) => from === quote && type === 'SAID_BY')?.to.id;
    expect(finished && exampleIn(finished)).toHaveLength(1);
    expect(begun.done).toContain(speakerOf(begun.next));
    expect(begun.done).not.toContain(begun.next);
  });
});
