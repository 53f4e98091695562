import { expect, it } from 'vitest';
import { react } from '../../../../renderer/views/annotate/interaction.ts';
import { atRest } from '../../../../renderer/views/annotate/mode.ts';
import { annotation, dams, minister, road, said, scene } from './sample-scene.ts';

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
