import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../../shared/codecs/codec.ts';
import { batches } from '../../shared/codecs/codec-for.ts';
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
    case 'fit': {
      const { id, capabilities } = knownCodec(task.codec);
      return fit(task.dataset, capabilities, id).report;
    }
    case 'encode': {
      const { id, capabilities, encode } = knownCodec(task.codec);
      if (!encode) throw new Error(`the codec "${id}" does not write`);
      return encode(fit(task.dataset, capabilities, id).dataset, task.stem);
    }
  }
}
