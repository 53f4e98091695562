import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type NamedBytes } from '../../../shared/codecs/codec.ts';
import { batches, codecFor } from '../../../shared/codecs/codec-for.ts';
import { companies } from '../../../shared/codecs/companies.ts';
import { withoutSurroundings } from '../../../shared/codecs/surroundings.ts';

const file = (name: string, content = ''): NamedBytes => ({ name, bytes: new TextEncoder().encode(content) });
const native = '{"format":"naql.annotations","version":"1.0"}\n';
const attributions = 'T1\tContent 0 3\tخبر\nT2\tAttribution 0 3\tخبر\nE1\tAttribution:T2 Content:T1\n';
const webanno = '#FORMAT=WebAnno TSV 3.3\n\n\n#Text=خبر\n1-1\t0-3\tخبر\t\n';
const archive = (name: string, inside: Readonly<Record<string, string>>): NamedBytes => ({
  name, bytes: zipSync(Object.fromEntries(Object.entries(inside).map(([one, content]) => [one, new TextEncoder().encode(content)]))),
});
const standoff = '{"text_sha256":"","spans":[]}';
const tasks = '[{"data":{"text":"a"},"annotations":[]}]';
const spans = '{"text":"a","label":[[0,1,"A"]]}\n';
const entities = '{"text":"a","entities":[],"relations":[]}\n';
const linked = '{"@context":"http://www.w3.org/ns/anno.jsonld"}';

const row = '{"doc_id":"d1","text":"","spans":[]}\n';
const tags = '{"doc_id":"d1","tokens":[]}\n';

const jsonCas = '{"%TYPES":{},"%FEATURE_STRUCTURES":[]}';
const cases = (name: string, ...inside: readonly string[]): NamedBytes =>
  archive(name, Object.fromEntries(inside.map((one) => [one, one.endsWith('.json') ? jsonCas : ''])));

const sorted = (...files: readonly NamedBytes[]) => {
  const { batches: found, problems } = batches(files);
  return {
    found: found.map(({ codec, files: own }) => [codec.id, ...own.map(({ name }) => name)].join(' ')),
    problems: problems.map(({ code, place }) => `${code} ${place.file}`),
  };
};

describe('batches', () => {
  const sidecars = ['a.jsonl', 'a.schema.json', 'a.tagset.json'];
  const sortings: readonly (readonly [name: string, files: readonly NamedBytes[], expected: readonly string[]])[] = [
    ['a text', [file('a.txt')], ['plain-text a.txt']],
    ['texts together, however their extension is written', [file('a.txt'), file('b.TXT')], ['plain-text a.txt b.TXT']],
    ['lines with their sidecars', sidecars.map((name) => file(name)), [`native ${sidecars.join(' ')}`]],
    ['lines of two stems apart', [file('a.jsonl'), file('b.jsonl')], ['native a.jsonl', 'native b.jsonl']],
    ['annotations with their text', [file('a.json', standoff), file('a.txt')], ['standoff a.json a.txt']],
    ['annotations of one stem and the text of another', [file('a.json', standoff), file('b.txt')], ['standoff a.json', 'plain-text b.txt']],
    ['lines and a text of one stem', [file('a.jsonl'), file('a.txt')], ['native a.jsonl', 'plain-text a.txt']],
    ['lines under a strange name', [file('export', native)], ['native export']],
    ['brat files with all that is beside them', ['a.ann', 'a.txt', 'a.json', 'annotation.conf', 'unreferenced.json'].map((name) => file(name)),
      ['brat a.ann a.txt a.json annotation.conf unreferenced.json']],
    ['the two halves of a shared task', [file('a.a1'), file('a.a2'), file('a.txt'), file('b.txt')], ['brat a.a1 a.a2 a.txt', 'plain-text b.txt']],
    ['attributions with the text of another stem', [file('a_4e07.ann', attributions), file('a.txt')], ['polnear a_4e07.ann a.txt']],
    ['an unpacked release, its attributions in one folder and its texts in another',
      ['data/dev/attributions/d_4e07.ann', 'data/dev/attributions/annotation.conf', 'data/dev/text/d.txt', 'data/test/text/d.txt'].map((name) => file(name)),
      ['polnear data/dev/attributions/d_4e07.ann data/dev/attributions/annotation.conf data/dev/text/d.txt', 'plain-text data/test/text/d.txt']],
    ['the table of a release', [file('data/metadata.tsv', 'compartment\tfilename\tannotators\ndev\td\t4e07\n')], ['polnear data/metadata.tsv']],
    ['brat files in a folder', ['x/a.ann', 'x/a.txt', 'x/annotation.conf', 'x/unreferenced.json'].map((name) => file(name)), ['brat x/a.ann x/a.txt x/annotation.conf x/unreferenced.json']],
    ['an archive of brat files', [archive('a.zip', { 'x/d.ann': '', 'x/d.txt': 'خبر' })], ['brat a.zip']],
    ['an archive laid out as PolNeAR is', [archive('a.zip', { 'attributions/d_4e07.ann': '', 'text/d.txt': 'خبر' })], ['polnear a.zip']],
    ['an archive of attributions in one folder', [archive('a.zip', { 'd.ann': attributions, 'd.txt': 'خبر' })], ['polnear a.zip']],
    ['WebAnno files', [file('a.tsv', webanno), archive('b.zip', { 'd.tsv': webanno })], ['webanno-tsv a.tsv b.zip']],
    ['tasks with their labelling config', [file('a.json', tasks), file('a.config.xml', '<View/>')], ['label-studio a.json a.config.xml']],
    ['tasks and a text of one stem', [file('a.json', tasks), file('a.txt')], ['label-studio a.json', 'plain-text a.txt']],
    ['lines of doccano', [file('a.jsonl', spans)], ['doccano a.jsonl']],
    ['lines of a relation project', [file('a.jsonl', entities)], ['doccano-relations a.jsonl']],
    ['W3C annotations with relations and articles', ['a.articles.jsonl', 'a.jsonld', 'a.relations.jsonld'].map((name) => file(name)), ['w3c a.articles.jsonl a.jsonld a.relations.jsonld']],
    ['W3C annotations with their text', [file('a.jsonld', linked), file('a.txt')], ['w3c a.jsonld a.txt']],
    ['W3C annotations under the extension of JSON', [file('a.json', linked), file('a.txt')], ['w3c a.json a.txt']],
    ['W3C annotations and the texts that they name', [file('a.jsonld', '{"source":"https://x/b.txt"}'), file('b.txt'), file('c.txt')], ['w3c a.jsonld b.txt', 'plain-text c.txt']],
    ['W3C annotations and the text that a URN names, in a folder', [file('x/a.jsonld', '{"source":"urn:doc:b"}'), file('x/b.txt'), file('x/c.txt'), file('x/bb.txt')],
      ['w3c x/a.jsonld x/b.txt', 'plain-text x/c.txt x/bb.txt']],
    ['columns in a file of text', [file('train.txt', '-DOCSTART- -X- -X- O\n\nگفت -X- -X- B-Cue\n: -X- -X- O\nبرق -X- -X- B-Quote\n'), file('dev.txt', 'برق\tO\nرا\tO\nگفت\tS-Cue\n')],
      ['conll2003-iob2 train.txt', 'conll-tab-bioes dev.txt']],
    ['texts that only look like columns', [file('a.txt', 'vitamin B-12\nvitamin O\n'), file('b.txt', 'گروه خونی O\nاین یک خبر است.\nو این هم.\n'), file('c.txt', '-DOCSTART-\n')], ['plain-text a.txt b.txt c.txt']],
    ['columns with their tokens', [file('a.tokens.jsonl'), file('a.quote.iob2.conll', 'x -X- -X- O\n'), file('a.cue.iob2.conll')],
      ['conll2003-iob2 a.tokens.jsonl a.quote.iob2.conll a.cue.iob2.conll']],
    ['columns whose tokens were given another name', [file('a.jsonl', '{"text":"x","sentences":[]}'), file('a.quote.iob2.conll', 'x O\n')],
      ['conll2003-iob2 a.jsonl a.quote.iob2.conll']],
    ['columns of two stems apart', [file('a.q.bioes.conll', 'x\tS-Q\n'), file('b.iob2', 'x O\n')], ['conll-tab-bioes a.q.bioes.conll', 'conll2003-iob2 b.iob2']],
    ['CoNLL-U under another name', [file('a.conll', '# text = x\n1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n')], ['conllu-plus a.conll']],
    ['CoNLL-U Plus', [file('a.conllup'), file('b.conllu')], ['conllu-plus a.conllup', 'conllu-plus b.conllu']],
    ['lines for spaCy with their script', [file('a.jsonl', '{"text":"x","spans":{"sc":[]}}'), file('a.to_docbin.py')], ['spacy a.jsonl a.to_docbin.py']],
    ['what spaCy says of a Doc', [file('a.json', '{\n"text":"x",\n"ents":[]}')], ['spacy a.json']],
    ['tasks of Prodigy', [file('a.jsonl', '{"text":"x","spans":[],"answer":"accept"}')], ['prodigy a.jsonl']],
    ['texts with spans by their places, as Prodigy takes them', [file('a.jsonl', '{"text":"x","spans":[{"start":0,"end":1,"label":"A"}]}')], ['prodigy a.jsonl']],
    ['tasks of Prodigy that nobody has answered', [file('a.jsonl', '{"text":"x","spans":[{"start":0,"end":1,"token_start":0,"token_end":0,"label":"A"}]}')],
      ['prodigy a.jsonl']],
    ['the tables of a dataset together', [file('data/train.jsonl', row), file('bio/train.jsonl', tags), file('data/test.jsonl', row)],
      ['hf-jsonl data/train.jsonl bio/train.jsonl data/test.jsonl']],
    ['Parquet by what stands in it', [file('data/train-00000-of-00001.parquet', 'PAR1'), file('test', 'PAR1')],
      ['hf-parquet data/train-00000-of-00001.parquet test']],
    ['native lines beside rows of a dataset', [file('a.jsonl', native), file('b.jsonl', row)], ['native a.jsonl', 'hf-jsonl b.jsonl']],
    ['XMI files of several stems and their types together', [file('a.xmi'), file('TypeSystem.xml'), file('b.xmi')], ['uima-xmi a.xmi TypeSystem.xml b.xmi']],
    ['an archive with XMI files', [cases('a.zip', 'TypeSystem.xml', 'd1.xmi')], ['uima-xmi a.zip']],
    ['an archive with JSON CASes', [cases('a.zip', 'd1.json')], ['uima-json a.zip']],
    ['JSON CASes together', [file('a.json', jsonCas), file('b.json', jsonCas)], ['uima-json a.json b.json']],
    ['names with dots', [file('خبر.1.json', standoff), file('خبر.1.txt')], ['standoff خبر.1.json خبر.1.txt']],
    ['several attributions of one text, beside brat files whose names end in such digits',
      [file('a_4e07.ann', attributions), file('a_4b22.ann', attributions), file('a.txt'), file('b_beef.ann'), file('b_beef.txt')],
      ['brat b_beef.ann b_beef.txt', 'polnear a_4e07.ann a_4b22.ann a.txt']],
    ['a compartment with its table, and texts of the other name',
      [...['x/attributions/d_0000.ann', 'x/metadata.tsv', 'x/text/d.txt'].map((name) => file(name, name.endsWith('tsv') ? 'compartment\tfilename\tannotators\n' : '')), file('text/e.txt'), file('text/e.ann')],
      ['brat text/e.txt text/e.ann', 'polnear x/attributions/d_0000.ann x/text/d.txt x/metadata.tsv']],
    ['W3C annotations of two stems with relations and a text that one of them names',
      [file('a.jsonld', linked), file('b.jsonld', '{"source":"https://x/c.txt"}'), file('b.relations.jsonld', linked), file('c.txt')],
      ['w3c a.jsonld', 'w3c b.jsonld b.relations.jsonld c.txt']],
    ['the folder of an export', ['out/MANIFEST.sha256', 'out/README.md', 'out/LICENSE', 'out/export.json', 'out/gold.jsonl', 'out/loss-report.json', 'out/rehydrate.py', 'out/splits.lock.jsonl', 'out/train.jsonl', 'out/test.jsonl']
      .map((name) => file(name)), ['native out/train.jsonl', 'native out/test.jsonl']],
  ];
  it.each(sortings)('%s', (_, files, expected) => expect(sorted(...files)).toEqual({ found: expected, problems: [] }));

  it.each(sortings)('%s: each file is read by the same format where they are parted by their names before', (_, files) => {
    const read = (some: readonly NamedBytes[]): readonly string[] => batches(some).batches.flatMap(({ codec, files: own }) => own.map(({ name }) => `${codec.id} ${name}`));
    expect(companies(withoutSurroundings(files)).flatMap(read).sort()).toEqual([...read(files)].sort());
  });

  it.each([
    ['a picture', [file('a.png', '\x89PNG')]],
    ['another JSON', [file('a.json', '{"a":1}')]],
    ['a broken JSON', [file('a.json', '{')]],
    ['a table of another kind', [file('a.tsv', '1\t2')]],
    ['an archive of pictures', [archive('a.zip', { 'a.png': 'PNG' })]],
    ['a labelling config alone', [file('a.config.xml', '<View/>')]],
    ['an archive of something else', [cases('a.zip', 'x.png')]],
    ['a tag set alone', [file('a.tagset.json', '{}')]],
  ])('%s is nobody\'s, and says so', (_, files) =>
    expect(sorted(...files, file('b.txt'))).toEqual({ found: ['plain-text b.txt'], problems: [`format-unknown ${files[0]?.name}`] }));
});

describe('a web page that was saved as a text', () => {
  const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
  it.each([
    ['by its document type', '<!DOCTYPE html>\n<p>خبر'], ['by its outermost element', '  <HTML lang="fa"><p>خبر'], ['behind a mark and a comment', '\ufeff<!-- ذخیره شد -->\n<html>خبر'],
    ['behind what XML begins with', '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="x">خبر'], ['in UTF-16', utf16('<!doctype html><p>خبر')],
  ])('is known for one %s', (_, content) => expect(sorted(typeof content === 'string' ? file('a.txt', content) : { name: 'a.txt', bytes: content })).toEqual({ found: ['page a.txt'], problems: [] }));

  it.each([['words before it', 'خبر <html>'], ['another element', '<htmlx>خبر'], ['a part of a page', '<p>خبر</p>'], ['the words alone', 'html خبر']])(
    'is no page with %s', (_, content) => expect(sorted(file('a.txt', content)).found).toEqual(['plain-text a.txt']));

  it('stays the text of annotations that lie beside it: their offsets count its markup', () =>
    expect(sorted(file('a.txt', '<html>خبر'), file('a.ann', '')).found).toEqual(['brat a.txt a.ann']));
});

describe('an archive that is nobody’s as a whole', () => {
  it('is opened, and what is in it is sorted apart, under names of its own', () => {
    const inside = archive('b.zip', { 'x/a.txt': 'خبر', 'a.html': '<p>', 'n.jsonl': native, 'a.png': 'PNG' });
    expect(sorted(file('a.txt'), inside)).toEqual({
      found: ['plain-text a.txt', 'native b.zip/n.jsonl', 'page b.zip/a.html', 'plain-text b.zip/x/a.txt'], problems: ['format-unknown b.zip/a.png'],
    });
  });

  it('is opened once: archives in it stay closed', () =>
    expect(sorted(archive('a.zip', { 'a.txt': 'x', 'b.zip': 'PK\x03\x04' })).problems).toEqual(['format-unknown a.zip/b.zip']));
});

describe('files that nobody reads', () => {
  it.each([
    ['a PDF', file('a.pdf', '%PDF-1.7'), 'file-is-pdf'],
    ['a PDF that is called a text', file('a.txt', '%PDF-1.7'), 'file-is-pdf'],
    ['a document of old Word', { name: 'a.doc', bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) }, 'file-is-old-office'],
    ['a document with a password', { name: 'a.docx', bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0x45, ...Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat()) }, 'file-is-locked'],
    ['a picture', file('a.png', 'PNG'), 'format-unknown'],
    ['a broken archive', file('a.zip', 'PK\x03\x04'), 'zip-broken'],
  ])('%s is told why', (_, one, code) => expect(batches([one]).problems.map((found) => found.code)).toEqual([code]));
});

describe('tables and pages', () => {
  it.each([
    ['a.csv', 'text,date\nx,y\n', 'corpus'],
    ['a.tsv', 'متن\tتاریخ\nx\ty\n', 'corpus'],
    ['a.jsonl', '{"title":"a","body":"b"}\n', 'corpus'],
    ['a.jsonl', '{"text":"a","id":7}\n', 'corpus'],
    ['a.json', '[{"title":"a","body":"b"}]', 'corpus'],
    ['a.json', '{"title":"a"}', undefined],
    ['a.HTM', '<p>', 'page'],
  ])('%s %s', (name, content, expected) => expect(codecFor(file(name, content))?.id).toBe(expected));
});

describe('codecFor', () => {
  it.each([
    ['a.txt', '', 'plain-text'],
    ['a.jsonl', '', 'native'],
    // Nothing in them is an annotation: rows of a corpus whose columns have names that other formats use as well.
    ['a.jsonl', '{"doc_id":"d1","text":""}', 'corpus'],
    ['a.jsonl', '{"text":"a","label":"politics"}', 'corpus'],
    ['a.jsonl', '{"text":"a","label":3,"tokens":["a"],"labels":["politics","energy"]}', 'corpus'],
    ['a.jsonl', '{"text":"a","text_sha256":"0","entities":"Tehran"}', 'corpus'],
    ['a.jsonl', '{"@context":"https://schema.org","headline":"a","articleBody":"b"}', 'corpus'],
    // Annotations of a shape that nobody knows are no row: they would be lost without a word.
    ['a.jsonl', '{"doc_id":"d1","text":"a","spans":[{"from":0}]}', 'hf-jsonl'],
    ['a.jsonl', '{"text":"a","relations":[{"from":0}]}', 'native'],
    ['a.jsonl', '{"text":"a","entities":{"PER":[[0,1]]}}', 'native'],
    ['a.jsonl', '{"text":"a","annotations":[]}', 'native'],
    ['a.jsonl', row, 'hf-jsonl'],
    ['a.parquet', 'PAR1', 'hf-parquet'],
    ['a.json', standoff, 'standoff'],
    ['a.bin', native, 'native'],
    ['a.json', tasks, 'label-studio'],
    ['a.jsonl', spans, 'doccano'],
    ['a.jsonld', '', 'w3c'],
    ['a.docx', 'PK', undefined],
  ])('%s', (name, content, expected) => expect(codecFor(file(name, content))?.id).toBe(expected));
});
