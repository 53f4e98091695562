import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DecodeContext, type Decoded, type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { prodigy } from '../../../../shared/codecs/prodigy/prodigy.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const context: DecodeContext = { schemas: [seedSchema], now: '2024-01-01T00:00:00.000Z' };
const file = (content: string): NamedBytes => ({ name: 'a.jsonl', bytes: new TextEncoder().encode(content) });
const read = (...lines: readonly object[]): Decoded =>
  prodigy.decode?.([file(lines.map((line) => JSON.stringify(line)).join('\n'))], context) ?? { dataset: null, problems: [] };
const codes = ({ problems }: Decoded): readonly string[] => problems.map(({ code }) => code);
const labels = ({ dataset }: Decoded): readonly string[] => (dataset?.sets ?? []).flatMap((set) => set.annotations.map(({ label }) => label));

interface Token { readonly text: string; readonly start: number; readonly end: number; readonly id: number; readonly ws: boolean }
interface TaskSpan { start: number; end: number; token_start: number; token_end: number; label: string; id: string }
interface Task {
  text: string;
  tokens: Token[];
  spans: TaskSpan[];
  relations: { head: number; child: number; head_span: TaskSpan; child_span: TaskSpan; label: string; id?: string }[];
  answer?: string;
  naql: Record<string, unknown>;
}
const golden = readFileSync(path.resolve(import.meta.dirname, '../../../fixtures/prodigy/interrupted-quote.jsonl'), 'utf8');
const task = (): Task => JSON.parse(golden.split('\n')[0] ?? '') as Task;
const altered = (alter: (one: Task) => void): Decoded => {
  const line = task();
  alter(line);
  return read(line);
};

describe('a task as Prodigy has it', () => {
  const { text, tokens, spans, relations } = task();
  const points = Array.from(text);

  it('numbers its tokens, and they give back the text', () => {
    expect(tokens.map(({ id }) => id)).toEqual(tokens.map((_, index) => index));
    expect(tokens.map(({ text: word, ws }) => `${word}${ws ? ' ' : ''}`).join('')).toBe(text);
    for (const one of tokens) expect(points.slice(one.start, one.end).join('')).toBe(one.text);
  });

  it('says the last token of a span, which belongs to it: of a word alone first and last are one', () => {
    for (const one of spans) {
      expect(tokens[one.token_start]?.start).toBe(one.start);
      expect(tokens[one.token_end]?.end).toBe(one.end);
    }
    expect(spans.find(({ id }) => id === 'c1')).toMatchObject({ token_start: 3, token_end: 3 });
  });

  it('leads relations from last token to last token', () => {
    expect(relations.map(({ head, child, label }) => [head, child, label])).toEqual([[9, 2, 'SAID_BY'], [9, 3, 'CUED_BY'], [9, 12, 'CUED_BY']]);
    for (const one of relations) expect([one.head_span.token_end, one.child_span.token_end]).toEqual([one.head, one.child]);
  });

  it('has no hash, which is Prodigy\'s to make, and no answer where nobody has looked', () => {
    const [bare] = encode(prodigy, { ...interruptedQuote, sets: [], annotators: [], entities: [] }, 'a');
    const line = JSON.parse(Buffer.from(bare?.bytes ?? []).toString()) as object;
    expect(Object.keys(line)).not.toContain('answer');
    expect(Object.keys(line).filter((key) => key.includes('hash'))).toEqual([]);
  });
});

const foreign = {
  text: '🔴 وزیر گفت',
  spans: [{ start: 2, end: 6, token_start: 1, token_end: 1, label: 'SPEAKER' }, { start: 7, end: 10, token_start: 2, token_end: 2, label: 'CUE' }],
  answer: 'accept',
  _input_hash: 1,
};

describe('tasks of others', () => {
  it('are read', () => {
    const decoded = read(foreign);
    expect(decoded.problems).toEqual([]);
    expect(labels(decoded)).toEqual(['SPEAKER', 'CUE']);
  });

  it('tie their relations to spans by place and label', () => {
    const quote = { start: 7, end: 10, label: 'QUOTE' };
    const relations = [{ head: 2, child: 1, head_span: quote, child_span: { start: 2, end: 6, label: 'SPEAKER' }, label: 'SAID_BY' }];
    const decoded = read({ ...foreign, spans: [foreign.spans[0], quote], relations });
    expect(decoded.problems).toEqual([]);
    expect(decoded.dataset?.sets[0]?.relations).toMatchObject([{ id: 'r1', type: 'SAID_BY', from: 's2', to: { kind: 'annotation', id: 's1' } }]);
  });

  it.each(['reject', 'ignore'])('that were answered with %s are texts alone', (answer) => {
    const decoded = read({ ...foreign, answer });
    expect(decoded.problems).toMatchObject([{ code: 'answer-not-accept', severity: 'warning' }]);
    expect([decoded.dataset?.articles.length, decoded.dataset?.sets.length]).toEqual([1, 0]);
  });
});

describe('what is unsound is named and left out', () => {
  it.each<[string, Decoded, readonly string[], number]>([
    ['offsets in UTF-16', altered(({ spans }) => spans.forEach((one) => { one.start++; one.end++; })), ['span-text-differs', 'relation-end-missing'], 0],
    ['a relation to a span that is not there', altered(({ relations }) => {
      (relations[0] as Task['relations'][0]).child_span = { ...(relations[0] as Task['relations'][0]).child_span, id: 'zz', start: 0 };
    }), ['relation-end-missing'], 5],
    ['a relation without a label', altered(({ relations }) => { delete (relations[0] as { label?: string }).label; }), ['relation-end-missing'], 5],
    ['spans that are no list', altered((one) => { (one as { spans: unknown }).spans = {}; }), ['field-wrong', 'relation-end-missing', 'span-missing'], 0],
    ['relations that are numbers', altered((one) => { (one as { relations: unknown }).relations = [1]; }), ['relation-end-missing'], 5],
    ['another text', altered((one) => { one.text = `${one.text}.`; }), ['fingerprint-wrong'], 0],
    ['a label that nobody knows', read({ ...foreign, spans: [{ start: 0, end: 1, label: 'PER' }] }), ['label-unknown'], 0],
    ['no text', read({ spans: [], answer: 'accept' }), ['field-wrong'], 0],
  ])('%s', (_, decoded, expected, count) => {
    expect([...new Set(codes(decoded))]).toEqual(expected);
    expect(labels(decoded).length).toBe(count);
    for (const { place } of decoded.problems) expect(place.file).toBe('a.jsonl');
  });
});
