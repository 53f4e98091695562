import { decodeUtf8 } from '../text/utf8.ts';
import { type Codec, type NamedBytes } from './codec.ts';
import { conll2003Bioes, conll2003Iob2, conllTabBioes, conllTabIob2 } from './conll/conll.ts';
import { isColumns, isLines, isTokens } from './conll/names.ts';
import { looksTagged } from './conll/read-columns.ts';
import { looksTokens } from './conll/read-tokens.ts';
import { conlluPlus } from './conllu-plus/conllu-plus.ts';
import { looksProdigy } from './prodigy/read.ts';
import { prodigy } from './prodigy/prodigy.ts';
import { isScript, looksSpacy } from './spacy/read.ts';
import { spacy } from './spacy/spacy.ts';

/** Of the files of one stem those that are made of tokens, each with the Codec that reads it. */
export function tokenBatches(files: readonly NamedBytes[]): readonly { readonly codec: Codec; readonly files: readonly NamedBytes[] }[] {
  const tokens = files.filter((file) => isTokens(file.name) || (isLines(file.name) && looksTokens(file)));
  const lines = files.filter((file) => /\.jsonl?$/i.test(file.name) && !tokens.includes(file));
  const ofProdigy = lines.filter(looksProdigy);
  const ofSpacy = lines.filter((file) => !ofProdigy.includes(file) && looksSpacy(file));
  const scripts = ofSpacy.length > 0 ? files.filter(({ name }) => isScript(name)) : [];
  const universal = files.filter((file) => /\.conllup?$/i.test(file.name) || (isColumns(file.name) && looksUniversal(file)));
  const layers = files.filter((file) => isColumns(file.name) || (/\.txt$/i.test(file.name) && looksTagged(file))).filter((file) => !universal.includes(file));
  const layered = [...tokens, ...layers];
  const all = [
    { codec: spacy, files: [...ofSpacy, ...scripts] },
    { codec: prodigy, files: ofProdigy },
    { codec: conlluPlus, files: universal },
    { codec: layerCodec(layers), files: layered },
  ];
  return all.filter((batch) => batch.files.length > 0);
}

const startLength = 65_536;

/** The first rows of a column file; none when it is no UTF-8. */
function firstRows({ bytes }: NamedBytes): readonly string[] {
  const feed = bytes.lastIndexOf(0x0a, startLength);
  const decoded = decodeUtf8(bytes.length <= startLength || feed === -1 ? bytes : bytes.subarray(0, feed));
  return decoded.ok ? decoded.text.split('\n').filter((row) => row.trim() !== '' && !row.startsWith('#')) : [];
}

/** Ten columns that begin with a number: CoNLL-U under the name of its ancestors. */
const looksUniversal = (file: NamedBytes): boolean => /^\d+(?:-\d+)?\t/.test(firstRows(file)[0] ?? '') && firstRows(file)[0]?.split('\t').length === 10;

/** All four read all; which of them it is only names the format. */
function layerCodec(layers: readonly NamedBytes[]): Codec {
  const [first] = layers;
  const rows = first ? firstRows(first) : [];
  const isTabbed = rows.some((row) => row.includes('\t'));
  const hasEnds = rows.some((row) => /[\t ][ESLU]-\S+$/.test(row));
  if (isTabbed) return hasEnds ? conllTabBioes : conllTabIob2;
  return hasEnds ? conll2003Bioes : conll2003Iob2;
}
