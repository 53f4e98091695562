import { describe, expect, test } from 'vitest';
import { type FindingCode } from '../../../shared/checks/finding.ts';
import { checks } from '../../../shared/messages/checks.ts';
import { type CodedRule, codedRules, usualWeight, type Weight, withWeight } from '../../../shared/model/coded-rule.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type StatedRule } from '../../../shared/model/stated-rule.ts';
import { type Severity } from '../../../shared/result.ts';
import { usualRules } from '../../../shared/checks/usual-rules.ts';
import { seedSchema } from '../../arbitraries/schema.ts';
import { label, relationType } from '../commands/set-context.ts';
import { findingsOf, type Mark, ofRule, type Sketch } from './sketch.ts';

/** What the rule finds in the sketch, and why. */
type Case = readonly [reason: string, found: readonly FindingCode[], sketch: Sketch];

const text = 'وزیر نیرو گفت: «سدها را تا مهر پر می‌کنیم». او گفت: سدها را تا مهر پر می‌کنیم، اگر باران ببارد.';
const quote = (attributes: Readonly<Record<string, string>> = {}): Mark => ['q', 'QUOTE', 'سدها را تا مهر پر می‌کنیم', { attributes }];
const promise = (words: string, attributes: Readonly<Record<string, string>> = {}): Mark => ['c', 'COMMITMENT', words, { attributes }];
const speaker: Mark = ['s', 'SPEAKER', 'وزیر نیرو', { entity: 'e1' }];
const onLabel = (id: string, severity: Severity = 'warning') => ({ id: 'R1', severity, label: label(id) });
const stating = (...rules: readonly StatedRule[]): Schema => ({ ...seedSchema, rules });
const long = (count: number) => Array.from({ length: count }, (_, index) => `واژه${index}`).join(' ');
const said = (words: string): Sketch => ({ text: `گفت: ${words}`, marks: [promise(words)] });

const cases: Readonly<Record<string, readonly Case[]>> = {
  E1: [
    ['the text has the fingerprint that was taken', [], { text }],
    ['the text is not the one that was taken in', ['E1.text'], { text, claimed: `${text}!` }],
    ['a span behind the end of the text', ['E1.span'], { text, marks: [['s', 'SPEAKER', [[0, text.length + 1]]]] }],
    ['half an emoji', ['E1.span'], { text: '🙂 آمد', marks: [['s', 'SPEAKER', [[0, 1]]]] }],
    ['two pieces that overlap', ['E1.span'], { text, marks: [['q', 'QUOTE', [[0, 9], [5, 12]]]] }],
  ],
  E2: [
    ['whole words', [], { text, marks: [quote()] }],
    ['a blank at the end', ['E2.blank'], { text, marks: [['s', 'SPEAKER', 'وزیر نیرو ']] }],
    ['a line break at the beginning', ['E2.blank'], { text: 'یک\nدو', marks: [['s', 'SPEAKER', '\nدو']] }],
    ['a line break inside is no edge', [], { text: 'یک\nدو', marks: [['q', 'QUOTE', 'یک\nدو']] }],
    ['a vowel sign is left behind', ['E2.letter'], { text: 'کتابِ او', marks: [['s', 'SPEAKER', 'کتاب']] }],
    ['a vowel sign is taken along', [], { text: 'کتابِ او', marks: [['s', 'SPEAKER', 'کتابِ']] }],
    ['half a family of emoji', ['E2.letter'], { text: '👨‍👩‍👧 آمدند', marks: [['s', 'SPEAKER', '👨']] }],
    ['the ZWNJ is left behind', ['E2.letter'], { text: 'می‌گوید', marks: [['u', 'CUE', 'می']] }],
    ['cut behind the ZWNJ of a word', ['E2.joiner'], { text: 'می‌گوید', marks: [['u', 'CUE', 'گوید']] }],
    ['a ZWNJ that somebody typed after the word', [], { text: 'کتاب‌ها‌ رسید', marks: [['s', 'SPEAKER', 'کتاب‌ها‌']] }],
    ['two quotes cross', ['E2.crossing'], { text, marks: [['a', 'QUOTE', 'سدها را تا مهر'], ['b', 'QUOTE', 'تا مهر پر']] }],
    ['one quote lies in another', [], { text, marks: [['a', 'QUOTE', 'سدها را تا مهر'], ['b', 'QUOTE', 'تا مهر']] }],
    ['a speaker may cross', [], { text, marks: [['a', 'QUOTE', 'سدها را تا مهر'], ['b', 'SPEAKER', 'تا مهر پر']] }],
  ],
  E3: [
    ['an explicit quote has a speaker', [], { text, marks: [speaker, quote({ source_status: 'explicit' })], links: [['SAID_BY', 'q', 's']] }],
    ['an explicit quote has none', ['E3.explicit'], { text, marks: [quote({ source_status: 'explicit' })] }],
    ['an explicit quote has an Entity alone', ['E3.explicit'], { text, marks: [quote({ source_status: 'explicit' })], links: [['SAID_BY', 'q', 'e1']], entities: ['وزیر'] }],
    ['an implicit quote has an Entity', [], { text, marks: [quote({ source_status: 'implicit' })], links: [['SAID_BY', 'q', 'e1']], entities: ['وزیر'] }],
    ['an implicit quote has a mention alone', ['E3.implicit'], { text, marks: [speaker, quote({ source_status: 'implicit' })], links: [['SAID_BY', 'q', 's']] }],
    ['nobody knows who said it, and nobody is named', [], { text, marks: [quote({ source_status: 'unknown' })] }],
    ['nobody knows who said it, and somebody is named', ['E3.unknown'], { text, marks: [quote({ source_status: 'unknown' })], links: [['SAID_BY', 'q', 'e1']], entities: ['وزیر'] }],
  ],
  E4: [
    ['somebody promises in a quote', [], { text, marks: [speaker, quote(), promise('سدها را تا مهر پر می‌کنیم')], links: [['PROMISED_BY', 'c', 's']] }],
    ['nobody promises', ['E4.promiser'], { text, marks: [quote(), promise('تا مهر پر می‌کنیم')] }],
    ['nobody said it', ['E4.outside'], { text, marks: [speaker, promise('سدها را')], links: [['PROMISED_BY', 'c', 's']] }],
    ['it goes on after the quote', ['E4.outside'], { text, marks: [speaker, ['q', 'QUOTE', 'سدها را'], promise('سدها را تا مهر')], links: [['PROMISED_BY', 'c', 's']] }],
    ['it covers the interruption of an interrupted quote', [], {
      text: '«سدها را»، گفت، «پر می‌کنیم»',
      marks: [['q', 'QUOTE', ['سدها را', 'پر می‌کنیم']], promise('سدها را»، گفت، «پر می‌کنیم')],
      links: [['PROMISED_BY', 'c', 'e1']],
      entities: ['وزیر'],
    }],
  ],
  E5: [
    ['a deadline said and linked', [], { text, marks: [promise('پر می‌کنیم', { deadline: 'absolute' }), ['d', 'DEADLINE', 'تا مهر']], links: [['HAS_DEADLINE', 'c', 'd']] }],
    ['no deadline said and none linked', [], { text, marks: [promise('پر می‌کنیم', { deadline: 'none', condition: 'unconditional' })] }],
    ['a deadline said and not linked', ['E5.deadline-unlinked'], { text, marks: [promise('پر می‌کنیم', { deadline: 'vague' })] }],
    ['a deadline linked and not said', ['E5.deadline-unsaid'], { text, marks: [promise('پر می‌کنیم', { deadline: 'none' }), ['d', 'DEADLINE', 'تا مهر']], links: [['HAS_DEADLINE', 'c', 'd']] }],
    ['a condition said and not linked', ['E5.condition-unlinked'], { text, marks: [promise('پر می‌کنیم', { condition: 'conditional' })] }],
    ['a condition linked and not said', ['E5.condition-unsaid'], { text, marks: [promise('پر می‌کنیم'), ['i', 'CONDITION', 'اگر باران ببارد']], links: [['HAS_CONDITION', 'c', 'i']] }],
  ],
  E6: [
    ['ends as the Schema says', [], { text, marks: [speaker, quote()], links: [['SAID_BY', 'q', 's']] }],
    ['a cue cannot have said anything', ['E6.ends'], { text, marks: [['u', 'CUE', 'گفت'], quote()], links: [['SAID_BY', 'q', 'u']] }],
    ['a quote cannot restate a commitment', ['E6.ends'], { text, marks: [quote(), promise('تا مهر')], links: [['RESTATES', 'q', 'c']] }],
    ['two quotes restate each other', ['E6.circle'], { text, marks: [quote(), ['p', 'QUOTE', 'باران ببارد']], links: [['RESTATES', 'q', 'p'], ['RESTATES', 'p', 'q']] }],
  ],
  E7: [
    ['a speaker who is somebody', [], { text, marks: [speaker], entities: ['وزیر نیرو'] }],
    ['a speaker who is nobody yet', ['E7.entity'], { text, marks: [['s', 'SPEAKER', 'وزیر نیرو']] }],
    ['an Entity that the project has not', ['E7.entity'], { text, marks: [speaker], entities: [] }],
    ['a mention need not be anybody', [], { text, marks: [['m', 'MENTION', 'وزیر نیرو']] }],
  ],
  E8: [
    ['a cue of a quote', [], { text, marks: [['u', 'CUE', 'گفت'], quote()], links: [['CUED_BY', 'q', 'u']] }],
    ['a cue of nothing', ['E8.quote'], { text, marks: [['u', 'CUE', 'گفت']] }],
  ],
  W1: [
    ['the stop stays outside', [], { text: 'گفت: «باز شد.»', marks: [['q', 'QUOTE', 'باز شد']] }],
    ['the stop is inside', ['W1.ending'], { text: 'گفت: «باز شد.»', marks: [['q', 'QUOTE', 'باز شد.']] }],
    ['a Persian comma is inside', ['W1.ending'], { text: 'گفت: باز شد، رفت', marks: [['q', 'QUOTE', 'باز شد،']] }],
    ['a semicolon is inside', ['W1.ending'], { text: 'گفت: باز شد؛ رفت', marks: [['q', 'QUOTE', 'باز شد؛']] }],
    ['a colon is inside', ['W1.ending'], { text: 'گفت: باز شد: رفت', marks: [['q', 'QUOTE', 'باز شد:']] }],
    ['the stop before a mark of direction is inside', ['W1.ending'], { text: 'گفت: «باز شد.\u200f»', marks: [['q', 'QUOTE', 'باز شد.\u200f']] }],
    ['a question mark belongs to the quote', [], { text: 'پرسید: باز شد؟', marks: [['q', 'QUOTE', 'باز شد؟']] }],
    ['guillemets inside have partners', [], { text: 'گفت: «پل «سفید» باز شد»', marks: [['q', 'QUOTE', 'پل «سفید» باز شد']] }],
    ['a guillemet inside is never closed', ['W1.guillemets'], { text: 'گفت: پل «سفید باز شد', marks: [['q', 'QUOTE', 'پل «سفید باز شد']] }],
    ['a guillemet inside closes before it opens', ['W1.guillemets'], { text: 'گفت: پل »سفید« باز شد', marks: [['q', 'QUOTE', 'پل »سفید« باز شد']] }],
    ['partners may stand in two pieces', [], { text: 'گفت: «پل، وی افزود، سفید»', marks: [['q', 'QUOTE', ['«پل', 'سفید»']]] }],
  ],
  W2: [
    ['a colon before a blank', [], { text, marks: [['q', 'QUOTE', 'سدها را تا مهر پر می‌کنیم، اگر باران', { attributes: { mode: 'direct' } }]] }],
    ['a colon before a mark of direction and a blank', [], { text: 'گفت:\u200f جاده باز شد', marks: [['q', 'QUOTE', 'جاده باز شد', { attributes: { mode: 'direct' } }]] }],
    ['a colon before blank lines', [], { text: 'گفت: \n\n \nجاده باز شد', marks: [['q', 'QUOTE', 'جاده باز شد', { attributes: { mode: 'direct' } }]] }],
    ['guillemets taken in, behind a mark of direction', [], { text: 'گفت \u200f«جاده باز شد»\u200f که', marks: [['q', 'QUOTE', '\u200f«جاده باز شد»\u200f', { attributes: { mode: 'direct' } }]] }],
    ['guillemets on both sides', [], { text, marks: [quote({ mode: 'direct' })] }],
    ['two signs for a guillemet', [], { text: 'گفت <<جاده باز شد>>', marks: [['q', 'QUOTE', 'جاده باز شد', { attributes: { mode: 'direct' } }]] }],
    ['nothing at either side', ['W2.unmarked'], { text: 'گفت که جاده باز شد', marks: [['q', 'QUOTE', 'جاده باز شد', { attributes: { mode: 'direct' } }]] }],
    ['an indirect quote needs none', [], { text: 'گفت که جاده باز شد', marks: [['q', 'QUOTE', 'جاده باز شد', { attributes: { mode: 'indirect' } }]] }],
  ],
  W3: [
    ['the future with a past stem', [], said('قراردادهای جدید را امضا خواهیم کرد')],
    ['the present for the future', [], said('درمانگاه را تا پاییز باز می‌کنیم')],
    ['an intention', [], said('مصمم هستم که پیگیری کنم')],
    ['a duty, whose past stem is no past', ['W3.modal'], said('این کار را باید کرد')],
    ['an ability', ['W3.modal'], said('می‌توانیم مترو را تا پاییز بسازیم')],
    ['an ability, with a blank for the half space', ['W3.modal'], said('می توانیم مترو بسازیم')],
    ['what may be', ['W3.modal'], said('شاید کرایه را گران نکنیم')],
    ['a duty beside what is undertaken', [], said('هرچه باید انجام شود انجام می‌دهیم')],
    ['a promise of what must be done', [], said('متعهدیم آنچه باید بپردازیم بپردازیم')],
    ['a plan that was', ['W3.past'], said('قرار بود مترو ساخته شود')],
    ['a wish', ['W3.hope'], said('خواهان گسترش روابط هستیم')],
    ['the past', ['W3.past'], said('سه سد ساختیم')],
    ['the perfect, joined', ['W3.past'], said('سه سد ساخته‌ایم')],
    ['the perfect, with a blank', ['W3.past'], said('سه سد ساخته ایم')],
    ['the perfect, joined without ZWNJ', ['W3.past'], said('سه سد ساختهایم')],
    ['a denied promise', ['W3.denied'], said('هرگز قول مترو نداده‌ایم')],
    ['a denied promise, with a blank for the half space', ['W3.denied'], said('قول نمی دهیم که مترو بسازیم')],
    ['a promise that will not be given', ['W3.denied'], said('قولی نخواهیم داد')],
    ['promises that were not kept', ['W3.past'], said('وعده‌ها عملی نشد')],
    ['a promise that is given', [], said('قول می‌دهیم که مترو بسازیم')],
    ['a promise not to do something', [], said('قول می‌دهیم کرایه را گران نکنیم')],
    ['what only looks like the verb of a promise', [], said('به وعدهٔ دادگاه عمل خواهیم کرد')],
    ['hope', ['W3.hope'], said('امیدواریم مترو بسازیم')],
    ['God willing, and nothing that is undertaken', ['W3.hope'], said('ان‌شاءالله مشکل مردم حل شود')],
    ['God willing, in three words', ['W3.hope'], said('ان شاء الله خبرهای خوبی در راه است')],
    ['God willing, as it is heard', ['W3.hope'], said('تا پایان سال انشالله')],
    ['God willing, with an Arabic alef and vowel signs', ['W3.hope'], said('إن شاءَ اللّه سدها پر شود')],
    ['God willing, beside what is undertaken', [], said('ان‌شاءالله مترو را تا پاییز می‌سازیم')],
    ['God willing, beside a readiness', [], said('ان‌شاءالله برای ساختن مترو آماده‌ایم')],
    ['hope in God alone', ['W3.hope'], said('به امید خدا مشکل حل شود')],
    ['hope in God, beside what is undertaken', [], said('به امید خدا مترو را تا پاییز خواهیم ساخت')],
  ],
  W4: [
    ['a hundred and twenty words', [], { text: long(120), marks: [['q', 'QUOTE', long(120)]] }],
    ['one word more', ['W4.long'], { text: long(121), marks: [['q', 'QUOTE', long(121)]] }],
  ],
  W5: [
    ['«او» is somebody with a name', [], { text, marks: [['s', 'SPEAKER', 'او', { attributes: { mention: 'pronoun' }, entity: 'e1' }]], entities: ['علی احمدی'] }],
    ['«او» is somebody called «وی»', ['W5.nameless'], { text, marks: [['s', 'SPEAKER', 'او', { attributes: { mention: 'pronoun' }, entity: 'e1' }]], entities: ['وی'] }],
    ['a title may be all that is known', [], { text, marks: [['s', 'SPEAKER', 'وزیر نیرو', { attributes: { mention: 'title' }, entity: 'e1' }]], entities: ['وی'] }],
  ],
  W6: [
    ['a heading says what it repeats', [], { text, marks: [quote({ position: 'heading' }), ['p', 'QUOTE', 'باران ببارد']], links: [['RESTATES', 'q', 'p']] }],
    ['a heading repeats nothing', ['W6.heading'], { text, marks: [quote({ position: 'heading' })] }],
    ['the body need not', [], { text, marks: [quote({ position: 'body' })] }],
  ],
  W7: [
    ['the same words with two labels', [], { text, marks: [['a', 'SPEAKER', 'وزیر نیرو'], ['b', 'MENTION', 'وزیر نیرو']] }],
    ['the same words with one label twice', ['W7.twice'], { text, marks: [['a', 'MENTION', 'وزیر نیرو'], ['b', 'MENTION', 'وزیر نیرو']] }],
  ],
  W8: [
    ['a deadline of a commitment', [], { text, marks: [promise('پر می‌کنیم'), ['d', 'DEADLINE', 'تا مهر']], links: [['HAS_DEADLINE', 'c', 'd']] }],
    ['a deadline of nothing', ['W8.unlinked'], { text, marks: [['d', 'DEADLINE', 'تا مهر']] }],
    ['a condition of nothing', ['W8.unlinked'], { text, marks: [['i', 'CONDITION', 'اگر باران ببارد']] }],
    ['a speaker of nothing', ['W8.unlinked'], { text, marks: [speaker] }],
  ],
  rule: [
    ['a project that states none asks for none', [], { text, marks: [speaker, promise('تا مهر')], schema: stating() }],
    ['a link fewer than asked for', ['rule.links'], {
      text, marks: [quote(), speaker], links: [['SAID_BY', 'q', 's']],
      schema: stating({ ...onLabel('QUOTE'), kind: 'links', relation: relationType('SAID_BY'), least: 2, most: null, when: null }),
    }],
    ['asked only where an attribute has a value, which it has not', [], {
      text, marks: [quote({ mode: 'direct' })],
      schema: stating({ ...onLabel('QUOTE'), kind: 'links', relation: relationType('CUED_BY'), least: 1, most: null, when: { attribute: 'mode', value: 'indirect' } }),
    }],
    ['a link more than allowed', ['rule.most'], {
      text, marks: [quote(), speaker, ['o', 'SPEAKER', 'او']], links: [['SAID_BY', 'q', 's'], ['SAID_BY', 'q', 'o']],
      schema: stating({ ...onLabel('QUOTE'), kind: 'links', relation: relationType('SAID_BY'), least: 0, most: 1, when: null }),
    }],
    ['nothing leads to it', ['rule.linked'], { text, marks: [speaker], schema: stating({ ...onLabel('SPEAKER'), kind: 'linked', relation: relationType('SAID_BY') }) }],
    ['nothing at all leads to it', ['rule.unlinked'], { text, marks: [['m', 'MENTION', 'باران']], schema: stating({ ...onLabel('MENTION'), kind: 'linked', relation: null }) }],
    ['nobody that it stands for', ['rule.entity'], { text, marks: [['m', 'MENTION', 'باران']], schema: stating({ ...onLabel('MENTION'), kind: 'entity' }) }],
    ['outside of what it should lie in', ['rule.within'], { text, marks: [['t', 'DEADLINE', 'تا مهر']], schema: stating({ ...onLabel('DEADLINE'), kind: 'within', within: label('COMMITMENT') }) }],
    ['an attribute without a value', ['rule.attribute'], { text, marks: [['t', 'DEADLINE', 'تا مهر']], schema: stating({ ...onLabel('DEADLINE'), kind: 'attribute', attribute: 'value' }) }],
    ['an attribute with one', [], {
      text, marks: [['t', 'DEADLINE', 'تا مهر', { attributes: { value: '--07' } }]], schema: stating({ ...onLabel('DEADLINE'), kind: 'attribute', attribute: 'value' }),
    }],
    ['more words than a project allows', ['rule.words'], { text: long(9), marks: [['s', 'SPEAKER', long(9)]], schema: stating({ ...onLabel('SPEAKER'), kind: 'words', most: 8 }) }],
  ],
};

describe.each(Object.entries(cases))('%s', (rule, table) => {
  test.each(table)('%s', (_, found, sketch) => expect(ofRule(findingsOf(sketch), rule)).toEqual(found));

  test('has an example that keeps it and one that does not', () => {
    expect(table.some(([, found]) => found.length === 0)).toBe(true);
    expect(table.some(([, found]) => found.length > 0)).toBe(true);
  });
});

test('every part of every rule has an example that breaks it', () => {
  const broken = new Set(Object.values(cases).flatMap((table) => table.flatMap(([, found]) => found)));
  expect([...broken].sort()).toEqual(Object.keys(checks).sort());
});

test('a finding about a missing link names the relation, so that the frame can show it where it is missing', () => {
  const findings = findingsOf({ text, marks: [quote({ source_status: 'explicit' }), promise('تا مهر')] });
  expect(findings.map(({ code, relation }) => `${code} ${relation}`)).toEqual(['E3.explicit SAID_BY', 'E4.promiser PROMISED_BY']);
});

describe('a rule that is code weighs what the project says', () => {
  const weighing = (rule: CodedRule, weight: Weight): Schema => withWeight(seedSchema, rule, weight);
  const weightsFound = (sketch: Sketch, rule: CodedRule) => findingsOf(sketch).flatMap(({ code, severity }) => (code.startsWith(`${rule}.`) ? severity : []));

  test.each(codedRules)('%s as an error, as a warning, and not at all', (rule) => {
    const broken = (cases[rule] ?? []).filter(([, found]) => found.length > 0);
    expect(broken).not.toEqual([]);
    for (const [, found, sketch] of broken) {
      for (const weight of ['error', 'warning'] as const)
        expect(weightsFound({ ...sketch, schema: weighing(rule, weight) }, rule)).toEqual(found.map(() => weight));
      expect(weightsFound({ ...sketch, schema: weighing(rule, 'off') }, rule)).toEqual([]);
      expect(weightsFound(sketch, rule)).toEqual(found.map(() => usualWeight(rule)));
    }
  });

  test('and leaves the others as they are', () => {
    const sketch: Sketch = { text, marks: [quote({ source_status: 'explicit' }), promise('تا مهر')] };
    const without = findingsOf(sketch).filter(({ code }) => !code.startsWith('E3.'));
    expect(findingsOf({ ...sketch, schema: weighing('E3', 'off') })).toEqual(without);
  });
});

describe('the rules that a schema states', () => {
  test('are, in the one that ships, those that hold where none are stated', () => {
    expect(seedSchema.rules).toEqual(usualRules);
    const { rules: _, ...silent } = seedSchema;
    const sketch: Sketch = { text, marks: [quote(), speaker, promise('تا مهر'), ['k', 'CUE', 'گفت']] };
    expect(findingsOf({ ...sketch, schema: silent })).toEqual(findingsOf(sketch));
  });

  test('are as grave as the project says, in the same words', () => {
    const milder = { ...seedSchema, rules: usualRules.map((one) => ({ ...one, severity: one.id === 'E7' ? ('warning' as const) : one.severity })) };
    const found = findingsOf({ text, marks: [['s', 'SPEAKER', 'وزیر نیرو']], schema: milder }).filter(({ code }) => code === 'E7.entity');
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('have words of their own only for what they spoke of when they shipped', () => {
    const other = { ...seedSchema, rules: [{ ...onLabel('ADDRESSEE', 'error'), id: 'E7', kind: 'entity' as const }] };
    expect(findingsOf({ text, marks: [['a', 'ADDRESSEE', 'باران']], schema: other }).map(({ code, severity }) => [code, severity])).toEqual([['rule.entity', 'error']]);
  });
});
