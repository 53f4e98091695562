import { gunzipSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { headIn } from '../../electron/backup-file.ts';
import { BackupReading } from '../../electron/backup-reading.ts';
import { parsePage } from '../../electron/cli/parse-page.ts';
import { encodeLine, lineOf } from '../../electron/journal-line.ts';
import { type JournalLine } from '../../shared/bridge.ts';
import { batches } from '../../shared/codecs/codec-for.ts';
import { type Codec, type Decoded, type NamedBytes } from '../../shared/codecs/codec.ts';
import { decodeOpenly } from '../../shared/codecs/naming/decode-openly.ts';
import { isReadInParts } from '../../shared/codecs/corpus/large-table.ts';
import { codecs } from '../../shared/codecs/registry.ts';
import { writeEnvelope } from '../../shared/exchange/bundle/envelope.ts';
import { readHanded } from '../../shared/exchange/bundle/read-bundle.ts';
import { changeBetween } from '../../shared/model/change.ts';
import { emptyDataset, normalised } from '../../shared/model/dataset.ts';
import { makeId } from '../../shared/model/id.ts';
import { problem } from '../../shared/result.ts';
import { textEncodings } from '../../shared/text/encoding.ts';
import { iso88596, windows1256 } from '../../shared/text/single-byte.ts';
import { seedSchema } from '../arbitraries/schema.ts';
import { soundSample, text } from '../shared/codecs/bad-input/sound-sample.ts';
import { written } from '../shared/codecs/bad-input/wounds.ts';
import { articleOf, Laptop, setOf } from '../shared/exchange/bundle/laptop.ts';
import { archive, file, wordFile, workbook } from '../shared/codecs/texts/archives.ts';
import { inParts } from '../shared/codecs/texts/in-parts.ts';

/** Something that reads files of others, with real files that it reads whole. Reading is total: it answers, whatever the bytes. */
export interface Reader {
  readonly name: string;
  readonly seeds: readonly (readonly NamedBytes[])[];
  readonly read: (files: readonly NamedBytes[]) => Decoded;
  /** How many cases it gets for each one of another reader: what takes ten times as long gets fewer. */
  readonly share: number;
}

const context = { schemas: [seedSchema] as const, now: '2026-01-01T00:00:00.000Z', parsePage };

/** Bytes of a text in an encoding, by the tables that read them; what it cannot write becomes a question mark. */
function inEncoding(content: string, encoding: (typeof textEncodings)[number]): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(content);
  if (encoding.startsWith('utf-16')) {
    const view = new DataView(new ArrayBuffer(2 * content.length));
    for (let place = 0; place < content.length; place++) view.setUint16(2 * place, content.charCodeAt(place), encoding === 'utf-16le');
    return new Uint8Array(view.buffer);
  }
  const upper = encoding === 'windows-1256' ? windows1256 : iso88596;
  return Uint8Array.from(content, (one) => (one < '\u0080' ? one.charCodeAt(0) : upper.includes(one) ? 0x80 + upper.indexOf(one) : 0x3f));
}

const arabic = text.replaceAll('ی', 'ي').replaceAll('ک', 'ك');
const paragraph = (words: string): string => `<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:t xml:space="preserve">${words}</w:t><w:br/><w:tab/></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`;
const cell = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const page = `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>خبر</title><meta property="article:published_time" content="2024-10-23T10:05:00+03:30">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"تیتر","publisher":{"name":"ایرنا"}}]}</script></head>
<body><nav><a href="/">خانه</a></nav><article><h1>خبر</h1><p>${text}</p><table><tr><td>۱<td>۲</table><pre>الف\nب</pre></article></body></html>`;
const table = `id,تیتر,متن,تاریخ\n1,خبر,"${text}",۱۴۰۳/۰۸/۰۲\n2,"خبر ""دو""",متن دوم,2024-10-23\n`;
const lines = `{"id":1,"text":${JSON.stringify(text)},"date":"1403/08/02","meta":{"url":"https://a.example","n":1e3}}\n{"id":"2","body":"x","text":"دوم"}\n`;

/** Files of texts, which no program of ours writes. */
const texts: Readonly<Record<string, readonly (readonly NamedBytes[])[]>> = {
  'plain-text': textEncodings.map((encoding) => [file('a.txt', inEncoding(encoding.startsWith('utf') ? `${text}\r\n${text}\u2028` : arabic, encoding))]),
  page: [[file('a.html', page)], [file('a.htm', inEncoding(`<meta charset=windows-1256><p>${arabic}`, 'windows-1256'))]],
  docx: [[wordFile('a.docx', paragraph(text) + paragraph('دوم'))]],
  corpus: [
    [file('a.csv', table)], [file('a.tsv', table.replaceAll(',', '\t'))], [file('a.jsonl', lines)], [file('a.json', `[${lines.trim().split('\n').join(',')}]`)],
    [workbook('a.xlsx', { s: `<row r="1">${cell('A1', 'text')}${cell('B1', 'date')}</row><row r="2">${cell('A2', text)}<c r="B2" s="1"><v>45588</v></c><c r="C2" t="s"><v>0</v></c></row>` }, {
      'xl/sharedStrings.xml': '<sst><si><r><t>الف</t></r></si></sst>', 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    })],
  ],
};

const readerOf = (codec: Codec): Reader => ({
  name: codec.id,
  seeds: codec.textsOnly ? (texts[codec.id] ?? []) : [written(codec, soundSample)],
  read: (files) => decodeOpenly(codec, files, context),
  share: codec.id === 'page' ? 0.3 : 1,
});

/** Tables that are never in memory whole, in parts of as many bytes as come to mind. */
const inPieces: Reader = {
  name: 'tables in parts',
  seeds: (texts['corpus'] ?? []).filter((files) => files.every(({ name }) => isReadInParts(name))),
  read(files) {
    const read = files.map(({ name, bytes }) => inParts(name, bytes, [7, 64, 1, 3], [50, 5, 1]));
    const articles = read.flatMap((one) => one.articles);
    return { dataset: articles.length > 0 ? { ...emptyDataset(seedSchema), articles: [...new Map(articles.map((one) => [one.id, one])).values()] } : null, problems: read.flatMap(({ problems }) => problems) };
  },
  share: 1,
};

/** Whatever lies in a folder, sorted and read as the window and the command line do. */
const door: Reader = {
  name: 'every door at once',
  seeds: [
    ...Object.values(texts).flat(), ...codecs.filter(({ decode, textsOnly }) => decode && !textsOnly).map((codec) => written(codec, soundSample)),
    [archive('all.zip', { 'خبر/a.txt': text, 'b.html': page, 'c.csv': table, 'd.docx': wordFile('d.docx', paragraph(text)).bytes })],
    [{ name: 'stored.zip', bytes: zipSync({ 'a.txt': new TextEncoder().encode(text) }, { level: 0 }) }],
  ],
  read(files) {
    const sorted = batches(files);
    const read = sorted.batches.map(({ codec, files: own }) => decodeOpenly(codec, own, context));
    const problems = [...sorted.problems, ...read.flatMap((one) => one.problems)];
    return { dataset: read.map(({ dataset }) => dataset).find((dataset) => dataset !== null) ?? null, problems };
  },
  share: 3,
};

/** Work that a colleague hands over; unsigned, since a signature is another one each time. */
function handedOver(): Uint8Array {
  const article = articleOf('1');
  const laptop = new Laptop('sara', seedSchema, { dataset: { ...emptyDataset(seedSchema), articles: [article] }, isUnsigned: true });
  laptop.put(setOf(laptop, article.id, [0, 3]));
  return laptop.handIn();
}

/** The same, closed for some devices: of what is inside only the length counts for whoever cannot open it. */
const enclosed = (): Uint8Array =>
  writeEnvelope({
    about: {
      project: { id: makeId('project', '1'), name: 'نمونه' }, person: { id: makeId('annotator', 'sara'), name: 'سارا' }, device: makeId('device', 'sara'), app: '0', made: context.now,
      holds: 'a'.repeat(64),
    },
    ephemeral: 'b'.repeat(64), to: ['c', 'd'].map((digit) => ({ key: digit.repeat(64), wrapped: digit.repeat(96) })), sealed: new Uint8Array(1000).fill(7),
  }).file(null);

const bundle: Reader = {
  name: 'bundle',
  seeds: [[{ name: 'a.naql', bytes: handedOver() }], [{ name: 'b.naql', bytes: enclosed() }]],
  read(files) {
    const read = files.map((one) => readHanded(one));
    return { dataset: read.every(({ ok }) => ok) ? emptyDataset(seedSchema) : null, problems: read.flatMap((one) => (one.ok ? [] : one.problems)) };
  },
  share: 1,
};

const changes = [0, 1, 2].map((step) => changeBetween(
  normalised(step === 0 ? emptyDataset(seedSchema) : soundSample), normalised(step === 0 ? soundSample : step === 1 ? { ...soundSample, sets: [] } : soundSample),
));
/** A project that came, lost all its sets and got them back. */
const backupLines: readonly JournalLine[] = changes.map((change, index) => ({
  entry: {
    device: makeId('device', '1'), channel: 'work', sequence: index + 1, previous: '0'.repeat(64), lamport: index + 1, wall: context.now, annotator: makeId('annotator', '1'),
    scope: null, action: { kind: 'do', command: 'import' },
    change: index === 0 ? { ...change, added: [{ kind: 'schema', value: soundSample.schema }, ...change.added], updated: [] } : change,
  },
  counts: { articles: 0, annotators: 0, entities: 0, sets: 0, annotations: 0, relations: 0 },
}));
const backupHead = { naql: 'backup', project: { id: 'prj-1', name: 'نمونه', created: context.now }, made: context.now, reason: 'daily', sequence: 3, counts: null };

/** As it lies there, and its lines alone: whoever alters those can make the checksums anew. */
const backup: Reader = {
  name: 'backup',
  seeds: [
    [{ name: 'a.json', bytes: Buffer.from(backupLines.map((line) => JSON.stringify(line)).join('\n')) }],
    [{ name: 'a.gz', bytes: gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(backupHead)}\n`), ...backupLines.map(encodeLine)])) }],
  ],
  read(files) {
    const reading = new BackupReading();
    const isOurs = files.every(({ name, bytes }) => (name.endsWith('.json') ? takeLines(reading, bytes) : takePacked(reading, bytes)));
    const { unsound, damaged, lines: whole } = reading.answer();
    const dataset = isOurs && whole > 0 && unsound + damaged === 0 ? reading.dataset() : null;
    return { dataset, problems: dataset ? [] : [problem('read-failed')] };
  },
  share: 1,
};

function takeLines(reading: BackupReading, bytes: Uint8Array): boolean {
  for (const json of Buffer.from(bytes).toString('utf8').split('\n')) reading.take(lineOf(json).subarray(0, -1));
  return true;
}

function takePacked(reading: BackupReading, bytes: Uint8Array): boolean {
  let whole: Buffer;
  try {
    whole = gunzipSync(bytes);
  } catch {
    return false;
  }
  const head = whole.subarray(0, Math.max(0, whole.indexOf('\n')));
  const rest = whole.subarray(head.length + 1);
  for (let from = 0, end = rest.indexOf('\n'); end !== -1; from = end + 1, end = rest.indexOf('\n', from)) reading.take(rest.subarray(from, end));
  return headIn(head.toString('utf8')) !== null;
}

/** Every reader of foreign bytes. */
export const readers: readonly Reader[] = [...codecs.filter(({ decode }) => decode !== undefined).map(readerOf), inPieces, bundle, backup, door];
