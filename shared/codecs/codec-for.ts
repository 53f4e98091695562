import { problem, type Problem } from '../result.ts';
import { decodeUtf8 } from '../text/utf8.ts';
import { type Codec, type NamedBytes } from './codec.ts';
import { isJsonObject, parseJson } from './json.ts';
import { isSidecar } from './native/decode.ts';
import { native } from './native/native.ts';
import { format } from './native/record.ts';
import { plainText } from './plain-text/plain-text.ts';
import { standoff } from './standoff/standoff.ts';
import { looksLikeJsonCas, looksLikeXmi } from './uima/looks-like.ts';
import { uimaJson } from './uima/uima-json.ts';
import { uimaXmi } from './uima/uima-xmi.ts';

/** Files that are read together, and the Codec that reads them. */
export interface Batch {
  readonly codec: Codec;
  readonly files: readonly NamedBytes[];
}

/**
 * Sorts files of one folder into what can be read: by extension, by stem (`a.json` and `a.txt` are one thing), and by
 * what stands in them where a name says too little. `format-unknown` for each file that is nobody's.
 */
export function batches(files: readonly NamedBytes[]): { readonly batches: readonly Batch[]; readonly problems: readonly Problem[] } {
  const byStem = new Map<string, NamedBytes[]>();
  for (const file of files) byStem.set(stemOf(file.name), [...(byStem.get(stemOf(file.name)) ?? []), file]);
  const found = [...byStem.values()].flatMap(sorted);
  const joined = readTogether.map((codec) => ({ codec, files: found.flatMap((batch) => (batch.codec === codec ? batch.files : [])) }));
  const taken = new Set(found.flatMap(({ files: own }) => own));
  return {
    batches: [...found.filter(({ codec }) => !readTogether.includes(codec)), ...joined.filter(({ files: own }) => own.length > 0)],
    problems: files.filter((file) => !taken.has(file)).map(({ name }) => problem('format-unknown', { file: name })),
  };
}

/** Formats with one file for each article or set: all of them are one reading, whatever their stems. */
const readTogether: readonly Codec[] = [plainText, uimaXmi, uimaJson];

/** The Codec that reads a file given alone; `undefined` when it is nobody's. */
export const codecFor = (file: NamedBytes): Codec | undefined => sorted([file])[0]?.codec;

const suffix = /\.(?:(?:tagset|schema)\.json|[^.]*)$/i;
/** What files that belong together have in common: `a` for `a.txt`, `a.json` and `a.tagset.json`. */
export const stemOf = (name: string): string => name.replace(suffix, '');
const extensionOf = (name: string): string => /[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';

/** Files of one stem. */
function sorted(files: readonly NamedBytes[]): readonly Batch[] {
  const lines = files.filter((file) => extensionOf(file.name) === 'jsonl' || looksNative(file));
  const sidecars = lines.length > 0 ? files.filter(({ name }) => isSidecar(name)) : [];
  const annotations = files.filter((file) => extensionOf(file.name) === 'json' && !isSidecar(file.name) && looksStandoff(file));
  const texts = files.filter(({ name }) => extensionOf(name) === 'txt');
  const xmi = files.filter(looksLikeXmi);
  const jsonCases = files.filter((file) => !isSidecar(file.name) && looksLikeJsonCas(file));
  return [
    ...(lines.length > 0 ? [{ codec: native, files: [...lines, ...sidecars] }] : []),
    ...(annotations.length > 0 ? [{ codec: standoff, files: [...annotations, ...texts] }] : []),
    ...(xmi.length > 0 ? [{ codec: uimaXmi, files: xmi }] : []),
    ...(jsonCases.length > 0 ? [{ codec: uimaJson, files: jsonCases }] : []),
    ...(annotations.length === 0 && texts.length > 0 ? [{ codec: plainText, files: texts }] : []),
  ];
}

const startOf = ({ bytes }: NamedBytes, length: number): string => String.fromCharCode(...bytes.subarray(0, length));

/** A native file under another name begins as every native file does. */
const looksNative = (file: NamedBytes): boolean => startOf(file, 64).includes(`{"format":"${format}"`);

function looksStandoff({ bytes }: NamedBytes): boolean {
  const decoded = decodeUtf8(bytes);
  const value = decoded.ok ? parseJson(decoded.text) : undefined;
  return isJsonObject(value) && 'text_sha256' in value && Array.isArray(value['spans']);
}
