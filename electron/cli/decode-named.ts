import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../../shared/codecs/codec.ts';
import { decodeOpenly } from '../../shared/codecs/naming/decode-openly.ts';
import { isUntold } from '../../shared/codecs/naming/meanings.ts';
import { translated } from '../../shared/codecs/naming/translate.ts';

/** Reads files together; a name that the Schema lacks and that is known for one of its own is read as that, and said. */
export function decodeNamed(codec: Codec, files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const [own] = context.schemas;
  const isUnknown = isUntold(own, []);
  const { dataset, isOpened, problems } = decodeOpenly(codec, files, context, (part) => !isUnknown(part));
  if (!dataset || !isOpened) return { dataset, problems };
  const named = translated(dataset, own, []);
  return { dataset: named.dataset, problems: [...problems, ...named.problems] };
}
