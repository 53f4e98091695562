import seedText from '../../../seeds/sample/seed.txt?raw';
import { type Annotation, compareAnnotations } from '../../../shared/model/annotation.ts';
import { makeId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Span, span } from '../../../shared/text/offsets.ts';

/** A sentence of the sample article that has nearly everything: who, how, what, promises and deadlines. */
export const sentence: string = seedText.split('\n').find((line) => line.startsWith('وی گفت: امیدوارم')) ?? seedText;

/** What stands in the sentence for the labels that Naql ships with. */
const examples: Readonly<Record<string, string>> = {
  SPEAKER: 'وی',
  CUE: 'گفت',
  QUOTE: sentence.slice(sentence.indexOf('امیدوارم'), sentence.lastIndexOf('.')),
  COMMITMENT: 'مصمم هستم که شخصاً آنها را پیگیری کنم',
  DEADLINE: 'در اولین فرصت ممکن',
};

function placeOf(words: string): Span | null {
  const start = sentence.indexOf(words);
  return start < 0 ? null : span(start, start + words.length);
}

/** Words that no example takes: each further label gets the next one. */
const freeWords: readonly Span[] = ['سرعت', 'تفاهمنامهها', 'امضا کنیم', 'نهایی', 'یک روز مشخص', 'امضا خواهیم', 'بتوانیم', 'کرده']
  .flatMap((words) => placeOf(words) ?? []);

/** One annotation for each label, so that each can be seen as it will look in an article. */
export function previewAnnotations({ labels }: Schema): readonly Annotation[] {
  const strangers = labels.filter(({ id }) => examples[id] === undefined);
  const placed = labels.map(({ id }) => {
    const words = examples[id];
    const free = freeWords[strangers.findIndex((label) => label.id === id) % freeWords.length];
    return { label: id, at: (words === undefined ? free : placeOf(words)) ?? span(0, 2) };
  });
  return placed
    .map(({ label, at }): Annotation => ({
      id: makeId('annotation', `preview-${label}`), label, spans: [at], attributes: {}, entity: null, note: '', flagged: false, origin: 'manual',
    }))
    .sort(compareAnnotations);
}
