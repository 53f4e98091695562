import { describe, expect, it } from 'vitest';
import { annotateAll } from '../../../shared/commands/annotate-all.ts';
import { annotateLinked } from '../../../shared/commands/annotate-linked.ts';
import { completeFrame } from '../../../shared/commands/complete-frame.ts';
import { copyAttributes } from '../../../shared/commands/copy-attributes.ts';
import { link as linked } from '../../../shared/commands/link.ts';
import { nameNobody } from '../../../shared/commands/name-nobody.ts';
import { type Result } from '../../../shared/result.ts';
import { type Change } from '../../../shared/model/change.ts';
import { span } from '../../../shared/text/offsets.ts';
import { after, annotation, annotationId, contextOf, label, minister, refusal, relation, relationType } from './set-context.ts';

const text = 'وزیر گفت: تا مهر می‌سازیم. وزیر رفت.';
const quote = annotation('q', 'QUOTE', [[10, 25]]);
const promise = annotation('c', 'COMMITMENT', [[10, 25]], { attributes: { deadline: 'none' } });

/** How much one undo step takes back. */
const sizeOf = (result: Result<Change>) => (result.ok ? [result.value.added.length, result.value.updated.length, result.value.removed.length] : []);

describe('annotateLinked', () => {
  const context = contextOf(text, [quote, promise]);
  it('makes and links in one Change', () => {
    const made = annotateLinked(context, { label: label('SPEAKER'), spans: [span(0, 4)], links: [{ type: relationType('SAID_BY'), from: quote.id }] });
    expect(sizeOf(made)).toEqual([2, 0, 0]);
    const set = after(context, made);
    const speaker = set.annotations.find((one) => one.label === 'SPEAKER');
    expect(set.relations).toMatchObject([{ type: 'SAID_BY', from: quote.id, to: { kind: 'annotation', id: speaker?.id } }]);
  });

  it('links from the new one', () => {
    const made = annotateLinked(context, {
      label: label('COMMITMENT'), spans: [span(13, 25)], links: [{ type: relationType('PROMISED_BY'), to: { kind: 'entity', id: minister.id } }],
    });
    expect(after(context, made).relations).toMatchObject([{ type: 'PROMISED_BY', to: { kind: 'entity', id: minister.id } }]);
  });

  it('lets the commitment say that it has a deadline, and of what kind', () => {
    const link = { type: relationType('HAS_DEADLINE'), from: promise.id };
    const set = after(context, annotateLinked(context, { label: label('DEADLINE'), spans: [span(10, 16)], links: [link] }));
    const made = set.annotations.find((one) => one.label === 'DEADLINE');
    expect(set.annotations.find(({ id }) => id === promise.id)?.attributes['deadline']).toBe(made?.attributes['kind']);
  });

  it('leaves the kind that was chosen', () => {
    const chosen = contextOf(text, [{ ...promise, attributes: { deadline: 'vague' } }]);
    const link = { type: relationType('HAS_DEADLINE'), from: promise.id };
    const set = after(chosen, annotateLinked(chosen, { label: label('DEADLINE'), spans: [span(10, 16)], links: [link] }));
    expect(set.annotations.find(({ id }) => id === promise.id)?.attributes['deadline']).toBe('vague');
  });

  it('makes nothing when the link may not be', () => {
    const wrong = annotateLinked(context, { label: label('CUE'), spans: [span(5, 8)], links: [{ type: relationType('SAID_BY'), from: quote.id }] });
    expect(refusal(wrong)).toEqual(['relation-not-allowed']);
  });
});

describe('link', () => {
  const limit = annotation('d', 'DEADLINE', [[10, 16]], { attributes: { kind: 'absolute' } });
  const toLimit = { type: relationType('HAS_DEADLINE'), from: promise.id, to: { kind: 'annotation', id: limit.id } as const };
  it('lets the commitment say of what kind the deadline is, in the same Change', () => {
    const context = contextOf(text, [promise, limit]);
    const made = linked(context, toLimit);
    expect(sizeOf(made)).toEqual([1, 1, 0]);
    expect(after(context, made).annotations.find(({ id }) => id === promise.id)?.attributes['deadline']).toBe('absolute');
  });

  it('lets it say that it is conditional', () => {
    const [open, condition] = [{ ...promise, attributes: { condition: 'unconditional' } }, annotation('i', 'CONDITION', [[10, 16]])];
    const context = contextOf(text, [open, condition]);
    const set = after(context, linked(context, { ...toLimit, type: relationType('HAS_CONDITION'), to: { kind: 'annotation', id: condition.id } }));
    expect(set.annotations.find(({ id }) => id === promise.id)?.attributes['condition']).toBe('conditional');
  });
});

describe('a quote says where its source stands as soon as it is linked', () => {
  const speaker = annotation('s', 'SPEAKER', [[0, 4]]);
  const saidBy = relationType('SAID_BY');
  const inText = { kind: 'annotation', id: speaker.id } as const;
  const inRegister = { kind: 'entity', id: minister.id } as const;
  const quoteThat = (status: string | null) => ({ ...quote, attributes: status === null ? {} : { source_status: status } });
  const statusIn = (context: ReturnType<typeof contextOf>, made: Result<Change>) =>
    after(context, made).annotations.find(({ id }) => id === quote.id)?.attributes['source_status'];

  it.each([
    ['unknown, and a mention is linked', 'unknown', inText, 'explicit'],
    ['implicit, and a mention is linked', 'implicit', inText, 'explicit'],
    ['explicit, and a mention is linked', 'explicit', inText, 'explicit'],
    ['without a word of it, and a mention is linked', null, inText, undefined],
    ['unknown, and a person is linked', 'unknown', inRegister, 'implicit'],
    ['explicit, and a person is linked', 'explicit', inRegister, 'implicit'],
    ['without a word of it, and a person is linked', null, inRegister, 'implicit'],
  ] as const)('%s', (_, status, to, becomes) => {
    const context = contextOf(text, [speaker, quoteThat(status)]);
    expect(statusIn(context, linked(context, { type: saidBy, from: quote.id, to }))).toBe(becomes);
  });

  it('a person beside the mention leaves it explicit', () => {
    const context = contextOf(text, [speaker, quoteThat('explicit')], [relation('r', 'SAID_BY', 'q', 's')]);
    expect(statusIn(context, linked(context, { type: saidBy, from: quote.id, to: inRegister }))).toBe('explicit');
  });

  it('somebody new is linked, made and told of in one Change', () => {
    const context = contextOf(text, [quoteThat('explicit')]);
    const made = linked(context, { type: saidBy, from: quote.id, to: { kind: 'new-entity', entity: { name: 'سخنگو', kind: 'person' } } });
    expect(sizeOf(made)).toEqual([2, 1, 0]);
    expect(statusIn(context, made)).toBe('implicit');
  });

  it('a speaker made beside it at once', () => {
    const context = contextOf(text, [quoteThat('unknown')]);
    const made = annotateLinked(context, { label: label('SPEAKER'), spans: [span(0, 4)], links: [{ type: saidBy, from: quote.id }] });
    expect(sizeOf(made)).toEqual([2, 1, 0]);
    expect(statusIn(context, made)).toBe('explicit');
  });

  it('a proposal that is accepted', () => {
    const context = contextOf(text, [speaker, quoteThat('unknown')]);
    expect(statusIn(context, completeFrame(context, { of: quote.id, parts: [{ relation: saidBy, target: inText }] }))).toBe('explicit');
  });

  it('any other link leaves it', () => {
    const context = contextOf(text, [annotation('c', 'CUE', [[5, 8]]), quoteThat('unknown')]);
    const made = linked(context, { type: relationType('CUED_BY'), from: quote.id, to: { kind: 'annotation', id: annotationId('c') } });
    expect(statusIn(context, made)).toBe('unknown');
  });
});

describe('nameNobody', () => {
  const speaker = annotation('s', 'SPEAKER', [[0, 4]]);
  const cue = annotation('c', 'CUE', [[5, 8]]);
  const links = [relation('r1', 'SAID_BY', 'q', 's'), relation('r2', 'CUED_BY', 'q', 'c')];
  const context = contextOf(text, [speaker, cue, quote], links);
  const nobody = { annotation: quote.id, relation: relationType('SAID_BY'), attribute: 'source_status', value: 'unknown' };
  it('cuts the links to whom it named and says so, in one Change', () => {
    const made = nameNobody(context, nobody);
    expect(sizeOf(made)).toEqual([0, 1, 1]);
    const set = after(context, made);
    expect(set.relations.map(({ type }) => type)).toEqual(['CUED_BY']);
    expect(set.annotations.find(({ id }) => id === quote.id)?.attributes['source_status']).toBe('unknown');
  });

  it('refuses a value that the label does not have, and one that is gone', () => {
    expect(refusal(nameNobody(context, { ...nobody, value: 'song' }))).toEqual(['attribute-wrong']);
    expect(refusal(nameNobody(context, { ...nobody, annotation: annotationId('gone') }))).toEqual(['annotation-missing']);
  });
});

describe('completeFrame', () => {
  const speaker = annotation('s', 'SPEAKER', [[0, 4]]);
  const context = contextOf(text, [speaker, quote]);
  it('marks what is not there, links what is, in one Change', () => {
    const parts = [
      { relation: relationType('SAID_BY'), target: { kind: 'annotation', id: speaker.id } as const },
      { relation: relationType('CUED_BY'), label: label('CUE'), span: span(5, 8), attributes: { form: 'verb', class: 'say' } },
    ];
    const made = completeFrame(context, { of: quote.id, parts });
    expect(sizeOf(made)).toEqual([3, 0, 0]);
    const set = after(context, made);
    expect(set.relations.map(({ type }) => type).toSorted()).toEqual(['CUED_BY', 'SAID_BY']);
    expect(set.annotations.find((one) => one.label === 'CUE')?.attributes).toMatchObject({ form: 'verb', class: 'say' });
  });

  it('refuses a value that the label does not have', () => {
    const parts = [{ relation: relationType('CUED_BY'), label: label('CUE'), span: span(5, 8), attributes: { form: 'song' } }];
    expect(refusal(completeFrame(context, { of: quote.id, parts }))).toEqual(['attribute-wrong']);
  });

  it('refuses one that is gone', () => expect(refusal(completeFrame(context, { of: annotationId('gone'), parts: [] }))).toEqual(['annotation-missing']));
});

describe('annotateAll', () => {
  const speaker = annotation('s', 'SPEAKER', [[0, 4]], { attributes: { mention: 'title' }, entity: minister.id, note: 'شاید', flagged: true });
  const context = contextOf(text, [speaker]);
  const places = [span(27, 31), span(27, 31)];
  it('gives each place once the attributes and the person of the first, not its note and doubt', () => {
    const set = after(context, annotateAll(context, { label: label('SPEAKER'), like: speaker.id, places }));
    expect(set.annotations.slice(1)).toMatchObject([
      { spans: [places[0]], attributes: { mention: 'title' }, entity: minister.id, note: '', flagged: false },
    ]);
    expect(set.annotations).toHaveLength(2);
  });
  it('starts as any other without one to be like', () => {
    const set = after(context, annotateAll(context, { label: label('SPEAKER'), like: null, places }));
    expect(set.annotations[1]).toMatchObject({ entity: null, attributes: { mention: 'name' } });
  });
  it('refuses a place that has the label, and attributes of another label', () => {
    expect(refusal(annotateAll(context, { label: label('SPEAKER'), like: null, places: [span(0, 4)] }))).toEqual(['label-already-here']);
    expect(refusal(annotateAll(context, { label: label('CUE'), like: speaker.id, places }))).toEqual(['attributes-of-another-label']);
  });
});

describe('copyAttributes', () => {
  const other = annotation('other', 'COMMITMENT', [[13, 25]], { attributes: { deadline: 'vague', act: 'plan' }, note: 'شاید' });
  const context = contextOf(text, [promise, other, quote]);
  it('takes all attributes and nothing else', () => {
    const set = after(context, copyAttributes(context, { annotation: promise.id, from: other.id }));
    expect(set.annotations.find(({ id }) => id === promise.id)).toEqual({ ...promise, attributes: other.attributes });
  });
  it('refuses those of another label', () =>
    expect(refusal(copyAttributes(context, { annotation: promise.id, from: quote.id }))).toEqual(['attributes-of-another-label']));
});
