import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { brat } from '../../shared/codecs/brat/brat.ts';
import { polnear } from '../../shared/codecs/brat/polnear.ts';
import { type Codec } from '../../shared/codecs/codec.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { dataset } from '../arbitraries/dataset.ts';
import { forAll } from '../arbitraries/for-all.ts';
import { interruptedQuote } from '../fixtures/native/interrupted-quote.ts';
import { bratFaults, type Named } from './brat-rules.ts';

function collection(codec: Codec, whole: Dataset): readonly Named[] {
  const [archive] = encode(codec, fit(whole, codec).dataset, 'a');
  return Object.entries(unzipSync(archive?.bytes ?? new Uint8Array())).map(([name, bytes]) => ({ name, bytes }));
}

/** PolNeAR keeps texts and annotations in two folders, brat in one: each annotator's work in a folder with the texts that it is about. */
function inOneFolder(files: readonly Named[]): readonly Named[] {
  const texts = new Map(files.filter(({ name }) => name.endsWith('.txt')).map(({ name, bytes }) => [name.replace(/^.*\/|\.txt$/g, ''), bytes]));
  return files.flatMap(({ name, bytes }): readonly Named[] => {
    const [, article = '', digits] = /([^/]*)_([0-9a-f]+)\.ann$/.exec(name) ?? [];
    const text = texts.get(article);
    if (digits !== undefined) return [{ name: `${digits}/${article}.ann`, bytes }, ...(text ? [{ name: `${digits}/${article}.txt`, bytes: text }] : [])];
    return name.endsWith('.conf') ? [{ name: name.replace(/^.*\//, ''), bytes }] : [];
  });
}

const sound = collection(brat, interruptedQuote);
const text = ({ bytes }: Named): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** The sound collection with one thing changed in files of this name's end. */
function hurt(end: string, change: (content: string) => string): readonly string[] {
  const files = sound.map((file) => (file.name.endsWith(end) ? { ...file, bytes: new TextEncoder().encode(change(text(file))) } : file));
  expect(files.map(text)).not.toEqual(sound.map(text));
  return bratFaults(files);
}

const utf16 = (line: string): string =>
  line.startsWith('T') ? line.replace(/\d+ \d+/g, (pair) => pair.split(' ').map((offset) => Number(offset) + 1).join(' ')) : line;

describe("brat's rules, written anew", () => {
  it('find nothing wrong with what we write of the fixture', () => {
    expect(sound.filter(({ name }) => name.endsWith('.ann'))).toHaveLength(2);
    expect(bratFaults(sound)).toEqual([]);
  });

  it('find nothing wrong with what we write of any Dataset', () => {
    forAll(dataset, (whole) => expect(bratFaults(collection(brat, whole))).toEqual([]));
  });

  it('find nothing wrong with the attributions that we write of any Dataset', () => {
    forAll(dataset, (whole) => {
      const files = collection(polnear, whole);
      expect(bratFaults(inOneFolder(files))).toEqual([]);
      const texts = files.filter(({ name }) => name.endsWith('.txt'));
      for (const { name } of texts) expect(inOneFolder(files).some((one) => one.name.endsWith(`/${name.replace(/^.*\//, '')}`))).toBe(true);
    });
  });

  it.each([
    ['UTF-16 offsets', 'A03/d1.ann', (all: string) => all.split('\n').map(utf16).join('\n'), /reference text/],
    ['CRLF in the annotations', 'A03/d1.ann', (all: string) => all.replaceAll('\n', '\r\n'), /carriage return/],
    ['CRLF in the text, before a mark', 'A03/d1.txt', (all: string) => `\r\n${all}`, /reference text/],
    ['a mark before the text', 'A03/d1.txt', (all: string) => `\ufeff${all}`, /reference text/],
    ['a mark before the annotations', 'A03/d1.ann', (all: string) => `\ufeff${all}`, /is no id/],
    ['a raw line feed in the reference text', 'A03/d1.ann', (all: string) => all.replace('گران نمی\u200cکنیم این', 'گران نمی\u200cکنیم\nاین'), /reference text/],
    ['a Unicode line end in a note', 'A03/d1.ann', (all: string) => all.replace('قول یا خبر', 'قول\u2028یا خبر'), /no tab/],
    ['pieces joined without a blank', 'A03/d1.ann', (all: string) => all.replace('نمی\u200cکنیم این', 'نمی\u200cکنیماین'), /reference text/],
    ['no line about overlaps', 'annotation.conf', (all: string) => all.replace(/<OVERLAP>.*\n/, ''), /T3 and T4 may not contain.*T3 and T5 may not cross/s],
    ['overlaps that may only contain', 'annotation.conf', (all: string) => all.replace('<OVL-TYPE>:<ANY>', '<OVL-TYPE>:contain'), /T3 and T5 may not cross/],
    ['a Persian type', 'A03/d1.ann', (all: string) => all.replace('QUOTE', 'نقل'), /another name/],
    ['a Persian type in the configuration', 'annotation.conf', (all: string) => all.replace('QUOTE\n', 'نقل\n'), /another name/],
    ['a type that the configuration lacks', 'annotation.conf', (all: string) => all.replace('SPEAKER\n', ''), /SPEAKER is not in the configuration/],
    ['an id that is not there', 'A03/d1.ann', (all: string) => all.replace('Arg2:T1', 'Arg2:T99'), /T99, which is not there/],
    ['an id twice', 'A03/d1.ann', (all: string) => all.replace('T2\t', 'T1\t'), /T1 is there twice/],
    ['a relation that the configuration forbids', 'A03/d1.ann', (all: string) => all.replace('Arg1:T3 Arg2:T1', 'Arg1:T1 Arg2:T3'), /may not lead/],
    ['an attribute of another label', 'A03/d1.ann', (all: string) => all.replace('mode T3', 'mode T1'), /SPEAKER has no attribute mode/],
    ['blanks in a value', 'A03/d1.ann', (all: string) => all.replace('title', 'title of office'), /one value/],
    ['blanks in an entity id', 'A03/d1.ann', (all: string) => all.replace('kb:P42', 'kb:P 42'), /db:id/],
    ['offsets beyond the text', 'A03/d1.ann', (all: string) => all.replace('50 68', '50 680'), /there is no 50–680/],
    ['pieces over each other', 'A03/d1.ann', (all: string) => all.replace('18 38;50 68', '18 52;50 68'), /pieces overlap/],
  ])('fail on %s', (_, name, change, expected) => expect(hurt(name, change).join('\n')).toMatch(expected));

  it('fail on a text without annotations, and on annotations without a text', () => {
    expect(bratFaults(sound.filter(({ name }) => name !== 'A03/d1.ann'))).toEqual(['A03/d1.txt: no .ann beside it']);
    expect(bratFaults(sound.filter(({ name }) => name !== 'A03/d1.txt'))).toEqual(['A03/d1.ann: no .txt beside it']);
  });
});
