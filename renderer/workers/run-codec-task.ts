import { type Batch, batches } from '../../shared/codecs/codec-for.ts';
import { decodeOpenly } from '../../shared/codecs/naming/decode-openly.ts';
import { page } from '../../shared/codecs/page/page.ts';
import { type DecodeContext } from '../../shared/codecs/codec.ts';
import { surveyOf } from '../../shared/codecs/texts/survey.ts';
import { at } from '../../shared/result.ts';
import { type CodecAnswer, type CodecTask, type Reading } from './codec-task.ts';

/** Does one task of the codec worker. */
export function runCodecTask({ kind, files, context }: CodecTask): CodecAnswer {
  if (kind === 'survey') return { readings: [], pages: [], survey: surveyOf(files, context) };
  const sorted = batches(files);
  const isForWindow = ({ codec }: Batch): boolean => codec === page && !context.parsePage;
  const read = sorted.batches.filter((batch) => !isForWindow(batch)).map((batch) => readBatch(batch, context));
  const strangers = sorted.problems.flatMap(({ place }) => place.file ?? []);
  return {
    readings: strangers.length > 0 ? [...read, { format: null, files: [...new Set(strangers)], dataset: null, problems: sorted.problems }] : read,
    pages: sorted.batches.filter(isForWindow).flatMap((batch) => batch.files),
  };
}

/** Pages, which are sorted already. */
export const readPages = (files: CodecTask['files'], context: DecodeContext): Reading => readBatch({ codec: page, files }, context);

function readBatch({ codec, files }: Batch, context: DecodeContext): Reading {
  const { dataset, problems } = decodeOpenly(codec, files, context);
  const names = files.map(({ name }) => name);
  return { format: codec.id, files: names, dataset, problems: at({ file: names[0] ?? '' }, problems) };
}
