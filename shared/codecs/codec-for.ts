import { problem, type Problem } from '../result.ts';
import { decodeUtf8 } from '../text/utf8.ts';
import { type Codec, type NamedBytes } from './codec.ts';
import { doccano, doccanoRelations, looksDoccano, looksRelations } from './doccano/doccano.ts';
import { isJsonObject, parseJson } from './json.ts';
import { isLabelStudioConfig, labelStudio, looksLabelStudio } from './label-studio/label-studio.ts';
import { isSidecar } from './native/decode.ts';
import { native } from './native/native.ts';
import { format } from './native/record.ts';
import { plainText } from './plain-text/plain-text.ts';
import { standoff } from './standoff/standoff.ts';
import { isArticles } from './w3c/sources.ts';
import { looksW3c, namesText, w3c } from './w3c/w3c.ts';

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
  const found = withNamedTexts([...byStem.values()].flatMap(sorted), files);
  const elsewhere = new Set(found.flatMap(({ codec, files: own }) => (codec === plainText ? [] : own)));
  const texts = found.flatMap(({ codec, files: own }) => (codec === plainText ? own : [])).filter((file) => !elsewhere.has(file));
  const taken = new Set(found.flatMap(({ files: own }) => own));
  return {
    batches: [...found.filter(({ codec }) => codec !== plainText), ...(texts.length > 0 ? [{ codec: plainText, files: texts }] : [])],
    problems: files.filter((file) => !taken.has(file)).map(({ name }) => problem('format-unknown', { file: name })),
  };
}

/** W3C annotations name their texts; those that lie in the same folder go with them, whatever their stem. */
function withNamedTexts(found: readonly Batch[], files: readonly NamedBytes[]): readonly Batch[] {
  const texts = files.filter(({ name }) => extensionOf(name) === 'txt');
  return found.map(({ codec, files: own }) => {
    if (codec !== w3c || texts.length === 0 || own.some(isArticles)) return { codec, files: own };
    const main = own.filter((file) => !texts.includes(file));
    const named = texts.filter((text) => !own.includes(text) && main.some((file) => namesText(file, text.name)));
    return { codec, files: [...own, ...named] };
  });
}

/** The Codec that reads a file given alone; `undefined` when it is nobody's. */
export const codecFor = (file: NamedBytes): Codec | undefined => sorted([file])[0]?.codec;

const suffix = /\.(?:(?:tagset|schema)\.json|relations\.jsonld|articles\.jsonl|config\.xml|[^.]*)$/i;
/** What files that belong together have in common: `a` for `a.txt`, `a.json` and `a.tagset.json`. */
export const stemOf = (name: string): string => name.replace(suffix, '');
const extensionOf = (name: string): string => /[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';

/** Files of one stem. */
function sorted(files: readonly NamedBytes[]): readonly Batch[] {
  const inLines = files.filter((file) => (extensionOf(file.name) === 'jsonl' && !isArticles(file)) || looksNative(file));
  const marks = inLines.filter((file) => !looksNative(file) && looksDoccano(file));
  const lines = inLines.filter((file) => !marks.includes(file));
  const sidecars = lines.length > 0 ? files.filter(({ name }) => isSidecar(name)) : [];
  const json = files.filter((file) => extensionOf(file.name) === 'json' && !isSidecar(file.name));
  const linked = files.filter((file) => extensionOf(file.name) === 'jsonld' || isArticles(file) || (json.includes(file) && looksW3c(file)));
  const values = new Map(json.filter((file) => !linked.includes(file)).map((file) => [file, valueOf(file)]));
  const annotations = [...values].filter(([, value]) => looksStandoff(value)).map(([file]) => file);
  const tasks = [...values].filter(([, value]) => looksLabelStudio(value)).map(([file]) => file);
  const texts = files.filter(({ name }) => extensionOf(name) === 'txt');
  const withTexts = annotations.length > 0 || linked.length > 0;
  return [
    ...(lines.length > 0 ? [{ codec: native, files: [...lines, ...sidecars] }] : []),
    ...(marks.length > 0 ? [{ codec: marks.some(looksRelations) ? doccanoRelations : doccano, files: marks }] : []),
    ...(tasks.length > 0 ? [{ codec: labelStudio, files: [...tasks, ...files.filter(isLabelStudioConfig)] }] : []),
    ...(linked.length > 0 ? [{ codec: w3c, files: [...linked, ...texts] }] : []),
    ...(annotations.length > 0 ? [{ codec: standoff, files: [...annotations, ...texts] }] : []),
    ...(!withTexts && texts.length > 0 ? [{ codec: plainText, files: texts }] : []),
  ];
}

const startOf = ({ bytes }: NamedBytes, length: number): string => String.fromCharCode(...bytes.subarray(0, length));

/** A native file under another name begins as every native file does. */
const looksNative = (file: NamedBytes): boolean => startOf(file, 64).includes(`{"format":"${format}"`);

function valueOf({ bytes }: NamedBytes): unknown {
  const decoded = decodeUtf8(bytes);
  return decoded.ok ? parseJson(decoded.text.replace(/^\ufeff/, '')) : undefined;
}

const looksStandoff = (value: unknown): boolean => isJsonObject(value) && 'text_sha256' in value && Array.isArray(value['spans']);
