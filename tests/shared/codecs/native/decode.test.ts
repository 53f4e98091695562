import { describe, expect, it } from 'vitest';
import { type Decoded, type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { decodeNative } from '../../../../shared/codecs/native/decode.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { native } from '../../../../shared/codecs/native/native.ts';
import { checkDataset } from '../../../../shared/model/check.ts';
import { type Problem } from '../../../../shared/result.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';


const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const named = (text: string | Uint8Array): NamedBytes => ({ name: 'a.jsonl', bytes: typeof text === 'string' ? bytes(text) : text });
const read = (...files: readonly NamedBytes[]): Decoded => decodeNative(files, { schemas: [seedSchema], now: '' });

const whole = new TextDecoder().decode(encode(native, interruptedQuote, 'a')[0]?.bytes);
const [first, second, others] = whole.trimEnd().split('\n') as [string, string, string];
const lines = (...list: readonly string[]): string => list.map((line) => `${line}\n`).join('');

/** The first line, with one thing altered. */
function altered(path: string, value: unknown): string {
  const line = JSON.parse(first) as Record<string, unknown>;
  const keys = path.split('.');
  const holder = keys.slice(0, -1).reduce((inside, key) => inside[key] as Record<string, unknown>, line);
  if (value === undefined) delete holder[keys.at(-1) as string];
  else holder[keys.at(-1) as string] = value;
  return JSON.stringify(line);
}

const valueAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], JSON.parse(first));

const summary = ({ code, severity, place }: Problem) =>
  [severity, code, place.line, place.record].filter((part) => part !== undefined).join(' ');
const annotations = ({ dataset }: Decoded, set = 0): readonly string[] => dataset?.sets[set]?.annotations.map(({ id }) => id) ?? [];
const relations = ({ dataset }: Decoded): readonly string[] => dataset?.sets[0]?.relations.map(({ id }) => id) ?? [];

describe('a native file as it should be', () => {
  it('comes back whole', () => expect(read(named(whole))).toEqual({ dataset: interruptedQuote, problems: [] }));

  it('comes back from its sidecar where nobody knows its schema', () => {
    const schema = { ...seedSchema, id: 'another.schema' };
    const files = encode(native, { ...interruptedQuote, schema }, 'a');
    expect(read(...files)).toEqual({ dataset: { ...interruptedQuote, schema }, problems: [] });
  });

  it('may lack its last line end', () => expect(read(named(whole.trimEnd()))).toEqual({ dataset: interruptedQuote, problems: [] }));

  it('may hold blank lines', () =>
    expect(read(named(lines('', first, '  ', second, others)))).toEqual({ dataset: interruptedQuote, problems: [] }));

  it('may lack the tokens and the Jalali date, which are derived', () => {
    const bare = altered('meta.published_jalali', undefined).replace(/"tokens":\[.*?\],/, '');
    expect(bare).not.toContain('tokens');
    expect(read(named(lines(bare, second, others)))).toEqual({ dataset: interruptedQuote, problems: [] });
  });

  it('may come from a later minor version', () =>
    expect(read(named(whole.replaceAll('"version":"1.0","offset', '"version":"1.7","offset'))).problems).toEqual([]));
});

describe('accepted with a warning, and everything taken in', () => {
  it.each([
    ['a byte order mark', `\ufeff${whole}`, 'warning byte-order-mark 1'],
    ['CRLF line ends', whole.replaceAll('\n', '\r\n'), 'warning carriage-returns 1'],
    ['an annotator of a span who is not that of its set', lines(altered('spans.0.by', 'A99'), second, others), 'warning repetition-differs 1 s1'],
    ['a role of a span that its set has not', lines(altered('spans.0.status', 'adjudicated'), second, others), 'warning repetition-differs 1 s1'],
    ['a field of a fragment that nobody knows', lines(altered('spans.0.fragments.0.colour', 'red'), second, others), 'warning field-not-kept 1 s1'],
    ['another title on a later line', lines(first, second.replace('وزیر نیرو: برق', 'برق'), others), 'warning article-fields-differ 2 d1'],
  ])('%s', (_, text, expected) => {
    const decoded = read(named(text));
    expect(decoded.problems.map(summary)).toEqual([expected]);
    expect(decoded.dataset).toEqual(interruptedQuote);
  });
});

describe('fields that nobody knows, inside records', () => {
  const fields = [
    ['a span', 'spans.0.colour', 'span set-1 s1'], ['a relation', 'relations.0.weight', 'relation set-1 r1'], ['the source data', 'meta.desk', 'meta'], ['the set', 'set.round', 'set set-1'],
  ] as const;
  const foreign = { deep: ['قرمز', 1, null, { __proto__: null, a: true }] };
  it.each(fields)('of %s are kept with the article, and come back where they were', (_, path, place) => {
    const text = lines(altered(path, foreign), second, others);
    const { dataset, problems } = read(named(text));
    expect(problems).toEqual([]);
    const name = path.slice(path.lastIndexOf('.') + 1);
    expect(dataset?.articles[0]?.extra).toMatchObject({ record_fields: { [place]: { [name]: JSON.parse(JSON.stringify(foreign)) as object } } });
    const [again] = encode(native, dataset ?? interruptedQuote, 'a');
    expect(JSON.parse(new TextDecoder().decode(again?.bytes).split('\n')[0] ?? '')).toEqual(JSON.parse(text.split('\n')[0] ?? ''));
    expect(read(again as NamedBytes).dataset).toEqual(dataset);
  });

  it('of records that are gone stay beside the others, and of records that never were go', () => {
    const { dataset } = read(named(lines(altered('relations.0.weight', 2), second, others)));
    const without = { ...(dataset ?? interruptedQuote), sets: (dataset?.sets ?? []).map((set) => ({ ...set, relations: [] })) };
    const [file] = encode(native, without, 'a');
    expect(new TextDecoder().decode(file?.bytes).split('\n')[0]).toContain('"record_fields":{"relation set-1 r1":{"weight":2}}');
    expect(read(file as NamedBytes).dataset).toEqual(without);
    const unsound = read(named(lines(altered('spans.0', { id: 's1', colour: 'red' }), second, others)));
    expect(unsound.dataset?.articles[0]?.extra).not.toHaveProperty('record_fields');
  });

  it('make room for a field of that name that somebody else has put there, and say so', () => {
    const line = JSON.parse(altered('spans.0.colour', 'red')) as object;
    const { dataset, problems } = read(named(lines(JSON.stringify({ ...line, record_fields: 'mine' }), second, others)));
    expect(problems.map(summary)).toContain('warning field-not-kept 1 d1');
    expect(dataset?.articles[0]?.extra).toMatchObject({ record_fields: 'mine' });
  });
});

describe('nothing to read', () => {
  it.each([
    ['an empty file', '', ['error file-empty']],
    ['blank lines', '\n \n', ['error file-empty']],
    ['a text', 'سلام\n', ['error line-not-json 1']],
    ['a JSON array', '[1]\n', ['error line-not-json 1']],
    ['a file of another program', '{"text":"سلام","label":[]}\n{"text":"خبر","label":[]}\n', ['error line-without-format 1']],
    ['a later major version', whole.replaceAll('"version":"1.0","offset', '"version":"2.0","offset'), ['error version-unknown 1']],
    ['a schema that nobody knows', whole.replaceAll('"id":"naql.attribution"', '"id":"other"'), ['error schema-unknown 1']],
    ['a version of it that nobody knows', whole.replaceAll(/(attribution","version":)"1.0"/g, '$1"3.0"'), ['error schema-unknown 1']],
  ])('%s', (_, text, expected) => {
    const decoded = read(named(text));
    expect(decoded.problems.map(summary)).toEqual(expected);
    expect(decoded.dataset).toBeNull();
  });

  it('another minor version is read by the one at hand', () => {
    const decoded = read(named(whole.replaceAll(/(attribution","version":)"1.0"/g, '$1"1.7"')));
    expect(decoded.problems).toEqual([]);
    expect(decoded.dataset).toEqual(interruptedQuote);
  });

  it('a sidecar alone', () => {
    const { problems } = read({ name: 'a.tagset.json', bytes: bytes(JSON.stringify(seedSchema)) });
    expect(problems.map(summary)).toEqual(['error annotations-missing']);
  });

  it('a tag set that is none is named, and the file is read by the schema at hand', () => {
    const decoded = read(named(whole), { name: 'a.tagset.json', bytes: bytes('{"id":3}') });
    expect(decoded.problems[0]?.place.file).toBe('a.tagset.json');
    expect(decoded.dataset).toEqual(interruptedQuote);
  });
});

describe('an unsound line is left out, the others are taken in', () => {
  const ownText = /"text":"🔴.*?"text_sha256":"[^"]*"/;
  const otherText = `"text":"خبر","text_sha256":"${fingerprint('خبر')}"`;
  const notUtf8 = Uint8Array.from([...bytes('{"a":"'), 0xc8, 0xd1, ...bytes(`"}\n${first}\n`)]);
  it.each([
    ['cut off', lines(second.slice(0, 200), first), 'error line-not-json 1'],
    ['not UTF-8', notUtf8, 'error line-not-utf8 1'],
    ['nested without end', lines(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, first), 'error line-too-deep 1'],
    ['without a text', lines(first, second.replace('"text":"🔴', '"test":"🔴')), 'error field-wrong 2 d1'],
    ['with offsets of another unit', lines(first, second.replace('code_point', 'utf-16')), 'error field-wrong 2 d1'],
    ['with another text under a known id', lines(first, second.replace(ownText, otherText)), 'error article-text-differs 2 d1'],
    ['with a text that is not the one it was made for', lines(first, second.replace('پایان خبر', 'پایان')), 'error fingerprint-wrong 2 d1'],
    ['the same set once more', lines(first, first), 'error set-twice 2 set-1'],
    ['nobody\'s set', lines(first, second.replace('"annotator":"M01"', '"annotator":"M99"')), 'error annotator-unknown 2 d1'],
  ])('%s', (_, text, expected) => {
    const decoded = read(named(text));
    expect(decoded.problems.map(summary)).toContain(expected);
    expect(decoded.problems.filter(({ severity }) => severity === 'error').every(({ place }) => place.file === 'a.jsonl')).toBe(true);
    expect(annotations(decoded)).toEqual(['s1', 'c1', 'q1', 'k1', 'c2']);
    expect(decoded.dataset?.sets.length).toBe(1);
  });
});

describe('an unsound record is left out, the rest of its line is taken in', () => {
  const pieces = valueAt('spans.2.fragments') as unknown[];
  const verb = { name: 'form', value: 'verb' };
  const attributes = (...list: readonly object[]): string => altered('spans.1.attributes', list);
  it.each([
    ['a span outside the text', altered('spans.1.fragments.0.end', 900), 'error span-outside-text 1 c1', 'c1'],
    ['an empty span', altered('spans.1.fragments.0.end', 12), 'error span-outside-text 1 c1', 'c1'],
    ['a negative offset', altered('spans.1.fragments.0.start', -1), 'error field-wrong 1 c1', 'c1'],
    ['an offset that is no integer', altered('spans.1.fragments.0.start', 12.5), 'error field-wrong 1 c1', 'c1'],
    ['UTF-16 offsets', altered('spans.1.fragments.0', { start: 13, end: 16, text: 'گفت' }), 'error span-text-differs 1 c1', 'c1'],
    ['pieces in the wrong order', altered('spans.2.fragments', pieces.toReversed()), 'error span-order 1 q1', 'q1'],
    ['two pieces of what must be one', altered('spans.1.fragments', pieces), 'error pieces-not-allowed 1 c1', 'c1'],
    ['no piece', altered('spans.1.fragments', []), 'error field-wrong 1 c1', 'c1'],
    ['an id that is there', altered('spans.4.id', 'c1'), 'error id-twice 1 c1', 'c2'],
    ['an id with a blank', altered('spans.1.id', 'c 1'), 'error field-wrong 1 c 1', 'c1'],
    ['a label that nobody knows', altered('spans.1.label', 'TONE'), 'error label-unknown 1 c1', 'c1'],
    ['an attribute that nobody knows', attributes({ ...verb, name: 'tone' }), 'error attribute-unknown 1 c1', 'c1'],
    ['a value that nobody knows', attributes({ ...verb, value: 'x' }), 'error attribute-wrong 1 c1', 'c1'],
    ['an attribute twice', attributes(verb, verb), 'error attribute-twice 1 c1', 'c1'],
    ['an attribute called __proto__', attributes({ ...verb, name: '__proto__' }), 'error attribute-unknown 1 c1', 'c1'],
    ['a link to nobody', altered('spans.0.links', ['kb:P99']), 'error entity-unknown 1 s1', 's1'],
    ['a link where none belongs', altered('spans.1.links', ['kb:P42']), 'error entity-not-allowed 1 c1', 'c1'],
    ['a number for a span', altered('spans.1', 7), 'error field-wrong 1', 'c1'],
  ])('%s', (_, line, expected, gone) => {
    const decoded = read(named(lines(line, second)));
    expect(decoded.problems.map(summary)).toContain(expected);
    expect(annotations(decoded)).toEqual(['s1', 'c1', 'q1', 'k1', 'c2'].filter((id) => id !== gone));
    expect(annotations(decoded, 1)).toEqual(['c1']);
    expect(decoded.dataset && checkDataset(decoded.dataset)).toEqual([]);
  });

  it.each([
    ['pointing at nothing', altered('relations.0.tail', 'zz'), 'error relation-end-missing 1 r1'],
    ['pointing at an entity and naming a span', altered('relations.0.tail_kind', 'entity'), 'error relation-end-missing 1 r1'],
    ['from nothing', altered('relations.0.head', 'zz'), 'error relation-end-missing 1 r1'],
    ['of a type that nobody knows', altered('relations.0.label', 'LOVES'), 'error relation-unknown 1 r1'],
    ['between labels that it does not link', altered('relations.0.tail', 'k1'), 'error relation-not-allowed 1 r1'],
    ['whose span was left out', altered('spans.0.label', 'TONE'), 'error relation-end-missing 1 r1'],
    ['without a tail', altered('relations.0.tail', undefined), 'error field-wrong 1 r1'],
  ])('a relation %s', (_, line, expected) => {
    const decoded = read(named(lines(line, second)));
    expect(decoded.problems.map(summary)).toContain(expected);
    expect(relations(decoded)).toEqual(['r2', 'r3']);
  });

  it('an entity that is described in two ways stays as it was first', () => {
    const other = altered('entities.0.name', 'دیگری').replaceAll('set-1', 'set-3');
    const decoded = read(named(lines(first, other, others)));
    expect(decoded.problems.map(summary)).toEqual(['error record-differs 2 kb:P42']);
    expect(decoded.dataset?.entities).toEqual(interruptedQuote.entities);
  });
});

it('counts the problems of a file that is wrong all over, and lists the first thousand', () => {
  const { problems } = read(named('x\n'.repeat(1500)));
  expect(problems.length).toBe(1001);
  expect(problems.at(-1)).toMatchObject({ code: 'further-problems', values: { count: 500 } });
});
