import { batches } from '../../shared/codecs/codec-for.ts';
import { decodeOpenly } from '../../shared/codecs/naming/decode-openly.ts';
import { at } from '../../shared/result.ts';
import { type CodecTask, type Reading } from './codec-task.ts';

/** Does one task of the codec worker. */
export function runCodecTask({ files, context }: CodecTask): readonly Reading[] {
  const sorted = batches(files);
  const read = sorted.batches.map(({ codec, files: own }): Reading => {
    const { dataset, problems } = decodeOpenly(codec, own, context);
    const names = own.map(({ name }) => name);
    return { format: codec.id, files: names, dataset, problems: at({ file: names[0] ?? '' }, problems) };
  });
  const strangers = sorted.problems.flatMap(({ place }) => place.file ?? []);
  return strangers.length > 0 ? [...read, { format: null, files: strangers, dataset: null, problems: sorted.problems }] : read;
}
