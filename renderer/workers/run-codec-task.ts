import { type Decoded } from '../../shared/codecs/codec.ts';
import { batches } from '../../shared/codecs/codec-for.ts';
import { type CodecTask } from './codec-task.ts';

/** Does one task of the codec worker. */
export function runCodecTask({ files, context }: CodecTask): readonly Decoded[] {
  const sorted = batches(files);
  const read = sorted.batches.flatMap(({ codec, files: own }) => (codec.decode ? [codec.decode(own, context)] : []));
  return sorted.problems.length > 0 ? [...read, { dataset: null, problems: sorted.problems }] : read;
}
