import { describe, expect, it } from 'vitest';
import { annotateAll } from '../../../shared/commands/annotate-all.ts';
import { annotateLinked } from '../../../shared/commands/annotate-linked.ts';
import { completeFrame } from '../../../shared/commands/complete-frame.ts';
import { copyAttributes } from '../../../shared/commands/copy-attributes.ts';
import { link as linked } from '../../../shared/commands/link.ts';
import { type Result } from '../../../shared/result.ts';
import { type Change } from '../../../shared/model/change.ts';
import { span } from '../../../shared/text/offsets.ts';
import { after, annotation, annotationId, contextOf, label, minister, refusal, relationType } from './set-context.ts';

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
