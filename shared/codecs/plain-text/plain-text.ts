import { decodeSource } from '../../text/source-text.ts';
import { nothing } from '../capabilities.ts';
import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { gathering } from '../texts/gathered.ts';
import { encodingFor } from '../texts/reading-choices.ts';
import { textArticle } from '../texts/text-article.ts';

/** Text files in any encoding that Persian is written in, each an Article without annotations. Read only. */
export const plainText: Codec = {
  id: 'plain-text',
  title: 'Plain text',
  extensions: ['txt'],
  offsetUnit: 'none',
  capabilities: nothing,
  bytes: 'utf-8',
  textsOnly: true,
  decode,
};

function decode(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const gathered = gathering(context);
  for (const file of files) {
    const { name, bytes } = file;
    const place = { file: name };
    const source = decodeSource(bytes, place, encodingFor(file, context.reading ?? {}));
    gathered.found.add(...(source.ok ? source.value.warnings : source.problems));
    if (!source.ok) continue;
    const { text, encoding } = source.value;
    gathered.add(textArticle({ text, place, bytes, origin: { encoding } }, context, gathered.found), place);
  }
  return gathered.decoded();
}
