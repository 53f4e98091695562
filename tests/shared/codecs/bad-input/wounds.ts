import { unzipSync, zipSync } from 'fflate';
import { type Codec, type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { offsetMap } from '../../../../shared/text/offsets.ts';
import { textFile } from '../unpacked.ts';
import { soundSample, text } from './sound-sample.ts';

/** Files of a format, and what was done to them; `null` where the format has no place for such a wound. */
export type Wound = (codec: Codec) => readonly NamedBytes[] | null;

/** The sample format of ours is only read, so that it is written here. */
function standoffFiles({ articles, sets }: Dataset): readonly NamedBytes[] {
  const [article] = articles;
  const [set] = sets;
  if (!article || !set) throw new Error('the dataset has no article or set');
  const { toCodePoint: points } = offsetMap(article.text);
  const spans = set.annotations.flatMap(({ id, label, spans: [span] }) =>
    span ? [{ id, type: label, start: points(span.start), end: points(span.end), text: article.text.slice(span.start, span.end) }] : []);
  const relations = set.relations.map(({ id, type, from, to }) => ({ id, type, from, to: to.id }));
  return [textFile('a.json', JSON.stringify({ text_sha256: article.fingerprint, spans, relations, entities: [] })), textFile('a.txt', article.text)];
}

/** What stands beside the annotations: the schema that they were written with, scripts, settings. */
const isCompany = ({ name }: NamedBytes): boolean => /\.(?:tagset|schema)\.json$|\.to_docbin\.py$|\.config\.xml$|\.conf$/.test(name);

/** The files of a format that hold this Dataset, without what is not needed to read them. */
export const written = (codec: Codec, dataset: Dataset): readonly NamedBytes[] =>
  (codec.write ? encode(codec, fit(dataset, codec).dataset, 'a') : standoffFiles(dataset)).filter((file) => !isCompany(file));

const isZip = ({ bytes }: NamedBytes): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isParquet = ({ name }: NamedBytes): boolean => name.endsWith('.parquet');
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Alters the texts of files, in archives too; `null` where that altered nothing: then the format has no such thing. */
export function altered(files: readonly NamedBytes[], alter: (content: string, name: string) => string): readonly NamedBytes[] | null {
  let isAltered = false;
  const change = (name: string, bytes: Uint8Array): Uint8Array => {
    const content = textOf(bytes);
    const now = alter(content, name);
    isAltered ||= now !== content;
    return new TextEncoder().encode(now);
  };
  const done = files.map((file) => {
    if (isParquet(file)) return file;
    if (!isZip(file)) return { name: file.name, bytes: change(file.name, file.bytes) };
    const inside = Object.entries(unzipSync(file.bytes)).map(([name, bytes]) => [name, change(name, bytes)] as const);
    return { name: file.name, bytes: zipSync(Object.fromEntries(inside)) };
  });
  return isAltered ? done : null;
}

/** Every match of the patterns, by what its groups become. */
const replaced = (...pairs: readonly (readonly [pattern: RegExp, replacement: string])[]) => (content: string): string =>
  pairs.reduce((now, [pattern, replacement]) => now.replace(pattern, replacement), content);

/** Without what says whose file it is: our own files say what they count, and are believed. */
function foreign(content: string, { id }: Codec): string {
  if (id.startsWith('doccano')) return content.replace(/,"naql":.*\}/, '}');
  if (id === 'uima-xmi') return content.replace(/<naql:[^>]*\/>/g, '');
  if (id !== 'uima-json') return content;
  const cas = JSON.parse(content) as { '%FEATURE_STRUCTURES': readonly { '%TYPE': string }[] };
  return JSON.stringify({ ...cas, '%FEATURE_STRUCTURES': cas['%FEATURE_STRUCTURES'].filter((one) => !one['%TYPE'].startsWith('naql.')) });
}

const [set] = soundSample.sets;
if (!set) throw new Error('the sample has no set');
const withSet = (more: Partial<typeof set>): Dataset => ({ ...soundSample, sets: [{ ...set, ...more }] });

/** The other label in every place of QUOTE, in the data and in the Schema it is written with. */
const renamed = (dataset: Dataset): Dataset => JSON.parse(JSON.stringify(dataset).replaceAll('"QUOTE"', '"STRANGE"')) as Dataset;

const [first, , , last] = set.annotations;
const [, , restates] = set.relations;
if (!first || !last || !restates) throw new Error('the sample lacks what is to be wounded');

const between = (start: number, end: number): (typeof last.spans)[number] => ({ ...last.spans[0], start, end }) as (typeof last.spans)[number];

/** Ten marks, each inside the one before it. */
const nested = withSet({
  annotations: Array.from({ length: 10 }, (_, depth) => ({
    ...last, id: `n${depth}` as typeof last.id, label: 'MENTION' as typeof last.label, spans: [between(3 + depth, text.length - 1 - depth)],
  })),
  relations: [],
});

/** In the middle of the last letter that has more than one byte, so that no line ends there. */
function cut({ name, bytes }: NamedBytes): NamedBytes {
  const isBinary = isZip({ name, bytes }) || isParquet({ name, bytes });
  const letter = bytes.findLastIndex((byte) => byte >= 0xc0);
  return { name, bytes: bytes.slice(0, isBinary ? Math.floor(bytes.length / 2) : letter + 1) };
}

const sample = (codec: Codec) => written(codec, soundSample);
const inText = (...pairs: readonly (readonly [RegExp, string])[]): Wound => (codec) => altered(sample(codec), replaced(...pairs));

export const wounds = {
  truncated: (codec) => sample(codec).map(cut),
  'not a single sound byte': (codec) => sample(codec).map(({ name }) => ({ name, bytes: Uint8Array.of(0xff, 0xfe, 0x00, 0x80) })),
  /** Every place as the other unit would count it, in files that do not say themselves what they count. */
  'wrong unit': (codec) => {
    const places = [[2, 11], [12, 15], [17, 29], [41, 53]] as const;
    const [here, there] = codec.offsetUnit === 'utf-16' ? [1, 0] : [0, 1];
    const opening = String.raw`start\W+|start_offset\W+|begin\W+|\[|[A-Za-z]+ `;
    const shifted = (content: string): string =>
      places.toReversed().reduce((now, [start, end]) =>
        now.replace(new RegExp(String.raw`(${opening})${start + here}([^0-9]{1,24})${end + here}\b`, 'g'), `$1${start + there}$2${end + there}`), content);
    const rows = (content: string): string => content.replace(/^(\d+-\d+\t)(\d+)-(\d+)/gm, (_, row: string, start: string, end: string) =>
      `${row}${start === '0' ? 0 : Number(start) - 1}-${Number(end) - 1}`);
    return altered(sample(codec), (content) => foreign(codec.id === 'webanno-tsv' ? rows(content) : shifted(content), codec));
  },
  'offsets beyond the text': inText(
    [/("start(?:_offset)?":)4[12](,"end(?:_offset)?":)5[34]/g, '$1941$2953'], [/\[4[12],5[34],("QUOTE")/g, '[941,953,$1'], [/((?:QUOTE|Content) )41 53/g, '$1941 953'],
    [/begin="42" end="54"/g, 'begin="942" end="954"'], [/"begin":42,"end":54/g, '"begin":942,"end":954'], [/\[41,43\]/g, '[941,943]'], [/42-44/g, '942-944'], [/start=41\|end=43/g, 'start=941|end=943'],
  ),
  'surface text that does not match': inText(
    [/("(?:text|exact)":\[?)"آب ارزان است"/g, '$1"نان ارزان است"'], [/(5[34]\t)آب ارزان است/g, '$1نان ارزان است'], [/(42-44\t)آب/g, '$1نان'], [/(\n4\t)آب/g, '$1نان'], [/\nآب([ \t])/g, '\nنان$1'],
  ),
  'an unknown label': (codec) => (codec.id === 'polnear' ? altered(sample(codec), replaced([/Content (?=\d)/g, 'Strange '])) : written(codec, renamed(soundSample))),
  'one id twice': inText(
    [/"id":"q2(_0)?"/g, '"id":"q1$1"'], [/"id":3,"label":"QUOTE"/g, '"id":2,"label":"QUOTE"'], [/id="q2"/g, 'id="q1"'], [/@id=q2/g, '@id=q1'], [/\nT4\t/g, '\nT3\t'],
    [/set-a:q2"/g, 'set-a:q1"'], [/\["s1","c1","q1","q2"\]/g, '["s1","c1","q1","q1"]'],
  ),
  'a circle of relations': (codec) => {
    const { id, from, to } = restates;
    if (to.kind !== 'annotation') throw new Error(`the relation ${id} leads to nobody's annotation`);
    const back = { ...restates, id: 'r4' as typeof id, from: to.id, to: { kind: 'annotation', id: from } as const };
    return codec.capabilities.relations ? written(codec, withSet({ relations: [...set.relations, back] })) : null;
  },
  'carriage returns': (codec) => altered(sample(codec), (content) => content.replaceAll('\n', '\r\n')),
  'a byte order mark': (codec) => altered(sample(codec), (content) => `\ufeff${content}`),
  'ten marks, one in another': (codec) => (codec.capabilities.overlap ? written(codec, nested) : null),
  'lists five hundred deep': (codec) => {
    const deep = `${'['.repeat(500)}${']'.repeat(500)}`;
    return altered(sample(codec), (content, name) => (name.endsWith('jsonl') ? `{"text":${deep}}\n${content}` : /\.json(?:ld)?$/.test(name) ? deep : content));
  },
} as const satisfies Readonly<Record<string, Wound>>;

export type WoundName = keyof typeof wounds;
