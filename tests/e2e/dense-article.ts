import { writeFile } from 'node:fs/promises';
import schemaJson from '../../seeds/schema.json' with { type: 'json' };
import { encode } from '../../shared/codecs/encode.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { type Annotation } from '../../shared/model/annotation.ts';
import { type AnnotationId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { tokens } from '../../shared/text/segment.ts';
import { span } from '../../shared/text/offsets.ts';
import { sampleDataset } from './sample.ts';

const schema = schemaJson as unknown as Schema;

/** Further labels upon the sample's own: each from word to word, some inside others, some across their borders. */
const further = [
  ['COMMITMENT', 34, 52], ['MENTION', 36, 39], ['QUOTE', 30, 44], ['SPEAKER', 41, 43], ['DEADLINE', 42, 49], ['CONDITION', 44, 60],
  ['ADDRESSEE', 47, 48], ['CUE', 50, 55], ['QUOTE', 52, 58], ['MENTION', 0, 3], ['QUOTE', 0, 20], ['COMMITMENT', 2, 12], ['CONDITION', 8, 16],
] as const;

/** The sample article with many nested and crossing labels, as a native file of a colleague's work. */
export async function writeDenseArticle(file: string): Promise<void> {
  const sample = await sampleDataset();
  const [article] = sample.articles;
  const [set] = sample.sets;
  if (!article || !set) throw new Error('the sample has no article or no set');
  const words = tokens(article.text);
  const offset = (word: number, edge: 'start' | 'end') => {
    const found = words[word];
    if (!found) throw new Error(`the sample has ${words.length} words, word ${word} was asked for`);
    return found[edge];
  };
  const added = further.map(
    ([label, first, last], index): Annotation => ({
      id: `ann-dense-${index}` as AnnotationId,
      label: (schema.labels.find(({ id }) => id === label) ?? schema.labels[0])?.id as Annotation['label'],
      spans: [span(offset(first, 'start'), offset(last, 'end'))],
      attributes: {}, entity: null, note: '', flagged: false, origin: 'manual',
    }),
  );
  const dense = { ...sample, sets: [{ ...set, annotations: [...set.annotations, ...added] }] };
  const [written] = encode(native, dense, 'dense');
  if (!written) throw new Error('the native format wrote nothing');
  await writeFile(file, written.bytes);
}
