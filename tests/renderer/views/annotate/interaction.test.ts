import { describe, expect, it } from 'vitest';
import { span, utf16 } from '../../../../shared/text/offsets.ts';
import { type Digit } from '../../../../renderer/ui/keyboard.ts';
import { claims, opens } from '../../../../renderer/views/annotate/claims.ts';
import { type Gesture, type KeyGesture } from '../../../../renderer/views/annotate/gesture.ts';
import { react } from '../../../../renderer/views/annotate/interaction.ts';
import { type AnnotateCommand } from '../../../../renderer/views/annotate/keys.ts';
import { atRest, type Effect, type Interaction, type Mode } from '../../../../renderer/views/annotate/mode.ts';
import { entityIn, type Scene } from '../../../../renderer/views/annotate/scene.ts';
import {
  annotationId, dams, emptyScene, entityId, labelId, mayor, minister, relation, relationType, road, said, scene, spanOf, toAnnotation, toEntity,
} from './sample-scene.ts';

const key = (command: AnnotateCommand, caret = 0): KeyGesture => ({ kind: 'key', command, digit: null, caret: utf16(caret) });
const digit = (value: Digit): KeyGesture => ({ kind: 'key', command: 'digit', digit: value, caret: utf16(0) });
const select = (words: string, additive = false): Gesture => ({ kind: 'select', selection: { span: spanOf(words), additive }, source: 'pointer' });
const focusedOn = (id: string): Interaction => ({ ...atRest, focused: annotationId(id) });

/** The state after all gestures, and everything that had to be done on the way. */
function after(start: Interaction, here: Scene, ...gestures: readonly Gesture[]) {
  let state = start;
  const effects: Effect[] = [];
  for (const gesture of gestures) {
    const next = react(state, here, gesture);
    state = next.state;
    effects.push(...next.effects);
  }
  const intents = effects.flatMap((effect) => (effect.kind === 'perform' ? [effect.intent] : []));
  const refusals = effects.flatMap((effect) => (effect.kind === 'refuse' ? [effect.code] : []));
  return { state, mode: state.mode, effects, intents, refusals };
}

describe('a digit', () => {
  it('labels the selection and lets it go', () => {
    const { state, intents } = after(atRest, emptyScene, select('وزیر نیرو'), digit(2));
    expect(intents).toEqual([{ name: 'annotate', input: { label: 'SPEAKER', spans: [spanOf('وزیر نیرو')] } }]);
    expect(state.selection).toBeNull();
  });

  it('labels a selection even while an annotation has the focus', () => {
    const { intents } = after(focusedOn('dams'), scene, select('شهردار'), digit(8));
    expect(intents).toEqual([{ name: 'annotate', input: { label: 'MENTION', spans: [spanOf('شهردار')] } }]);
  });

  it('that no label has says so, and so does every key that grows or shrinks nothing', () => {
    expect(after(atRest, emptyScene, select('وزیر نیرو'), digit(9)).refusals).toEqual(['annotate.no-label-here']);
    expect(after(atRest, emptyScene, digit(0)).refusals).toEqual(['annotate.no-label-here']);
    expect(after(atRest, emptyScene, key('shrink')).refusals).toEqual(['annotate.nothing-smaller']);
    expect(after({ ...atRest, selection: span(0, emptyScene.text.length) }, emptyScene, key('grow')).refusals).toEqual(['annotate.nothing-larger']);
    expect(after(atRest, { ...emptyScene, text: '…' }, key('clause')).refusals).toEqual(['annotate.no-clause']);
  });

  it('relabels what has the focus', () => {
    expect(after(focusedOn('said'), scene, digit(4)).intents).toEqual([{ name: 'set-label', input: { annotation: 'said', label: 'COMMITMENT' } }]);
  });

  it('changes nothing where the label is there already', () => expect(after(focusedOn('said'), scene, digit(3)).intents).toEqual([]));

  it('arms a label when there is nothing to put it on; the next selection gets it', () => {
    const armed = after(atRest, emptyScene, digit(1));
    expect(armed.mode).toEqual({ kind: 'armed', label: 'QUOTE' });
    const labelled = after(armed.state, emptyScene, select('سدها پر می‌شود'));
    expect(labelled.intents).toEqual([{ name: 'annotate', input: { label: 'QUOTE', spans: [spanOf('سدها پر می‌شود')] } }]);
    expect(labelled.mode).toEqual({ kind: 'idle' });
  });

  it('waits for Enter while keys grow the selection of an armed label', () => {
    const growing: Gesture = { kind: 'select', selection: { span: spanOf('سدها'), additive: false }, source: 'keys' };
    const { state, intents } = after(atRest, emptyScene, digit(1), growing);
    expect(intents).toEqual([]);
    expect(after(state, emptyScene, key('confirm')).intents).toHaveLength(1);
  });

  it.each([
    ['the same digit', digit(1)],
    ['Escape', key('back')],
  ])('is disarmed by %s', (_, gesture) => expect(after(atRest, emptyScene, digit(1), gesture).mode).toEqual({ kind: 'idle' }));

  it('without a label alters nothing', () => expect(after(atRest, scene, digit(9))).toMatchObject({ state: atRest, intents: [] }));
});

describe('pieces', () => {
  const first = spanOf('راه را می‌سازیم');
  const second = spanOf('و باز می‌کنیم');

  it('are collected by Ctrl+drag, the selection before included, and made one by a digit', () => {
    const { mode, state } = after(atRest, emptyScene, select('و باز می‌کنیم'), select('راه را می‌سازیم', true));
    expect(mode).toEqual({ kind: 'pieces', spans: [first, second] });
    expect(after(state, emptyScene, digit(1)).intents).toEqual([{ name: 'annotate', input: { label: 'QUOTE', spans: [first, second] } }]);
  });

  it('are collected by the key', () => {
    const { state } = after(atRest, emptyScene, select('راه را می‌سازیم'), key('add-piece'), select('و باز می‌کنیم'));
    expect(after(state, emptyScene, digit(1)).intents).toEqual([{ name: 'annotate', input: { label: 'QUOTE', spans: [first, second] } }]);
  });

  it('go to the focused annotation where its label may have several', () => {
    const { intents, mode } = after(focusedOn('dams'), scene, select('و باز می‌کنیم'), key('add-piece'));
    expect(intents).toEqual([{ name: 'add-piece', input: { annotation: 'dams', span: second } }]);
    expect(mode).toEqual({ kind: 'idle' });
  });

  it('start a new annotation where it may not', () => {
    expect(after(focusedOn('said'), scene, select('و باز می‌کنیم'), key('add-piece')).mode).toEqual({ kind: 'pieces', spans: [second] });
  });

  it('need a selection', () => expect(after(atRest, scene, key('add-piece')).refusals).toEqual(['annotate.nothing-selected']));
});

describe('walking', () => {
  it.each([
    ['from the caret onwards', atRest, 'next', spanOf('سدها').start, 'dams'],
    ['from the caret back', atRest, 'previous', spanOf('سدها').start, 'said'],
    ['from the focus onwards, wherever the caret is', focusedOn('minister'), 'next', 0, 'said'],
    ['from the focus back', focusedOn('said'), 'previous', 0, 'minister'],
    ['and stays at the end', focusedOn('mayor'), 'next', 0, 'mayor'],
    ['and stays at the beginning', focusedOn('minister'), 'previous', 0, 'minister'],
  ] as const)('%s', (_, from, command, caret, focused) => expect(after(from, scene, key(command, caret)).state.focused).toBe(focused));

  it('lets the selection go and sets the caret, so that a digit relabels', () => {
    const { state, effects } = after(atRest, scene, select('او رفت'), key('next'));
    expect(state).toMatchObject({ selection: null, focused: 'minister' });
    expect(effects).toEqual([
      { kind: 'caret', at: 0 }, { kind: 'reveal', span: minister.spans[0] }, { kind: 'describe', annotation: 'minister' },
    ]);
  });

  it('says when there is nothing', () => expect(after(atRest, emptyScene, key('next')).refusals).toEqual(['annotate.no-annotations']));
});

/** Its quotes lead to cues alone. */
const onlyCues = { ...scene.schema, relations: scene.schema.relations.filter(({ type }) => type === 'CUED_BY') };

describe('linking', () => {
  const relate = (type: string, from: string, to: ReturnType<typeof toAnnotation>) => [{ name: 'relate', input: { type, from, to } }];
  const toPerson = (from: string, id: string) => [{ name: 'relate', input: { type: 'SAID_BY', from, to: toEntity(id) } }];
  const somebody = { kind: 'new-entity' as const, entity: { name: 'سخنگو', kind: 'unknown' as const } };

  it.each([
    ['a digit picks by distance', [digit(2)], relate('SAID_BY', 'dams', toAnnotation('mayor'))],
    ['the key again takes the nearest', [key('link')], relate('SAID_BY', 'dams', toAnnotation('minister'))],
    ['the cursor and Enter reach all', [key('next'), key('confirm')], relate('SAID_BY', 'dams', toAnnotation('mayor'))],
    ['the cursor stays inside', [key('previous'), key('confirm')], relate('SAID_BY', 'dams', toAnnotation('minister'))],
    ['KeyE switches to entities', [key('grab-end'), digit(1)], toPerson('dams', 'e2')],
    ['a name of somebody new', [key('grab-end'), { kind: 'link', to: somebody } as const], [{ name: 'relate', input: { type: 'SAID_BY', from: 'dams', to: somebody } }]],
    ['a click on a candidate', [{ kind: 'press', annotation: annotationId('mayor') } as const], relate('SAID_BY', 'dams', toAnnotation('mayor'))],
    ['a line of the list', [{ kind: 'pick', index: 1 } as const], relate('SAID_BY', 'dams', toAnnotation('mayor'))],
    ['0 says that the source is unknown', [digit(0)], [{ name: 'name-nobody', input: { annotation: 'dams', relation: 'SAID_BY', attribute: 'source_status', value: 'unknown' } }]],
    ['a digit beyond the list does nothing', [digit(7)], []],
    ['Escape leaves', [key('back'), digit(0)], []],
  ])('%s', (_, gestures, intents) => expect(after(focusedOn('dams'), scene, key('link'), ...gestures).intents).toEqual(intents));

  it.each([
    ['the relation is chosen by its number first', [digit(2), digit(1)], relate('CUED_BY', 'dams', toAnnotation('said'))],
    ['the same key takes the first relation', [key('relation'), digit(1)], relate('SAID_BY', 'dams', toAnnotation('minister'))],
    ['0 means nothing for a relation without such an attribute', [digit(2), digit(0)], []],
    ['restating keeps to the same label', [digit(5), digit(1)], relate('RESTATES', 'dams', toAnnotation('road'))],
  ])('with the other key %s', (_, gestures, intents) =>
    expect(after(focusedOn('dams'), scene, key('relation'), ...gestures).intents).toEqual(intents),
  );

  it('goes to entities at once where the text offers nobody', () => {
    const alone = { ...scene, annotations: [dams] };
    expect(after(focusedOn('dams'), alone, key('link')).mode).toMatchObject({ kind: 'target', among: 'entity' });
    expect(after(focusedOn('dams'), alone, key('link'), digit(1)).intents).toEqual(toPerson('dams', 'e2'));
    expect(after(focusedOn('dams'), { ...alone, entities: [] }, key('link'), { kind: 'link', to: somebody }).intents).toHaveLength(1);
  });

  it('digits that the text leaves over lead to the people named last', () => {
    const later = { ...scene, recent: [entityId('e2'), entityId('e1')] };
    expect(after(focusedOn('dams'), later, key('link'), digit(3)).intents).toEqual(toPerson('dams', 'e2'));
    expect(after(focusedOn('dams'), later, key('link'), digit(4)).intents).toEqual(toPerson('dams', 'e1'));
    expect(after(focusedOn('dams'), later, key('link'), digit(5)).intents).toEqual([]);
  });

  it('offers nobody twice: whom a mention stands for, the mention stands for', () => {
    const annotations = scene.annotations.map((one) => (one.id === 'mayor' ? { ...one, entity: entityId('e2') } : one));
    const later = { ...scene, annotations, recent: [entityId('e2'), entityId('e1')] };
    expect(after(focusedOn('dams'), later, key('link'), digit(3)).intents).toEqual(toPerson('dams', 'e1'));
  });

  it.each([
    ['nothing has the focus', atRest, scene, 'annotate.nothing-focused'],
    ['no relation starts at the label', focusedOn('said'), scene, 'annotate.no-relation-from'],
    ['the relation needs a cue and there is none', focusedOn('dams'), { ...scene, schema: onlyCues, annotations: [dams] }, 'annotate.no-candidates'],
  ] as const)('is refused when %s', (_, state, here, code) => expect(after(state, here, key('link')).refusals).toEqual([code]));

  it('another key leaves the choice and does what it always does', () => {
    const { mode, intents } = after(focusedOn('dams'), scene, key('link'), key('flag'));
    expect([mode, intents]).toEqual([{ kind: 'idle' }, [{ name: 'set-flag', input: { annotation: 'dams', flagged: true } }]]);
  });
});

describe('unlinking', () => {
  const one = { ...scene, relations: [relation('r1', 'SAID_BY', 'dams', toAnnotation('minister'))] };
  const two = { ...scene, relations: [relation('r0', 'CUED_BY', 'dams', toAnnotation('said')), ...one.relations] };
  const unrelate = (id: string) => [{ name: 'unrelate', input: { relation: id } }];

  it.each([
    ['cuts the only link at once', one, [key('unlink')], unrelate('r1')],
    ['asks which of several', two, [key('unlink')], []],
    ['in the order in which the panel lists them', two, [key('unlink'), digit(1)], unrelate('r1')],
    ['the key again cuts the last', two, [key('unlink'), key('unlink')], unrelate('r0')],
  ])('%s', (_, here, gestures, intents) => expect(after(focusedOn('dams'), here, ...gestures).intents).toEqual(intents));

  it('says when there is none', () => expect(after(focusedOn('dams'), scene, key('unlink')).refusals).toEqual(['annotate.no-relation']));
});

describe('a border', () => {
  const held = (edge: 'start' | 'end', words: readonly string[], piece = 0): Mode => ({
    kind: 'border', annotation: annotationId('dams'), piece, edge, spans: words.map(spanOf),
  });

  it('moves by a word as seen, and is kept with Enter', () => {
    const { mode, state } = after(focusedOn('dams'), scene, key('grab-end'), key('word-right'));
    expect(mode).toEqual(held('end', ['سدها پر']));
    expect(after(state, scene, key('confirm')).intents).toEqual([{ name: 'set-spans', input: { annotation: 'dams', spans: [spanOf('سدها پر')] } }]);
  });

  it('moves as seen where the paragraph is laid out from left to right, also in what is only proposed', () => {
    const left: KeyGesture = { ...key('word-left'), directions: { 0: 'ltr' } };
    expect(after(focusedOn('dams'), scene, key('grab-end'), left).mode).toEqual(held('end', ['سدها پر']));
    const proposal = after(focusedOn('dams'), { ...scene, annotations: [dams] }, key('frame'), left).mode;
    expect(proposal.kind === 'proposal' && proposal.items[0]?.span).toEqual(spanOf('وزیر'));
  });

  it('moves by a grapheme', () => {
    const [{ start, end }] = dams.spans as [ReturnType<typeof spanOf>];
    expect(after(focusedOn('dams'), scene, key('grab-start'), key('grapheme-left')).mode).toMatchObject({ spans: [span(start + 1, end)] });
  });

  it('comes back with Escape', () => expect(after(focusedOn('dams'), scene, key('grab-end'), key('word-left'), key('back')).intents).toEqual([]));

  it('keeps what was moved when the other one is grabbed', () => {
    expect(after(focusedOn('dams'), scene, key('grab-end'), key('word-right'), key('grab-start')).mode).toEqual(held('start', ['سدها پر']));
  });

  it.each([
    ['the first start', [key('grab-start')], 'start', 0],
    ['the last end', [key('grab-end')], 'end', 1],
    ['the next start', [key('grab-start'), key('grab-start')], 'start', 1],
    ['the end before', [key('grab-end'), key('grab-end')], 'end', 0],
    ['round again', [key('grab-start'), key('grab-start'), key('grab-start')], 'start', 0],
  ] as const)('of an interrupted quote: %s', (_, gestures, edge, piece) =>
    expect(after(focusedOn('road'), scene, ...gestures).mode).toMatchObject({ edge, piece }),
  );

  it('lets nothing else happen meanwhile', () => {
    const { intents, mode } = after(focusedOn('dams'), scene, key('grab-end'), key('delete'), digit(2), key('next'));
    expect([intents, mode.kind]).toEqual([[], 'border']);
  });

  it('is dropped by the pointer', () => {
    const { start } = spanOf('سدها');
    const { end } = spanOf('پر');
    const gesture: Gesture = { kind: 'drop-border', annotation: dams.id, piece: 0, edge: 'end', offset: end };
    expect(after(focusedOn('dams'), scene, gesture).intents).toEqual([{ name: 'set-spans', input: { annotation: 'dams', spans: [span(start, end)] } }]);
  });
});

describe('the rest of the keys', () => {
  it.each([
    ['flag', road, [key('flag')], [{ name: 'set-flag', input: { annotation: 'road', flagged: true } }]],
    ['delete', said, [key('delete')], [{ name: 'remove', input: { annotation: 'said' } }]],
  ])('%s', (_, { id }, gestures, intents) => expect(after(focusedOn(id), scene, ...gestures).intents).toEqual(intents));

  it.each([
    ['attributes', 'attributes'],
    ['note', 'note'],
  ] as const)('%s leads into the inspector', (command, region) =>
    expect(after(focusedOn('road'), scene, key(command)).effects).toEqual([{ kind: 'go', region }]),
  );

  it('asks who a mention is, and takes the answer', () => {
    const asked = after(focusedOn('minister'), scene, key('entity'));
    expect(asked.mode).toEqual({ kind: 'entity', annotation: 'minister' });
    const answer: Gesture = { kind: 'entity', annotation: minister.id, entity: { name: 'وزیر نیرو', kind: 'person' } };
    expect(after(asked.state, scene, answer)).toMatchObject({
      mode: { kind: 'idle' }, intents: [{ name: 'set-entity', input: { annotation: 'minister', entity: { name: 'وزیر نیرو', kind: 'person' } } }],
    });
  });

  it('does not ask about a label that stands for nobody', () =>
    expect(after(focusedOn('dams'), scene, key('entity')).refusals).toEqual(['annotate.no-entity']));

  it.each(['undo', 'redo', 'finish'] as const)('%s leaves the mode', (command) =>
    expect(after(focusedOn('dams'), scene, key('link'), key(command))).toMatchObject({ mode: { kind: 'idle' } }),
  );
});

describe('Escape', () => {
  it('takes back one thing at a time', () => {
    const busy = after(focusedOn('said'), scene, select('او رفت'), digit(9), key('link')).state;
    expect(busy).toMatchObject({ focused: 'said', selection: spanOf('او رفت') });
    const once = after(busy, scene, key('back')).state;
    expect(once).toMatchObject({ focused: 'said', selection: null });
    expect(after(once, scene, key('back')).state).toEqual(atRest);
  });
});

describe("a colleague's set", () => {
  const theirs = { ...scene, readOnly: true };
  it.each(['digit', 'link', 'relation', 'unlink', 'grab-start', 'grab-end', 'flag', 'delete', 'entity', 'add-piece', 'undo', 'redo', 'finish'] as const)(
    'refuses %s and says why',
    (command) => expect(after(focusedOn('dams'), theirs, { ...key(command), digit: 1 })).toMatchObject({ intents: [], refusals: ['annotate.read-only'] }),
  );

  it('can be walked through', () => expect(after(atRest, theirs, key('next')).state.focused).toBe('minister'));
});

describe('claims', () => {
  const at = (mode: Mode): Interaction => ({ ...atRest, mode });
  const target: Mode = { kind: 'target', annotation: mayor.id, relation: relationType('SAID_BY'), among: 'annotation', cursor: 0 };
  const border: Mode = { kind: 'border', annotation: mayor.id, piece: 0, edge: 'end', spans: mayor.spans };
  it.each([
    ['arrows move the caret', atRest, 'word-left', false],
    ['arrows move a held border', at(border), 'word-left', true],
    ['Enter is for the focused button', atRest, 'confirm', false],
    ['Enter keeps a border', at(border), 'confirm', true],
    ['Enter takes the candidate', at(target), 'confirm', true],
    ['Enter needs a selection for an armed label', at({ kind: 'armed', label: labelId('QUOTE') }), 'confirm', false],
    ['Escape with nothing to take back', atRest, 'back', false],
    ['Escape with a focus', focusedOn('dams'), 'back', true],
    ['letters always', atRest, 'next', true],
  ] as const)('%s', (_, state, command, claimed) => expect(claims(state, command)).toBe(claimed));

  it('hears the keys of a mode that is about to begin', () => {
    const opened = opens('grab-end');
    expect(opened && claims(atRest, 'word-left', opened)).toBe(true);
  });
});

describe('who is this?', () => {
  const known = { ...scene, recent: [entityId('e1')] };
  const set = (entity: unknown) => [{ name: 'set-entity', input: { annotation: 'mayor', entity } }];

  it.each([
    ['a digit right after P, before the field has the focus, means the person named last', [digit(1)], set('e1')],
    ['the next digit the next', [digit(2)], set('e2')],
    ['after all of them, a new one of the mention’s words', [digit(3)], set({ name: 'شهردار', kind: 'unknown' })],
    ['a digit beyond them, and 0, do nothing', [digit(9), digit(0)], []],
  ])('%s', (_, gestures, intents) => expect(after(focusedOn('mayor'), known, key('entity'), ...gestures).intents).toEqual(intents));

  it('one that was merged is not offered, and read as the other', () => {
    const [first, second] = scene.entities;
    if (!first || !second) return expect.unreachable();
    const merged = { ...known, entities: [{ ...first, mergedInto: second.id }, second], annotations: [{ ...mayor, entity: first.id }] };
    expect(after(focusedOn('mayor'), merged, key('entity'), digit(2)).intents).toEqual(set({ name: 'شهردار', kind: 'unknown' }));
    expect(entityIn(merged, first.id)).toBe(second);
  });
});
