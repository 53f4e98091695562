import { expect, it } from 'vitest';
import { type Surroundings, makeDesk } from '../../../../renderer/views/annotate/desk.ts';
import { pressed } from '../../../../renderer/views/annotate/gesture.ts';
import { react } from '../../../../renderer/views/annotate/interaction.ts';
import { atRest } from '../../../../renderer/views/annotate/mode.ts';
import { type Override } from '../../../../shared/model/annotation-set.ts';
import { ok } from '../../../../shared/result.ts';
import { scene } from './sample-scene.ts';

const override: Override = { reason: 'منبع در تیتر است', codes: ['E3.explicit'] };

it('the reason goes with "done", and without one there is none', () => {
  expect(react(atRest, scene, { kind: 'finish-anyway', override }).effects).toEqual([{ kind: 'finish', override }]);
  expect(react(atRest, scene, pressed('finish')).effects).toEqual([{ kind: 'finish' }]);
});

it("a colleague's set is not finished, whatever the reason", () =>
  expect(react(atRest, { ...scene, readOnly: true }, { kind: 'finish-anyway', override }).effects).toMatchObject([{ kind: 'refuse' }]));

it('the desk hands the reason on, and looks at what is stored only after the gestures before', async () => {
  const log: string[] = [];
  const desk = makeDesk(scene);
  const rest = { undo: async () => ok(null), redo: async () => ok(null), stepName: String, show: () => undefined, fail: (bug: unknown) => log.push(String(bug)) };
  const surroundings: Surroundings = {
    ...rest,
    read: async () => scene,
    perform: async ({ name }) => {
      log.push(name);
      return ok({ added: [], updated: [], removed: [] });
    },
    finish: async (given) => {
      log.push(`finish: ${given?.reason ?? 'checked'}`);
      return ok(false);
    },
  };
  desk.connect(surroundings);
  desk.gesture({ kind: 'edit', intent: { name: 'set-status', input: { status: 'in-progress' } } });
  desk.gesture(pressed('finish'));
  desk.gesture({ kind: 'finish-anyway', override });
  await expect.poll(() => log).toEqual(['set-status', 'finish: checked', `finish: ${override.reason}`]);
});
