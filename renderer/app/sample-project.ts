import { standoff } from '../../shared/codecs/standoff/standoff.ts';
import { type NewId } from '../../shared/commands/command.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type AnnotationId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import annotation from '../../seeds/sample/seed.json?raw';
import begun from '../../seeds/begun.json';
import text from '../../seeds/sample/seed.txt?raw';

export interface SampleTools {
  readonly schema: Schema;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Who opens it: the first labels are their own. */
  readonly me: Annotator;
  readonly newId: NewId;
}

const file = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });

/**
 * The sample article with a colleague's finished annotation, and with the person's own begun: one quote with its speaker and its cue,
 * linked, so that a newcomer sees what finished looks like. The rest is there to be marked.
 * @throws if the seeds are not sound: they came with this version.
 */
export function sampleProject({ schema, now, me, newId }: SampleTools): Dataset {
  const decoded = standoff.decode?.([file('seed.txt', text), file('seed.json', annotation)], { schemas: [schema], now });
  const [finished] = decoded?.dataset?.sets ?? [];
  if (!decoded?.dataset || !finished || decoded.problems.length > 0) throw new Error(`the sample is not sound: ${JSON.stringify(decoded?.problems)}`);
  return normalised({ ...decoded.dataset, annotators: [...decoded.dataset.annotators, me], sets: [finished, begunSet(finished, me, newId)] });
}

/** What is done already, taken from the finished set, under ids of its own. */
function begunSet({ article, annotations, relations }: AnnotationSet, me: Annotator, newId: NewId): AnnotationSet {
  const ids = new Map(begun.done.map((id) => [id as AnnotationId, newId('annotation')]));
  return {
    id: newId('set'), article, annotator: me.id, role: 'work', status: 'in-progress',
    annotations: annotations.flatMap((one) => {
      const id = ids.get(one.id);
      return id ? [{ ...one, id }] : [];
    }),
    relations: relations.flatMap((one) => {
      const [from, to] = [ids.get(one.from), one.to.kind === 'annotation' ? ids.get(one.to.id) : undefined];
      return from && to ? [{ ...one, id: newId('relation'), from, to: { kind: 'annotation' as const, id: to } }] : [];
    }),
  };
}
