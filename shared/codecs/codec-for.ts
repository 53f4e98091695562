import { problem, type Problem } from '../result.ts';
import { lettersOf } from '../text/letters.ts';
import { brat } from './brat/brat.ts';
import { polnear } from './brat/polnear.ts';
import { bratFamily } from './brat/sort-files.ts';
import { type Codec, type NamedBytes } from './codec.ts';
import { isColumns, isTokens, stemOfLayer } from './conll/names.ts';
import { corpus } from './corpus/corpus.ts';
import { looksLikeRows, looksLikeTable, looksLikeWorkbook } from './corpus/looks-like.ts';
import { doccano, doccanoRelations, looksDoccano, looksRelations } from './doccano/doccano.ts';
import { docx } from './docx/docx.ts';
import { hfJsonl, hfParquet } from './hugging-face/hugging-face.ts';
import { looksHuggingFace } from './hugging-face/looks-hugging-face.ts';
import { looksParquet } from './hugging-face/read-parquet.ts';
import { isJsonObject } from './json.ts';
import { jsonBeginning } from './json-beginning.ts';
import { isLabelStudioConfig, labelStudio, looksLabelStudio } from './label-studio/label-studio.ts';
import { isSidecar } from './native/decode.ts';
import { native } from './native/native.ts';
import { format } from './native/record.ts';
import { looksLikePage } from './page/looks-like-page.ts';
import { page } from './page/page.ts';
import { plainText } from './plain-text/plain-text.ts';
import { standoff } from './standoff/standoff.ts';
import { tokenBatches } from './token-batches.ts';
import { withoutSurroundings } from './surroundings.ts';
import { looksLikeJsonCas, looksLikeXmi } from './uima/looks-like.ts';
import { uimaJson } from './uima/uima-json.ts';
import { uimaXmi } from './uima/uima-xmi.ts';
import { isArticles } from './w3c/sources.ts';
import { looksW3c, namesText, w3c } from './w3c/w3c.ts';
import { looksWebannoTsv } from './webanno-tsv/read-rows.ts';
import { webannoTsv } from './webanno-tsv/webanno-tsv.ts';
import { isZip, unzipped, zipLimits } from './zip.ts';

/** Files that are read together, and the Codec that reads them. */
export interface Batch {
  readonly codec: Codec;
  readonly files: readonly NamedBytes[];
}

/** What a format claims of files that nobody has claimed yet. */
type Claim = (files: readonly NamedBytes[]) => readonly Batch[];

/**
 * Sorts files of one folder into what can be read: by extension, by stem (`a.json` and `a.txt` are one thing), and by
 * what stands in them where a name says too little. An archive that is nobody's as a whole is opened, and what is in it is sorted in the same
 * way, apart from everything else. What an export put beside its files is passed over. `format-unknown`, or a reason that helps, for each file that is nobody's.
 */
export function batches(files: readonly NamedBytes[]): { readonly batches: readonly Batch[]; readonly problems: readonly Problem[] } {
  const { found, left } = claimed(files);
  const archives = left.filter(({ bytes }) => isZip(bytes)).map(opened);
  return {
    batches: [...found, ...archives.flatMap((one) => one.batches)],
    problems: [...left.filter(({ bytes }) => !isZip(bytes)).map(stranger), ...archives.flatMap(({ problems }) => problems)],
  };
}

function claimed(files: readonly NamedBytes[]): { readonly found: readonly Batch[]; readonly left: readonly NamedBytes[] } {
  let left = withoutSurroundings(files);
  const found: Batch[] = [];
  for (const claim of claims) {
    const own = claim(left).filter((batch) => batch.files.length > 0);
    const taken = new Set(own.flatMap((batch) => batch.files));
    found.push(...own);
    left = left.filter((file) => !taken.has(file));
  }
  return { found, left };
}

/** An archive of files that stand alone. Their names begin with its own, so that those of two archives are never taken for each other. */
function opened(archive: NamedBytes): { readonly batches: readonly Batch[]; readonly problems: readonly Problem[] } {
  const { files, problems } = unzipped(archive);
  const { found, left } = claimed(files.map(({ name, bytes }) => ({ name: `${archive.name}/${name}`, bytes })));
  if (found.length === 0 && problems.length === 0) return { batches: [], problems: [stranger(archive)] };
  // What else lies in an archive may be anything, as in a folder.
  return { batches: found, problems: [...problems, ...left.map(stranger).map((one) => ({ ...one, severity: 'warning' as const }))] };
}

const begins = ({ bytes }: NamedBytes, ...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
const isPdf = (file: NamedBytes): boolean => begins(file, 0x25, 0x50, 0x44, 0x46, 0x2d);
const isOldOffice = (file: NamedBytes): boolean => begins(file, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** In UTF-16 LE: the stream in which a document with a password lies, in a container like that of old versions (MS-OFFCRYPTO 2.3.4.4). */
const lockedPart = Uint8Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0));

function isLocked({ bytes }: NamedBytes): boolean {
  const [first = 0] = lockedPart;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (lockedPart.every((letter, index) => bytes[at + 2 * index] === letter && bytes[at + 2 * index + 1] === 0)) return true;
  return false;
}

function stranger(file: NamedBytes): Problem {
  const code = isPdf(file) ? 'file-is-pdf' : isOldOffice(file) ? (isLocked(file) ? 'file-is-locked' : 'file-is-old-office') : isZip(file.bytes) && has('docx', 'docm')(file) ? 'docx-no-text' : 'format-unknown';
  return problem(code, { file: file.name });
}

/** The Codec that reads a file given alone; `undefined` when it is nobody's. */
export const codecFor = (file: NamedBytes): Codec | undefined => batches([file]).batches[0]?.codec;

const suffix = /\.(?:(?:tagset|schema)\.json|relations\.jsonld|articles\.jsonl|config\.xml|to_docbin\.py|[^.]*)$/i;
/** What files that belong together have in common: `a` for `a.txt`, `a.json` and `a.tagset.json`. */
export const stemOf = (name: string): string => (isTokens(name) || isColumns(name) ? stemOfLayer(name) : name.replace(suffix, ''));
const extensionOf = (name: string): string => /[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';
const has = (...extensions: readonly string[]) => ({ name }: NamedBytes): boolean => extensions.includes(extensionOf(name));

/** Claims file by file; all of them are one reading, whatever their stems. */
const together = (codec: Codec, isOwn: (file: NamedBytes) => boolean): Claim => (files) => [{ codec, files: files.filter(isOwn) }];

/** Claims among files of one stem at a time. */
const byStem = (claim: Claim): Claim => (files) => {
  const stems = new Map<string, NamedBytes[]>();
  for (const file of files) {
    const own = stems.get(stemOf(file.name));
    if (own) own.push(file);
    else stems.set(stemOf(file.name), [file]);
  }
  return [...stems.values()].flatMap(claim);
};

/** The main files with what belongs to them; nothing without a main file. */
const withCompany = (codec: Codec, isMain: (file: NamedBytes) => boolean, isCompany: (file: NamedBytes) => boolean): Claim => (files) => {
  const main = files.filter(isMain);
  return main.length === 0 ? [] : [{ codec, files: [...main, ...files.filter((file) => !main.includes(file) && isCompany(file))] }];
};

const startOf = ({ bytes }: NamedBytes, length: number): string => lettersOf(bytes.subarray(0, length));

/** A native file, whatever it is called, begins as every native file does. */
const looksNative = (file: NamedBytes): boolean => startOf(file, 64).includes(`{"format":"${format}"`);

const isJson = (file: NamedBytes): boolean => has('json')(file) && !isSidecar(file.name);

function looksStandoff(file: NamedBytes): boolean {
  if (!isJson(file)) return false;
  const { isList, value } = jsonBeginning(file);
  return !isList && isJsonObject(value) && 'text_sha256' in value && Array.isArray(value['spans']);
}

/** By its extension, for archives without it are not opened twice for that. */
const isWordDocument = (file: NamedBytes): boolean => has('docx', 'docm')(file) && isZip(file.bytes);

const isTable = (name: string): boolean => extensionOf(name) === 'tsv';
const isWebanno = (file: NamedBytes): boolean =>
  isZip(file.bytes) ? unzipped(file, zipLimits, isTable).files.some(looksWebannoTsv) : looksWebannoTsv(file);

/** W3C annotations name their texts; those that lie in the same folder go with them, whatever their stem. */
const linked: Claim = (files) => {
  const isLinked = (file: NamedBytes): boolean => has('jsonld')(file) || isArticles(file) || (isJson(file) && looksW3c(file));
  const texts = files.filter(has('txt'));
  return byStem(withCompany(w3c, isLinked, has('txt')))(files).map(({ codec, files: own }) => {
    const named = own.some(isArticles) ? [] : texts.filter((text) => !own.includes(text) && own.some((file) => isLinked(file) && namesText(file, text.name)));
    return { codec, files: [...own, ...named] };
  });
};

const doccanoLines: Claim = (files) => {
  const own = files.filter((file) => has('jsonl')(file) && looksDoccano(file));
  return [{ codec: own.some(looksRelations) ? doccanoRelations : doccano, files: own }];
};

/** In this order: who knows its files best comes first; lines of no other format are native, and complain of themselves if they are not. */
const claims: readonly Claim[] = [
  byStem(withCompany(native, looksNative, ({ name }) => isSidecar(name))),
  (files) => {
    const family = bratFamily(files);
    return [{ codec: brat, files: family.brat }, { codec: polnear, files: family.polnear }];
  },
  together(webannoTsv, isWebanno),
  together(uimaXmi, looksLikeXmi),
  together(uimaJson, (file) => !isSidecar(file.name) && looksLikeJsonCas(file)),
  together(hfParquet, looksParquet),
  together(hfJsonl, (file) => has('jsonl')(file) && looksHuggingFace(file)),
  byStem(tokenBatches),
  linked,
  byStem(doccanoLines),
  byStem(withCompany(labelStudio, (file) => isJson(file) && looksLabelStudio(jsonBeginning(file).value), isLabelStudioConfig)),
  together(corpus, (file) => has('jsonl')(file) && looksLikeRows(file)),
  byStem(withCompany(native, has('jsonl'), ({ name }) => isSidecar(name))),
  byStem(withCompany(standoff, looksStandoff, has('txt'))),
  // A page that was saved as a text would come in as its markup.
  together(page, (file) => has('html', 'htm', 'xhtml')(file) || (has('txt')(file) && looksLikePage(file))),
  together(docx, isWordDocument),
  together(corpus, (file) => looksLikeWorkbook(file) || (has('csv', 'tsv')(file) && looksLikeTable(file)) || (isJson(file) && looksLikeRows(file))),
  together(plainText, (file) => has('txt')(file) && !isPdf(file) && !isOldOffice(file)),
];
