import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roomFor, wholeBytes } from '../../electron/cli/input-files.ts';
import { largeFrom } from '../../electron/cli/sources/large-file.ts';
import { codecs } from '../../shared/codecs/registry.ts';
import { naql } from './terminal.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sample = path.join(root, 'seeds/sample');
const golden = path.join(root, 'tests/fixtures/native/sample.jsonl');
const goldenLines = readFileSync(golden, 'utf8');

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'naql-cli-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};

describe('convert', () => {
  it('makes of the sample what the golden file says, with its sidecars', async () => {
    const answer = await naql(['convert', sample, '--to', 'native', '--out', at('sample.jsonl')]);
    const written = ['sample.jsonl', 'sample.schema.json', 'sample.tagset.json'].map(at);
    expect(answer).toEqual({ code: 0, out: written.map((one) => `${one}\n`).join(''), err: '' });
    expect(readFileSync(at('sample.jsonl'), 'utf8')).toBe(goldenLines);
    expect(readdirSync(folder).toSorted()).toEqual(['sample.jsonl', 'sample.schema.json', 'sample.tagset.json']);
  });

  it('reads a file with what belongs to it', async () => {
    await naql(['convert', path.join(sample, 'seed.json'), '--to', 'native', '--out', at('a.jsonl')]);
    expect(readFileSync(at('a.jsonl'), 'utf8')).toBe(goldenLines);
  });

  const words = 'وزیر گفت';
  const target = { source: 'urn:doc:a', selector: { type: 'TextQuoteSelector', exact: 'گفت' } };
  const annotation = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', body: { type: 'TextualBody', purpose: 'tagging', value: 'CUE' }, target };
  it.each<[string, Readonly<Record<string, string>>]>([
    ['brat', { 'd1.ann': 'T1\tCUE 5 8\tگفت\n', 'd1.txt': words }],
    ['one half of a shared task', { 'd1.a1': 'T1\tCUE 5 8\tگفت\n', 'd1.a2': '', 'd1.txt': words }],
    ['attributions of PolNeAR', { 'd1_4e07.ann': 'T1\tCue 5 8\tگفت\nT2\tAttribution 5 8\tگفت\n', 'd1.txt': words }],
    ['web annotations', { 'a.jsonld': JSON.stringify(annotation), 'a.txt': words }],
    ['columns', { 'a.cue.iob2.conll': 'وزیر O\nگفت B-CUE\n', 'a.tokens.jsonl': JSON.stringify({ text: words, sentences: [[[0, 4], [5, 8]]] }) }],
  ])('reads a file with what lies beside it: %s', async (_, files) => {
    for (const [name, content] of Object.entries(files)) put(name, content);
    const { out, err } = await naql(['convert', at(Object.keys(files)[0] ?? ''), '--to', 'native', '--out', '-']);
    const { text, spans } = JSON.parse(out) as { text: string; spans: readonly { label: string; fragments: readonly { text: string }[] }[] };
    expect([err, text, spans.map(({ label, fragments }) => `${label} ${fragments[0]?.text ?? ''}`)]).toEqual(['', words, ['CUE گفت']]);
  });

  it('writes what it wrote as the same bytes', async () => {
    const answer = await naql(['convert', golden, '--to', 'native', '--out', '-']);
    expect(answer).toEqual({ code: 0, out: goldenLines, err: '' });
  });

  it('reads the standard input in the format named', async () => {
    const answer = await naql(['convert', '-', '--from', 'native', '--to', 'native', '--out', '-'], goldenLines);
    expect(answer).toEqual({ code: 0, out: goldenLines, err: '' });
  });

  it('remembers no file name for the standard input, and the time that it is given', async () => {
    const options = ['--from', 'plain-text', '--to', 'native', '--out', '-', '--now', '2024-08-02T10:00:00Z'];
    const { out } = await naql(['convert', '-', ...options], 'خبر');
    expect(JSON.parse(out)).toMatchObject({ meta: { file: null, added: '2024-08-02T10:00:00Z' }, text: 'خبر', set: null });
  });

  it('joins what it reads: the same article once, folders in folders too', async () => {
    mkdirSync(at('in'));
    mkdirSync(at('in/deep'));
    copyFileSync(path.join(sample, 'seed.txt'), at('in/deep/copy.txt'));
    writeFileSync(at('in/other.txt'), 'خبری دیگر');
    const { code } = await naql(['convert', golden, at('in'), '--to', 'native', '--out', at('all.jsonl')]);
    expect(code).toBe(0);
    expect(readFileSync(at('all.jsonl'), 'utf8').trimEnd().split('\n').length).toBe(2);
  });

  it('reads what lies deeper in folders that are read together', async () => {
    for (const name of ['data/a.txt', 'bio/b.txt', 'data/deep/c.txt', 'data/deep/deeper/d.txt', 'bio/.git/e.txt']) {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      put(name, `خبر ${name}`);
    }
    const { out } = await naql(['stats', folder, '--json']);
    expect(JSON.parse(out)).toMatchObject({ counts: { articles: 4 } });
  });

  it('says what it left out, writes the rest and ends with 1', async () => {
    const bad = put('bad.jsonl', `${goldenLines}{"format":\n`);
    const answer = await naql(['convert', bad, '--to', 'native', '--out', '-']);
    expect(answer).toMatchObject({ code: 1, out: goldenLines });
    expect(answer.err).toBe(`${bad}:2: This line is not a JSON object: "{\\"format\\":"\n`);
  });

  /** In UTF-16 it says «گفت», in code points and in clusters what begins a letter later. */
  const silent = (text: string, ...label: readonly (readonly [number, number, string])[]) => `${JSON.stringify({ text, label })}\n`;

  it('counts in the unit that it is told, and says so', async () => {
    const file = put('a.jsonl', silent('🔴🔴🔴🔴 وزیرنیروگفتکهبرق', [10, 14, 'CUE']));
    const untold = await naql(['convert', file, '--to', 'native', '--out', '-']);
    expect(untold).toMatchObject({ code: 1 });
    expect(untold.err).toContain('Which one is meant is not clear');
    const told = await naql(['convert', file, '--to', 'native', '--out', '-', '--unit', 'utf-16']);
    expect(told).toMatchObject({ code: 0 });
    expect(told.err).toContain('It was read as “UTF-16”, as was said');
    expect(JSON.parse(told.out)).toMatchObject({ spans: [{ label: 'CUE', fragments: [{ text: 'زیرن' }] }] });
    expect(await naql(['validate', file, '--unit', 'code-point'])).toMatchObject({ code: 0 });
    expect(await naql(['validate', file, '--unit', 'bytes'])).toMatchObject({ code: 2 });
  });

  it('knows names in another spelling, with a warning, and leaves out what bears any other, with an error and its place', async () => {
    const file = put('a.jsonl', silent('وزیر گفت و رفت', [0, 4, 'Source'], [5, 8, 'Cue'], [11, 14, 'Verb']));
    const { code, out, err } = await naql(['convert', file, '--to', 'native', '--out', '-']);
    expect(code).toBe(1);
    expect((JSON.parse(out) as { spans: readonly { label: string }[] }).spans.map(({ label }) => label)).toEqual(['SPEAKER', 'CUE']);
    expect(err).toContain('The label “Source” (once) was read as “Speaker”.');
    expect(err).toMatch(/a\.jsonl:1: e2: .*“Verb”/);
  });

  it('refuses a file of a gigabyte before it is read, with a message and without a crash', async () => {
    const file = put('huge.json', '{');
    truncateSync(file, 2 ** 30);
    const answer = await naql(['convert', file, '--to', 'native', '--out', at('a.jsonl')]);
    expect(answer).toMatchObject({ code: 1, err: `${file}: The file is larger than ${Math.floor(wholeBytes / 2 ** 20)} MB and was not read. Split it into several files.\n` });
  });

  it('writes nothing when there is nothing sound, and leaves what was there', async () => {
    const out = put('out.jsonl', 'before');
    const { code } = await naql(['convert', put('empty.txt', ''), '--to', 'native', '--out', out]);
    expect(code).toBe(1);
    expect(readFileSync(out, 'utf8')).toBe('before');
  });

  it.each([
    ['of lines that are nothing', `{"format":${' '.repeat(100_000)}\n`.repeat(90)],
    ['of one line that is too long', 'x'.repeat(65 * 1024 * 1024)],
  ])('nor from a file %s, which is too large to be read at once', async (_, content) => {
    const [file, out] = [put('large.jsonl', content), put('out.jsonl', 'before')];
    expect(await naql(['convert', file, '--from', 'native', '--to', 'native', '--out', out])).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`${file}:1: `) as string });
    expect(readFileSync(out, 'utf8')).toBe('before');
    expect(await naql(['export', file, '--from', 'native', '--to', 'native', '--out', at('dataset'), '--names'])).toMatchObject({ code: 1, out: '' });
    expect(existsSync(at('dataset'))).toBe(false);
    expect(await naql(['stats', file, '--from', 'native'])).toMatchObject({ code: 1 });
  });

  it('answers in JSON', async () => {
    const { out } = await naql(['convert', sample, '--to', 'native', '--out', at('a.jsonl'), '--json']);
    expect(JSON.parse(out)).toMatchObject({
      command: 'convert',
      written: ['a.jsonl', 'a.schema.json', 'a.tagset.json'].map(at),
      counts: { annotations: 61, relations: 47 },
      report: { losses: [] },
      problems: [],
    });
  });
});

describe('a release of PolNeAR', () => {
  it('reads unpacked as it does from its archives, with what else a release holds beside it', async () => {
    const converted = async (...from: readonly string[]) => {
      const { code, out, err } = await naql(['convert', ...from, '--to', 'native', '--out', '-']);
      return { code, err, records: out.trimEnd().split('\n').map((line) => JSON.parse(line) as { spans: object[]; relations: object[]; annotator: string }) };
    };
    await naql(['export', sample, '--to', 'polnear', '--out', at('release'), '--set', 'everything', '--names']);
    const archive = at('release/sample.zip');
    const whole = await converted(archive);
    expect(whole.records[0]?.spans.length).toBeGreaterThan(40);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
      mkdirSync(path.dirname(at(`tree/${name}`)), { recursive: true });
      writeFileSync(at(`tree/${name}`), bytes);
    }
    writeFileSync(at('tree/data/metadata.tsv'), 'compartment\tfilename\tannotators\nsample\td\t4e07\n');
    mkdirSync(at('tree/data/sample/corenlp'));
    expect(await converted(at('tree'))).toEqual(whole);
    expect(await converted(at('tree/data/sample'))).toEqual(whole);
  });
});

describe('convert into a folder of datasets', () => {
  it.each([['hf-jsonl', '.jsonl'], ['hf-parquet', '-00000-of-00001.parquet']])('%s: the path says where it is and what the split is called', async (format, suffix) => {
    const tables = ['data', 'bio'].map((table) => at(`set/${table}/train${suffix}`));
    const answer = await naql(['convert', sample, '--to', format, '--out', at('set/train')]);
    expect(answer).toEqual({ code: 0, out: tables.map((one) => `${one}\n`).join(''), err: '' });
    expect(await naql(['validate', at('set/data')])).toEqual({ code: 0, out: '', err: '' });
    const back = await naql(['convert', at('set'), '--to', 'native', '--out', '-']);
    expect(back).toMatchObject({ code: 0, out: goldenLines });
  });
});

describe('a file larger than what is read whole', () => {
  /** The golden file with so many blanks in its last record that it is read line by line. */
  const largeLines = (lines = goldenLines): string => put('large.jsonl', lines.replace(/\}\n$/, `${' '.repeat(largeFrom)}}\n`));

  it('is counted, checked and converted as a small one', async () => {
    const large = largeLines();
    expect(await naql(['stats', large])).toEqual(await naql(['stats', golden]));
    expect(await naql(['validate', large])).toEqual({ code: 0, out: '', err: '' });
    const answer = await naql(['convert', large, '--to', 'native', '--out', at('again.jsonl')]);
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out.trimEnd().split('\n')).toEqual(['again.jsonl', 'again.schema.json', 'again.tagset.json'].map(at));
    expect(readFileSync(at('again.jsonl'), 'utf8')).toBe(goldenLines);
    expect(await naql(['convert', large, '--to', 'native', '--out', '-'])).toMatchObject({ code: 0, out: goldenLines });
    await naql(['convert', large, '--to', 'hf-jsonl', '--out', at('set/train')]);
    await naql(['convert', golden, '--to', 'hf-jsonl', '--out', at('other/train')]);
    expect(readFileSync(at('set/data/train.jsonl'))).toEqual(readFileSync(at('other/data/train.jsonl')));
  });

  it('names the line of what is wrong, and a set that comes twice', async () => {
    const [first = '', ...others] = goldenLines.split('\n');
    const large = largeLines([first, ...others.filter((line) => line !== ''), first, ''].join('\n').replace('"start":38,"end":42', '"start":38,"end":4200'));
    const { code, out } = await naql(['validate', large]);
    expect(code).toBe(1);
    expect(out).toContain(`${large}:1: u1: There is no span 38–4200`);
    expect(out).toMatch(new RegExp(`large\\.jsonl:${others.length + 1}: \\S+: `));
  });

  it('in a format that must be read whole is refused, and what lies beside it is read', async () => {
    const file = put('large.xmi', '');
    truncateSync(file, wholeBytes + 1);
    copyFileSync(golden, at('small.jsonl'));
    const { code, out } = await naql(['validate', folder]);
    expect({ code, out }).toEqual({ code: 1, out: `${file}: The file is larger than ${Math.floor(wholeBytes / 2 ** 20)} MB and was not read. Split it into several files.\n` });
    expect((await naql(['stats', folder])).out).toContain('articles\t');
  });

  it('is refused where it is too much only together with what was read before it, and that is said', async () => {
    // Nobody's, so that nothing is made of what is read.
    for (const name of ['a.bin', 'b.bin']) truncateSync(put(name, ''), Math.floor(wholeBytes * 0.6));
    const { code, out } = await naql(['validate', folder, '--json']);
    const { problems } = JSON.parse(out) as { problems: readonly { code: string; severity: string; place: object }[] };
    expect(code).toBe(1);
    expect(problems.filter((one) => one.severity === 'error')).toMatchObject([{ code: 'files-too-large', place: { file: at('b.bin') } }]);
  });

  it('is refused in every other format before anything of it is read, by the command and by the standard input', { timeout: 60_000 }, async () => {
    const others = codecs.filter(({ decode, linewise }) => decode && !linewise);
    for (const { id, extensions } of others) {
      const file = put(`huge.${extensions[0] ?? ''}`, '');
      truncateSync(file, 2 ** 30);
      const { code, out } = await naql(['validate', file, '--from', id]);
      expect({ id, code, out }).toEqual({ id, code: 1, out: `${file}: The file is larger than ${Math.floor(wholeBytes / 2 ** 20)} MB and was not read. Split it into several files.\n` });
      rmSync(file);
    }
    const room = roomFor(10);
    expect([room.take(6), room.take(6), room.take(4)]).toEqual([true, false, true]);
  });

  it('of a gigabyte in a format of lines is read, and its faults have their lines', { timeout: 120_000 }, async () => {
    const [first = ''] = goldenLines.split('\n');
    const file = put('huge.jsonl', `${first}\n{"format":\n`);
    // The system gives zeros for what was never written: one line of a gigabyte.
    truncateSync(file, 2 ** 30);
    const { code, out } = await naql(['validate', file]);
    expect(code).toBe(1);
    expect(out).toContain(`${file}:2: This line is not a JSON object`);
    expect(out).toContain(`${file}:3: This line is longer than 64 MB and was not read.`);
  });
});

describe('validate', () => {
  it.each([['the sample', sample], ['the golden file', golden]])('has nothing to say about %s', async (_, file) =>
    expect(await naql(['validate', file])).toEqual({ code: 0, out: '', err: '' }));

  it('names file, line, record and reason, and ends with 1', async () => {
    const bad = put('bad.jsonl', goldenLines.replace('"start":38,"end":42', '"start":38,"end":4200'));
    const { code, out, err } = await naql(['validate', bad]);
    const [span, relation, ...others] = out.split('\n');
    expect([code, err]).toEqual([1, '']);
    expect(span).toBe(`${bad}:1: u1: There is no span 38–4200 in a text of 2348 code points.`);
    expect(relation).toMatch(/bad\.jsonl:1: r2: .*“u1”/);
    expect(others).toEqual(['']);
  });

  it('ends with 0 on warnings alone, and marks them', async () => {
    const crlf = put('crlf.txt', 'یک\r\nدو');
    const answer = await naql(['validate', crlf]);
    expect(answer.code).toBe(0);
    expect(answer.out).toMatch(/crlf\.txt: warning: /);
  });

  it('does not mind strangers in a folder, and minds a stranger that is named', async () => {
    const stranger = put('photo.png', 'PNG');
    put('a.txt', 'خبر');
    expect((await naql(['validate', folder])).code).toBe(0);
    expect(await naql(['validate', stranger])).toMatchObject({ code: 1, out: expect.stringContaining(`${stranger}: Naql does not read this kind of file.`) as string });
  });

  it('answers in JSON', async () => {
    const { code, out } = await naql(['validate', put('empty.txt', ''), '--json']);
    expect(code).toBe(1);
    const problem = { code: 'file-empty', severity: 'error', reason: 'The file holds no text.' };
    expect(JSON.parse(out)).toMatchObject({ command: 'validate', valid: false, files: 1, problems: [problem] });
  });
});

describe('formats of several files', () => {
  it('are named by their stem, and are read again together', async () => {
    mkdirSync(at('columns'));
    const out = at('columns/خبر.tokens.jsonl');
    const written = await naql(['convert', sample, '--to', 'conll2003-iob2', '--out', out]);
    expect(written.out.split('\n').map((name) => path.basename(name))).toContain('خبر.speaker+cue.iob2.conll');
    const { code, out: counts } = await naql(['stats', path.dirname(out)]);
    expect(code).toBe(0);
    expect(counts).toContain('labels.CUE\t');
  });
});

describe('stats and formats', () => {
  it('counts', async () => {
    const { code, out, err } = await naql(['stats', sample]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^articles\t1\ncharacters\t2348\n/);
    expect(out).toContain('labels.QUOTE\t19\n');
    expect(out).toContain('relations.RELAYED_BY\t0\n');
  });

  it('counts in JSON', async () => {
    const { out } = await naql(['stats', sample, '--json']);
    expect(JSON.parse(out)).toMatchObject({ counts: { articles: 1, entities: 3, labels: { QUOTE: 19 } }, problems: [] });
  });

  it('lists every format', async () => {
    const { out } = await naql(['formats', '--json']);
    expect((JSON.parse(out) as { formats: { id: string }[] }).formats.map(({ id }) => id)).toEqual(codecs.map(({ id }) => id));
    expect((await naql(['formats'])).out).toContain('native\tNaql JSON Lines\t.jsonl\tread write\n');
  });
});

describe('help and version', () => {
  it.each([['--help'], ['-h']])('%s', async (option) => expect((await naql([option])).out).toMatch(/^Usage: /));
  it('--version', async () => expect((await naql(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/));
});

describe('wrong usage ends with 2 and says why', () => {
  it.each([
    [[], 'There is no command.'],
    [['sing'], 'There is no command "sing".'],
    [['convert', sample], 'Give --to FORMAT.'],
    [['convert', sample, '--to', 'native'], 'Give --out FILE'],
    [['convert', sample, '--to', 'plain-text', '--out', '-'], 'There is no format "plain-text" to write.'],
    [['convert', sample, '--to', 'native', '--out', '-', '--json'], 'cannot hold both'],
    [['convert', '-', '--to', 'native', '--out', '-'], 'wants --from FORMAT'],
    [['validate'], 'Nothing to read'],
    [['validate', sample, '--from', 'odt'], 'There is no format "odt" to read.'],
    [['validate', sample, '--now', 'today'], '--now wants a time'],
    [['validate', sample, '--loud'], '--loud'],
  ])('%j', async (args, reason) => {
    const { code, out, err } = await naql(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(reason);
  });
});

describe('a file that cannot be reached ends with 3 and is named', () => {
  const notFound = (file: string) => ({ code: 3, out: '', err: `${file}: The file or folder was not found.\n` });

  it('to read', async () => expect(await naql(['stats', at('none.jsonl')])).toEqual(notFound(at('none.jsonl'))));

  it('to write', async () => {
    const out = at('none/a.jsonl');
    expect(await naql(['convert', sample, '--to', 'native', '--out', out])).toEqual(notFound(out));
  });
});
