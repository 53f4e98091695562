import { describe, expect, it } from 'vitest';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { type Gesture } from '../../../../renderer/views/annotate/gesture.ts';
import { react } from '../../../../renderer/views/annotate/interaction.ts';
import { type AnnotateCommand } from '../../../../renderer/views/annotate/keys.ts';
import { atRest, type Effect, type Interaction } from '../../../../renderer/views/annotate/mode.ts';
import { type Scene } from '../../../../renderer/views/annotate/scene.ts';
import { annotation, annotationId, dams, emptyScene, minister, relation, road, said, scene, spanOf, toAnnotation } from './sample-scene.ts';

const keys = (...commands: readonly AnnotateCommand[]): readonly Gesture[] =>
  commands.map((command) => ({ kind: 'key', command, digit: null, caret: utf16(0) }));

function after(start: Interaction, here: Scene, ...gestures: readonly Gesture[]) {
  let state = start;
  const effects: Effect[] = [];
  for (const gesture of gestures) {
    const next = react(state, here, gesture);
    state = next.state;
    effects.push(...next.effects);
  }
  const intents = effects.flatMap((effect) => (effect.kind === 'perform' ? [effect.intent] : []));
  return { state, intents, refusals: effects.flatMap((effect) => (effect.kind === 'refuse' ? [effect.code] : [])) };
}
const on = (id: Interaction['focused']): Interaction => ({ ...atRest, focused: id });
const bare: Scene = { ...scene, annotations: [dams] };
const frame = (...parts: readonly unknown[]) => [{ name: 'complete-frame', input: { of: 'dams', parts } }];
const speaker = { relation: 'SAID_BY', label: 'SPEAKER', span: spanOf('وزیر نیرو'), attributes: {} };
const cue = { relation: 'CUED_BY', label: 'CUE', span: spanOf('گفت'), attributes: { form: 'verb', class: 'say' } };

describe('the parts of a quote', () => {
  it('are proposed by a key and made by Enter', () =>
    expect(after(on(dams.id), bare, ...keys('frame', 'confirm')).intents).toEqual(frame(speaker, cue)));

  it('are only linked where they are marked already', () =>
    expect(after(on(dams.id), scene, ...keys('frame', 'confirm')).intents).toEqual(
      frame({ relation: 'SAID_BY', target: toAnnotation('minister') }, { relation: 'CUED_BY', target: toAnnotation('said') })));

  it('are left out where they are linked already', () => {
    const linked = { ...bare, annotations: [minister, dams], relations: [relation('r', 'SAID_BY', 'dams', toAnnotation('minister'))] };
    expect(after(on(dams.id), linked, ...keys('frame', 'confirm')).intents).toEqual(frame(cue));
  });

  it('lose their tick by Space, and by a click', () => {
    expect(after(on(dams.id), bare, ...keys('frame', 'tick', 'confirm')).intents).toEqual(frame(cue));
    expect(after(on(dams.id), bare, ...keys('frame'), { kind: 'pick', index: 1 }, ...keys('confirm')).intents).toEqual(frame(speaker));
  });

  it('have borders that arrows move', () =>
    expect(after(on(dams.id), bare, ...keys('frame', 'grab-end', 'word-right', 'confirm')).intents).toEqual(
      frame({ ...speaker, span: spanOf('وزیر') }, cue)));

  it('are left by Escape', () => expect(after(on(dams.id), bare, ...keys('frame', 'back')).state.mode).toEqual({ kind: 'idle' }));
  it('cannot be taken when none is ticked', () =>
    expect(after(on(dams.id), bare, ...keys('frame', 'tick', 'next', 'tick', 'confirm')).refusals).toEqual(['annotate.proposal.nothing']));
  it('are refused where nothing is read off the text: on parts of a frame, and where nothing is missing', () => {
    expect(after(on(said.id), scene, ...keys('frame')).refusals).toEqual(['annotate.frame.not-here']);
    const whole = { ...bare, annotations: [dams, minister, said], relations: [relation('r1', 'SAID_BY', 'dams', toAnnotation('minister')), relation('r2', 'CUED_BY', 'dams', toAnnotation('said'))] };
    expect(after(on(dams.id), whole, ...keys('frame')).refusals).toEqual(['annotate.frame.whole']);
  });
  it('where the text shows none of what is missing, it is told what to label', () => {
    const alone = { ...emptyScene, text: 'سدها پر می‌شود', annotations: [annotation('alone', 'COMMITMENT', 'سدها پر می‌شود')] };
    const { effects } = react(on(annotationId('alone')), alone, ...keys('frame').slice(0, 1) as [Gesture]);
    expect(effects).toEqual([{ kind: 'refuse', code: 'annotate.frame.none', values: { labels: { fa: 'گوینده، موعد', en: 'Speaker, Deadline' } } }]);
  });
});

describe('the promiser and the deadline of a commitment', () => {
  const promise = annotation('promise', 'COMMITMENT', 'سدها پر می‌شود');
  it('are those of the quote around it', () => {
    const here = { ...scene, annotations: [minister, dams, promise], relations: [relation('r', 'SAID_BY', 'dams', toAnnotation('minister'))] };
    const input = { of: 'promise', parts: [{ relation: 'PROMISED_BY', target: toAnnotation('minister') }] };
    expect(after(on(promise.id), here, ...keys('frame', 'confirm')).intents).toEqual([{ name: 'complete-frame', input }]);
  });
});

describe('the same text elsewhere', () => {
  const text = 'او گفت. او رفت. او ماند.';
  const first = { ...said, label: minister.label, spans: [{ start: utf16(0), end: utf16(2) }] };
  const here: Scene = { ...scene, text, annotations: [first] };
  const places = [{ start: 8, end: 10 }, { start: 16, end: 18 }];

  it('gets the label, like the focused one', () =>
    expect(after(on(first.id), here, ...keys('same-text', 'confirm')).intents).toEqual([
      { name: 'annotate-all', input: { label: 'SPEAKER', like: 'said', places } },
    ]));

  it('leaves out what is unticked and what has the label', () => {
    const taken = { ...first, id: minister.id, spans: [{ start: utf16(16), end: utf16(18) }] };
    expect(after(on(first.id), here, ...keys('same-text', 'next', 'tick', 'confirm')).intents[0]?.input).toMatchObject({ places: places.slice(0, 1) });
    expect(after(on(first.id), { ...here, annotations: [first, taken] }, ...keys('same-text', 'confirm')).intents[0]?.input).toMatchObject({
      places: places.slice(0, 1),
    });
  });

  it.each([
    ['nothing is focused', atRest, here, 'annotate.same.nothing'],
    ['it stands nowhere else', on(dams.id), scene, 'annotate.same.none'],
    ['it has several pieces', on(road.id), scene, 'annotate.same.pieces'],
    ['a selection has no label', { ...atRest, selection: spanOf('وزیر') }, scene, 'annotate.same.no-label'],
  ])('is refused when %s', (_, state, where, code) => expect(after(state, where, ...keys('same-text')).refusals).toEqual([code]));
});

describe('attributes of the last label of its kind', () => {
  const [one, two] = [annotation('one', 'QUOTE', 'سدها'), annotation('two', 'QUOTE', 'راه را')];
  const here: Scene = { ...scene, annotations: [one, two, dams] };
  const copied = (state: Interaction) => after(state, here, ...keys('copy-attributes')).intents[0]?.input;

  it('come from what was made last', () => expect(copied({ ...on(dams.id), made: [dams.id, one.id, two.id] })).toEqual({ annotation: 'dams', from: 'one' }));
  it('else from the one before in the text', () => expect(copied(on(dams.id))).toEqual({ annotation: 'dams', from: 'two' }));
  it('are those of the next one where none stands before', () => {
    const [first, next] = [annotation('first', 'SPEAKER', 'وزیر نیرو'), annotation('next', 'SPEAKER', 'شهردار')];
    expect(after(on(first.id), { ...scene, annotations: [first, next] }, ...keys('copy-attributes')).intents[0]?.input).toEqual({ annotation: 'first', from: 'next' });
  });

  it('are refused where there is none', () => expect(after(on(one.id), { ...here, annotations: [one] }, ...keys('copy-attributes')).refusals).toEqual(['annotate.copy.none']));
});

describe('the next flagged label', () => {
  const flagged = { ...scene, annotations: scene.annotations.map((one) => ({ ...one, flagged: one.id === 'said' || one.id === 'mayor' })) };
  it('is gone to, round the end', () => {
    expect(after(on(said.id), flagged, ...keys('next-flagged')).state.focused).toBe('mayor');
    expect(after(on(said.id), flagged, ...keys('next-flagged', 'next-flagged')).state.focused).toBe('said');
  });
  it('is refused where there is none', () => expect(after(atRest, scene, ...keys('next-flagged')).refusals).toEqual(['annotate.no-flags']));
});
