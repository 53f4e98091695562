import { describe, expect, it } from 'vitest';
import { type Codec, type Decoded, type NamedBytes } from '../../../shared/codecs/codec.ts';
import { type OffsetUnit, unitMap } from '../../../shared/codecs/offset-unit.ts';
import { codecById } from '../../../shared/codecs/registry.ts';
import { textUnits } from '../../../shared/codecs/silent-unit.ts';
import { unitScoresOf } from '../../../shared/codecs/unit-question.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

const text = '🔴 وزیر گفت: «می‌سازیم» و کتاب‌ها رسید؛ رئیس رفت.';
/** As a CRLF file has it. */
const withReturns = `سطر 🔴\r\n${text}`;
const words = [['وزیر', 'SPEAKER'], ['گفت', 'CUE'], ['رئیس', 'SPEAKER'], ['رفت', 'CUE']] as const;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

function marksIn(whole: string, unit: OffsetUnit, shift = 0): readonly Mark[] {
  const { fromUtf16 } = unitMap(whole, unit);
  return words.map(([word, label]) => {
    const at = whole.indexOf(word);
    return { start: fromUtf16(utf16(at)) + shift, end: fromUtf16(utf16(at + word.length)) + shift, label };
  });
}

const file = (name: string, content: unknown): NamedBytes =>
  ({ name, bytes: new TextEncoder().encode(typeof content === 'string' ? content : `${JSON.stringify(content)}\n`) });

/** Files of others in formats whose spans may come without their words. */
const silent: Readonly<Record<string, (whole: string, marks: readonly Mark[]) => readonly NamedBytes[]>> = {
  spacy: (whole, marks) => [file('a.jsonl', { text: whole, spans: { sc: marks.map(({ start, end, label }) => [start, end, label]) } })],
  prodigy: (whole, marks) => [file('a.jsonl', { text: whole, spans: marks, answer: 'accept' })],
  'hf-jsonl': (whole, marks) => [file('a.jsonl', { doc_id: 'd1', text: whole, spans: marks.map(({ start, end, label }) => ({ label, fragments: [{ start, end }] })) })],
  w3c: (whole, marks) => [
    file('a.jsonld', marks.map(({ start, end, label }, index) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld', id: `https://example.org/${index}`, type: 'Annotation', bodyValue: label, motivation: 'tagging',
      target: { source: 'https://example.org/a.txt', selector: { type: 'TextPositionSelector', start, end } },
    }))),
    file('a.txt', whole),
  ],
};

const codecOf = (id: string): Codec => codecById(id) ?? expect.fail(`no codec ${id}`);
const read = (id: string, whole: string, marks: readonly Mark[], offsetUnit?: OffsetUnit): Decoded =>
  codecOf(id).decode?.(silent[id]?.(whole, marks) ?? [], { schemas: [seedSchema], now: '2024-01-01T00:00:00.000Z', ...(offsetUnit && { offsetUnit }) }) ?? { dataset: null, problems: [] };

const seen = ({ dataset }: Decoded): readonly string[] =>
  (dataset?.sets ?? []).flatMap((set) => {
    const whole = dataset?.articles.find(({ id }) => id === set.article)?.text ?? '';
    return set.annotations.map(({ label, spans }) => `${label} ${spans.map(({ start, end }) => whole.slice(start, end)).join(' + ')}`);
  });
const expected = words.map(([word, label]) => `${label} ${word}`);
const unitSaid = ({ problems }: Decoded) => problems.filter(({ code }) => code === 'offset-unit-unclear');

describe.each(Object.keys(silent))('spans without their words in %s', (id) => {
  it.each(textUnits)('are read in %s, which the edges of words prove; whatever is not the format’s own unit is said, with three samples', (unit) => {
    const decoded = read(id, text, marksIn(text, unit));
    expect(seen(decoded)).toEqual(expected);
    if (unit === 'code-point') expect(decoded.problems).toEqual([]);
    else {
      expect(decoded.problems).toMatchObject([{ code: 'offset-unit-unclear', severity: 'warning', place: { file: silent[id]?.('', [])[0]?.name }, values: { unit, decided: 'yes' } }]);
      expect(decoded.problems.flatMap(unitScoresOf).map(({ unit: one, samples }) => [one, samples.length])).toEqual(textUnits.map((one) => [one, 3]));
    }
  });

  it('are asked about where no unit fits, and only what depends on it is left out', () => {
    const decoded = read(id, text, marksIn(text, 'utf-16', 1));
    expect(unitSaid(decoded)).toMatchObject([{ severity: 'error', values: { decided: 'no' } }]);
    expect(decoded.problems.filter(({ code }) => code === 'region-unit-unknown')).toHaveLength(words.length);
    expect(decoded.dataset?.articles, 'the text is sound').toHaveLength(1);
    expect(seen(decoded)).toEqual([]);
  });

  it('are read as whoever was asked says, against the edges of words, and that is said', () => {
    const decoded = read(id, text, marksIn(text, 'utf-16', 1), 'utf-16');
    expect(unitSaid(decoded)).toMatchObject([{ severity: 'warning', values: { decided: 'told', unit: 'utf-16' } }]);
    expect(seen(decoded)[1], 'one letter later').toBe('CUE فت:');
  });

  it.skipIf(id === 'hf-jsonl')('keep to their words where line ends are cleaned', () => {
    for (const unit of textUnits) expect({ unit, seen: seen(read(id, withReturns, marksIn(withReturns, unit))) }).toEqual({ unit, seen: expected });
  });

  it('that lie outside of the text are named in every unit', () => {
    for (const unit of textUnits) {
      const { problems } = read(id, text, [...marksIn(text, unit), { start: 500, end: 510, label: 'CUE' }]);
      expect(problems.map(({ code }) => code)).toContain('span-outside-text');
    }
  });
});
