import { writeFile } from 'node:fs/promises';
import { encode } from '../../shared/codecs/encode.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { type Annotation } from '../../shared/model/annotation.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type AnnotationId, type AnnotatorId, type ArticleId, type LabelId, type SetId } from '../../shared/model/id.ts';
import { span, utf16 } from '../../shared/text/offsets.ts';
import { tokens } from '../../shared/text/segment.ts';
import { sampleDataset } from './sample.ts';

const person = (name: string): Annotator => ({ id: `per-${name}` as AnnotatorId, kind: 'person', name, version: null });

type Alter = (annotation: Annotation, place: number, who: number, text: string) => Annotation | null;

/** Sets of the sample by people who did not see each other's, in a file of its own title; with the gold set of each of these adjudicators. */
export async function writeReadings(file: string, names: readonly string[], alter: Alter, adjudicators: readonly string[] = []): Promise<Dataset> {
  const sample = await sampleDataset();
  const [article] = sample.articles;
  const [set] = sample.sets;
  if (!article || !set) throw new Error('the sample has no article or no set');
  const annotators = names.map(person);
  const sets = annotators.map((by, who): AnnotationSet => {
    const annotations = set.annotations.flatMap((one, place) => alter({ ...one, id: `${one.id}-${who}` as AnnotationId }, place, who, article.text) ?? []);
    // What got another label has lost its links: the schema may not allow them.
    const labelOf = new Map<string, LabelId>(set.annotations.map(({ id, label }) => [`${id}-${who}`, label]));
    const kept = new Set(annotations.filter(({ id, label }) => labelOf.get(id) === label).map(({ id }) => id));
    const relations = set.relations
      .map((one) => ({ ...one, from: `${one.from}-${who}` as AnnotationId, to: one.to.kind === 'entity' ? one.to : { ...one.to, id: `${one.to.id}-${who}` as AnnotationId } }))
      .filter(({ from, to }) => kept.has(from) && (to.kind === 'entity' || kept.has(to.id)));
    return { ...set, id: `set-${by.name}` as SetId, annotator: by.id, role: 'work', status: 'done', annotations, relations };
  });
  const golds = adjudicators.map((name, who): AnnotationSet => ({
    ...(sets[who % sets.length] as AnnotationSet), id: `set-gold-${who}` as SetId, annotator: person(name).id, role: 'adjudicated',
  }));
  const people = [...annotators, ...adjudicators.map(person)];
  const dataset: Dataset = { ...sample, articles: [{ ...article, id: 'art-readings' as ArticleId }], annotators: people, sets: [...sets, ...golds].map((one) => ({ ...one, article: 'art-readings' as ArticleId })) };
  const [written] = encode(native, dataset, 'readings');
  if (!written) throw new Error('the native format wrote nothing');
  await writeFile(file, written.bytes);
  return dataset;
}

/** Two who agree on most: the first quote ends a word earlier for the second one, one cue is a mention, and each has one thing alone. */
export const differing = (annotation: Annotation, place: number, who: number, text: string): Annotation | null => {
  if (who === 0) return place === 6 ? null : annotation;
  if (place === 9) return null;
  if (annotation.label === 'QUOTE' && place < 4) {
    const last = annotation.spans.at(-1);
    if (!last) return annotation;
    const words = tokens(text).filter(({ start, end, kind }) => kind === 'word' && start >= last.start && end <= last.end);
    const end = words.at(-2)?.end ?? last.end;
    return { ...annotation, spans: [...annotation.spans.slice(0, -1), span(last.start, utf16(end))] };
  }
  return place === 12 && annotation.label !== 'MENTION' ? { ...annotation, label: 'MENTION' as LabelId, attributes: {} } : annotation;
};
