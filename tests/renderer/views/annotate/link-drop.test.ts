import { expect, it } from 'vitest';
import { commandOf } from '../../../../renderer/views/annotate/intent.ts';
import { react } from '../../../../renderer/views/annotate/interaction.ts';
import { atRest } from '../../../../renderer/views/annotate/mode.ts';
import { after, contextOf } from '../../../shared/commands/set-context.ts';
import { annotation, dams, minister, road, said, scene, text } from './sample-scene.ts';

const pledge = annotation('pledge', 'COMMITMENT', 'سدها پر می‌شود');
const drop = (...to: readonly string[]) =>
  react(atRest, { ...scene, annotations: [...scene.annotations, pledge] }, { kind: 'drop-link', from: dams.id, to: to as never });

it('a badge dropped on a speaker links it by the first relation that may lead there', () => {
  const { state, effects } = drop(minister.id);
  expect(state.focused).toBe(dams.id);
  expect(effects).toEqual([
    { kind: 'perform', intent: { name: 'relate', input: { type: 'SAID_BY', from: dams.id, to: { kind: 'annotation', id: minister.id } } } },
  ]);
});

it('of several in one place the innermost that may be linked is meant', () => {
  const { effects } = drop(pledge.id, said.id, minister.id);
  expect(effects[0]).toMatchObject({ intent: { name: 'relate', input: { to: { id: said.id } } } });
});

it('what cannot be linked is refused in words', () => {
  expect(drop(pledge.id).effects).toMatchObject([{ kind: 'refuse', code: 'annotate.no-relation-between' }]);
  expect(react(atRest, { ...scene, readOnly: true }, { kind: 'drop-link', from: dams.id, to: [minister.id] }).effects).toMatchObject([
    { kind: 'refuse', code: 'annotate.read-only' },
  ]);
});

it('the quote in two pieces is linked like any other', () => {
  const { effects } = react(atRest, scene, { kind: 'drop-link', from: road.id, to: [minister.id] });
  expect(effects[0]).toMatchObject({ intent: { input: { from: road.id } } });
});

it('a quote of unknown source that is dropped on a speaker has one in the text', () => {
  const unknown = { ...dams, attributes: { source_status: 'unknown' } };
  const { effects } = react(atRest, { ...scene, annotations: [minister, unknown] }, { kind: 'drop-link', from: unknown.id, to: [minister.id] });
  const context = contextOf(text, [minister, unknown]);
  const sets = effects.flatMap((effect) => (effect.kind === 'perform' ? [after(context, commandOf(effect.intent)(context))] : []));
  expect(sets.map(({ annotations }) => annotations[1]?.attributes)).toEqual([{ source_status: 'explicit' }]);
});
