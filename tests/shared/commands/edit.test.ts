import { describe, expect, test } from 'vitest';
import { addPiece } from '../../../shared/commands/add-piece.ts';
import { removePiece } from '../../../shared/commands/remove-piece.ts';
import { setAttribute } from '../../../shared/commands/set-attribute.ts';
import { setEntity } from '../../../shared/commands/set-entity.ts';
import { setFlag } from '../../../shared/commands/set-flag.ts';
import { setLabel } from '../../../shared/commands/set-label.ts';
import { setNote } from '../../../shared/commands/set-note.ts';
import { setSpans } from '../../../shared/commands/set-spans.ts';
import { setStatus } from '../../../shared/commands/set-status.ts';
import { type Change, isEmptyChange } from '../../../shared/model/change.ts';
import { makeId } from '../../../shared/model/id.ts';
import { type Result } from '../../../shared/result.ts';
import { span } from '../../../shared/text/offsets.ts';
import { after, annotation, annotationId, contextOf, label, minister, refusal, relation } from './set-context.ts';

const text = 'وزیر گفت: «برق گران نیست» و رفت.';
const quote = annotation('q', 'QUOTE', [[11, 24]], { attributes: { mode: 'mixed' } });
const speaker = annotation('s', 'SPEAKER', [[0, 4]], { attributes: { mention: 'title' }, entity: minister.id });
const cue = annotation('c', 'CUE', [[5, 8]]);
const said = relation('r1', 'SAID_BY', 'q', 's');
const cued = relation('r2', 'CUED_BY', 'q', 'c');
const context = contextOf(text, [speaker, cue, quote], [said, cued]);
const [q, s, c] = [annotationId('q'), annotationId('s'), annotationId('c')];

describe('set-spans and pieces', () => {
  test('moves a border', () =>
    expect(after(context, setSpans(context, { annotation: q, spans: [span(11, 19)] })).annotations[2]?.spans).toEqual([span(11, 19)]));
  test('adds a piece in text order', () => {
    const set = after(context, addPiece(context, { annotation: q, span: span(5, 8) }));
    expect(set.annotations.find(({ id }) => id === q)?.spans).toEqual([span(5, 8), span(11, 24)]);
  });
  test('a piece that touches widens', () =>
    expect(after(context, addPiece(context, { annotation: q, span: span(24, 27) })).annotations[2]?.spans).toEqual([span(11, 27)]));
  test('takes a piece away', () => {
    const two = contextOf(text, [annotation('q', 'QUOTE', [[0, 4], [11, 24]])]);
    expect(after(two, removePiece(two, { annotation: q, piece: 0 })).annotations[0]?.spans).toEqual([span(11, 24)]);
  });
  test.each([
    ['the only piece', () => removePiece(context, { annotation: q, piece: 0 }), 'piece-last'],
    ['a piece that is not there', () => removePiece(context, { annotation: q, piece: 3 }), 'piece-missing'],
    ['a second piece of a speaker', () => addPiece(context, { annotation: s, span: span(11, 14) }), 'pieces-not-allowed'],
    ['a span that is already there', () => {
      const twins = contextOf(text, [quote, annotation('q2', 'QUOTE', [[11, 19]])]);
      return setSpans(twins, { annotation: annotationId('q2'), spans: [span(11, 24)] });
    }, 'label-already-here'],
    ['an annotation that is gone', () => setSpans(context, { annotation: annotationId('x'), spans: [span(0, 4)] }), 'annotation-missing'],
  ])('refuses %s', (_, run, code) => expect(refusal(run())).toEqual([code]));
});

describe('set-label', () => {
  test('keeps what the new label has too, and starts the rest anew', () => {
    const made = after(context, setLabel(context, { annotation: s, label: label('ADDRESSEE') })).annotations[0];
    expect(made).toMatchObject({ label: 'ADDRESSEE', attributes: { mention: 'title' }, entity: minister.id });
    expect(made?.attributes).not.toHaveProperty('source_kind');
  });
  test('drops the entity and the relations that the new label does not have, and those alone', () => {
    const set = after(context, setLabel(context, { annotation: s, label: label('CONDITION') }));
    expect(set.annotations[0]).toMatchObject({ label: 'CONDITION', attributes: { form: 'if' }, entity: null });
    expect(set.relations).toEqual([cued]);
  });
  test('drops relations that started at it', () =>
    expect(after(context, setLabel(context, { annotation: q, label: label('COMMITMENT') })).relations).toEqual([]));
  test('a restatement of another label is none', () => {
    const pair = contextOf(text, [quote, annotation('q2', 'QUOTE', [[0, 4]])], [relation('r', 'RESTATES', 'q', 'q2')]);
    expect(after(pair, setLabel(pair, { annotation: q, label: label('COMMITMENT') })).relations).toEqual([]);
  });
  test('the label that it has is no change', () => {
    const result = setLabel(context, { annotation: q, label: label('QUOTE') });
    expect(result.ok && isEmptyChange(result.value)).toBe(true);
  });
  test('refuses to make a speaker of two pieces', () => {
    const two = contextOf(text, [annotation('q', 'QUOTE', [[0, 4], [11, 24]])]);
    expect(refusal(setLabel(two, { annotation: q, label: label('SPEAKER') }))).toEqual(['pieces-not-allowed']);
  });
  test('refuses a twin', () => {
    const both = contextOf(text, [quote, annotation('k', 'COMMITMENT', [[11, 24]])]);
    expect(refusal(setLabel(both, { annotation: q, label: label('COMMITMENT') }))).toEqual(['label-already-here']);
  });
});

describe('attributes, notes, flags', () => {
  const attributesAfter = (result: Result<Change>, place: number) => after(context, result).annotations[place]?.attributes;

  test('sets a value', () =>
    expect(attributesAfter(setAttribute(context, { annotation: c, attribute: 'form', value: 'verb' }), 1)).toEqual({ form: 'verb' }));
  test('takes a value away', () =>
    expect(attributesAfter(setAttribute(context, { annotation: q, attribute: 'mode', value: null }), 2)).toEqual({}));
  test('a note, a flag', () => {
    expect(after(context, setNote(context, { annotation: q, note: 'روشن نیست' })).annotations[2]?.note).toBe('روشن نیست');
    expect(after(context, setFlag(context, { annotation: q, flagged: true })).annotations[2]?.flagged).toBe(true);
  });
  test('editing an accepted suggestion is remembered', () => {
    const accepted = contextOf(text, [{ ...quote, origin: 'suggested-accepted' }]);
    const set = after(accepted, setAttribute(accepted, { annotation: q, attribute: 'mode', value: 'direct' }));
    expect(set.annotations[0]?.origin).toBe('suggested-edited');
  });
  test.each([
    ['an attribute of another label', () => setAttribute(context, { annotation: q, attribute: 'act', value: 'plan' }), 'attribute-unknown'],
    ['a value that is no choice', () => setAttribute(context, { annotation: q, attribute: 'mode', value: 'loud' }), 'attribute-wrong'],
    ['half a character', () => setNote(context, { annotation: q, note: '\ud83d' }), 'text-not-unicode'],
  ])('refuses %s', (_, run, code) => expect(refusal(run())).toEqual([code]));
  test.each([
    ['a value that is there', () => setAttribute(context, { annotation: q, attribute: 'mode', value: 'mixed' })],
    ['taking away what is not there', () => setAttribute(context, { annotation: c, attribute: 'form', value: null })],
    ['an equal note', () => setNote(context, { annotation: q, note: '' })],
    ['an equal flag', () => setFlag(context, { annotation: q, flagged: false })],
    ['an equal status', () => setStatus(context, { status: 'in-progress' })],
    ['an equal entity', () => setEntity(context, { annotation: s, entity: minister.id })],
    ['equal spans', () => setSpans(context, { annotation: q, spans: [span(11, 24)] })],
  ])('%s is no change', (_, run) => {
    const result = run();
    expect(result.ok && isEmptyChange(result.value)).toBe(true);
  });
});

describe('set-entity', () => {
  test('a new one by name comes with the pointer to it, in one Change', () => {
    const result = setEntity(context, { annotation: s, entity: { name: ' مینا احمدی ', kind: 'person' } });
    expect(result).toMatchObject({ ok: true, value: { added: [{ kind: 'entity', value: { name: 'مینا احمدی' } }], updated: [[{}, {}]] } });
    expect(after(context, result).annotations[0]?.entity).toMatch(/^ent-n/);
  });
  test('a name that is there means the one that has it', () => {
    const unnamed = contextOf(text, [{ ...speaker, entity: null }]);
    const set = after(unnamed, setEntity(unnamed, { annotation: s, entity: { name: 'وزیر نیرو', kind: 'person' } }));
    expect(set.annotations[0]?.entity).toBe(minister.id);
  });
  test('none', () => expect(after(context, setEntity(context, { annotation: s, entity: null })).annotations[0]?.entity).toBeNull());
  test.each([
    ['where the label has none', () => setEntity(context, { annotation: q, entity: minister.id }), 'entity-not-allowed'],
    ['one that is not there', () => setEntity(context, { annotation: s, entity: makeId('entity', 'x') }), 'entity-unknown'],
    ['a blank name', () => setEntity(context, { annotation: s, entity: { name: ' ', kind: 'person' } }), 'entity-name-wrong'],
  ])('refuses %s', (_, run, code) => expect(refusal(run())).toEqual([code]));
});

test('set-status alters the head of the set', () => expect(after(context, setStatus(context, { status: 'done' })).status).toBe('done'));
