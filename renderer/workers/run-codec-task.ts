import { type Batch, batches } from '../../shared/codecs/codec-for.ts';
import { decodeOpenly } from '../../shared/codecs/naming/decode-openly.ts';
import { type FlatPage } from '../../shared/codecs/page/flat-page.ts';
import { markupOf, page } from '../../shared/codecs/page/page.ts';
import { type DecodeContext, type NamedBytes } from '../../shared/codecs/codec.ts';
import { cleaningCounts } from '../../shared/codecs/texts/cleaning-counts.ts';
import { surveyOf } from '../../shared/codecs/texts/survey.ts';
import { at } from '../../shared/result.ts';
import { type CodecAnswer, type CodecTask, type Reading, type UnparsedPage } from './codec-task.ts';

/** Does one task of the codec worker. `onRead`: hears how far it is. */
export function runCodecTask({ kind, files, context, parsed }: CodecTask, onRead: (share: number) => void = () => undefined): CodecAnswer {
  if (kind === 'survey') return { readings: [], pages: [], survey: surveyOf(files, context) };
  if (kind === 'count') return { readings: [], pages: [], counts: cleaningCounts(files, { ...context, onRead }) };
  if (parsed) return { readings: files.map((file, index) => readPage(file, context, parsed[index] ?? null)), pages: [] };
  const sorted = batches(files);
  const isForWindow = ({ codec }: Batch): boolean => codec === page && !context.parsePage;
  const read = sorted.batches.filter((batch) => !isForWindow(batch)).map((batch) => readBatch(batch, { ...context, onRead }));
  const strangers = sorted.problems.flatMap(({ place }) => place.file ?? []);
  return {
    readings: strangers.length > 0 ? [...read, { format: null, files: [...new Set(strangers)], dataset: null, problems: sorted.problems }] : read,
    pages: sorted.batches.filter(isForWindow).flatMap((batch) => batch.files.map((file) => unparsed(file, context))),
  };
}

function unparsed(file: NamedBytes, context: DecodeContext): UnparsedPage {
  const source = markupOf(file, context);
  return { file, markup: source.ok ? source.value.markup : null };
}

function readPage(file: NamedBytes, context: DecodeContext, parsed: FlatPage | null): Reading {
  const parsePage = (): FlatPage => {
    if (!parsed) throw new Error(`"${file.name}" can be parsed, and nobody has`);
    return parsed;
  };
  return readBatch({ codec: page, files: [file] }, { ...context, parsePage });
}

function readBatch({ codec, files }: Batch, context: DecodeContext): Reading {
  const { dataset, problems } = decodeOpenly(codec, files, context);
  const names = files.map(({ name }) => name);
  return { format: codec.id, files: names, dataset, problems: at({ file: names[0] ?? '' }, problems) };
}
