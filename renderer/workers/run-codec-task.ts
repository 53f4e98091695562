import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../../shared/codecs/codec.ts';
import { batches } from '../../shared/codecs/codec-for.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { codecById } from '../../shared/codecs/registry.ts';
import { type CodecAnswer, type CodecTask } from './codec-task.ts';

function knownCodec(id: string): Codec {
  const found = codecById(id);
  if (!found) throw new Error(`no codec "${id}"`);
  return found;
}

function decoded(files: readonly NamedBytes[], context: DecodeContext): readonly Decoded[] {
  const sorted = batches(files);
  const read = sorted.batches.flatMap(({ codec, files: own }) => (codec.decode ? [codec.decode(own, context)] : []));
  return sorted.problems.length > 0 ? [...read, { dataset: null, problems: sorted.problems }] : read;
}

/** Does one task of the codec worker. */
export function runCodecTask(task: CodecTask): CodecAnswer {
  switch (task.kind) {
    case 'decode':
      return decoded(task.files, task.context);
    case 'fit':
      return fit(task.dataset, knownCodec(task.codec)).report;
    case 'encode': {
      const codec = knownCodec(task.codec);
      return encode(codec, fit(task.dataset, codec).dataset, task.stem);
    }
  }
}
