import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '../../electron/cli/read-dataset.ts';
import { decodeNamed } from '../../electron/cli/decode-named.ts';
import { type Codec, type NamedBytes } from '../../shared/codecs/codec.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { codecs } from '../../shared/codecs/registry.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
import { upToIds } from '../laws/up-to-ids.ts';
import { naql } from './terminal.ts';
import { wordFile } from '../shared/codecs/texts/archives.ts';

const root = path.resolve(import.meta.dirname, '../..');
const readers = codecs.filter(({ decode }) => decode);
const writers = codecs.filter(({ write }) => write);

let folder = '';
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'naql-pairs-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const filesIn = (place: string): readonly NamedBytes[] =>
  readdirSync(place, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name)).toSorted()
    .map((file) => ({ name: path.relative(place, file).replaceAll(path.sep, '/'), bytes: new Uint8Array(readFileSync(file)) }));

/** What is read only, each in a file of its own kind. */
const articles: Readonly<Record<string, NamedBytes>> = {
  'plain-text': { name: 'a.txt', bytes: Buffer.from('🔴 وزیر گفت: «می‌سازیم».\nپایان خبر.\n') },
  page: { name: 'a.html', bytes: Buffer.from(`<!doctype html><title>خبر</title><article><h1>خبر</h1><p>${'وزیر گفت که می‌سازیم و به پایان می‌بریم. '.repeat(20)}</p></article>`) },
  corpus: { name: 'a.csv', bytes: Buffer.from('title,text\nیک,وزیر گفت\nدو,مدیر افزود\n') },
  docx: wordFile('a.docx', '<w:p><w:r><w:t>وزیر گفت</w:t></w:r></w:p><w:p><w:r><w:t>مدیر افزود</w:t></w:r></w:p>'),
};

/** A folder with files that this Codec reads, and the path that is given to the command. */
function sourceFor(codec: Codec): { readonly given: string; readonly files: readonly NamedBytes[] } {
  const place = path.join(folder, 'from', codec.id);
  mkdirSync(place, { recursive: true });
  const own = articles[codec.id];
  if (codec.id === 'standoff') for (const name of ['seed.json', 'seed.txt']) copyFileSync(path.join(root, 'seeds/sample', name), path.join(place, name));
  else if (own) writeFileSync(path.join(place, own.name), own.bytes);
  else {
    const written = encode(codec, fit(goldenCorpus, codec).dataset, 'a');
    // Of a dataset's folder the file of its documents: each folder in a folder is read on its own.
    for (const { name, bytes } of codec.layout === 'folder' ? written.slice(0, 1) : written) {
      mkdirSync(path.dirname(path.join(place, path.basename(name))), { recursive: true });
      writeFileSync(path.join(place, path.basename(name)), bytes);
    }
  }
  return { given: place, files: filesIn(place) };
}

const textsOf = (files: readonly NamedBytes[]) => new Map(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]));

const context = contextOf({ now: '1970-01-01T00:00:00.000Z', unit: null, reading: {} });

function readBy(codec: Codec, files: readonly NamedBytes[]): Dataset {
  const { dataset, problems } = decodeNamed(codec, files, context);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!dataset) throw new Error(`${codec.id} read nothing`);
  return dataset;
}

describe.each(readers.map((codec) => [codec.id, codec] as const))('convert from %s', (from, reader) => {
  it.each(writers.map((codec) => [codec.id, codec] as const))('to %s keeps all that it says it can hold', { timeout: 60_000 }, async (to, writer) => {
    const { given, files } = sourceFor(reader);
    const before = readBy(reader, files);
    const out = path.join(folder, 'to', from, to);
    mkdirSync(out, { recursive: true });
    const answer = await naql(['convert', given, '--from', from, '--to', to, '--out', path.join(out, `a.${writer.extensions[0] ?? ''}`)]);
    expect(answer).toMatchObject({ code: 0 });
    const { dataset: expected } = fit(before, writer);
    const written = filesIn(out);
    if (writer.decode) {
      const again = readBy(writer, written);
      expect(upToIds(again, writer.capabilities)).toEqual(upToIds(expected, writer.capabilities));
    } else expect(textsOf(written)).toEqual(textsOf(encode(writer, expected, 'a')));
  });
});
