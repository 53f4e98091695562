// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { type Scene } from '../../../../renderer/views/annotate/scene.ts';
import { TextMenu } from '../../../../renderer/views/annotate/TextMenu.tsx';
import { type AnnotationId } from '../../../../shared/model/id.ts';
import { dams, minister, road, scene } from './sample-scene.ts';

afterEach(cleanup);

function opened(annotations: readonly AnnotationId[], here: Scene = scene): readonly (readonly [command: string, annotation: AnnotationId | null])[] {
  const pressed: (readonly [string, AnnotationId | null])[] = [];
  render(
    <MessagesProvider language="fa">
      <TextMenu
        scene={here}
        place={{ at: { x: 0, y: 0 }, annotations, line: 0 }}
        directions={{ set: {}, usual: () => 'rtl', onTurn: () => undefined }}
        onFocus={() => undefined}
        onKey={(command, annotation) => void pressed.push([command, annotation])}
        onTalk={() => undefined}
        onClose={() => undefined}
      />
    </MessagesProvider>,
  );
  return pressed;
}

const same = 'همین متن در جاهای دیگر';
const [frame, copy, quote] = ['پیشنهاد اجزای آن', 'گرفتن ویژگی‌های برچسب هم‌نام پیشین', 'انتخاب نقل‌قول اینجا'];
const keyed = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent).filter((words) => [same, frame, copy, quote].some((one) => words === one));

/** What has no button of its own can be had by the pointer all the same: at the place that it is about. */
it.each([
  ['a quote', [dams.id], scene, [same, frame, copy, quote]],
  ['what lies in another: the innermost', [minister.id, dams.id], scene, [same, copy, quote]],
  ['one of several pieces, which no other place can be equal to', [road.id], scene, [frame, copy, quote]],
  ['the bare text', [], scene, [quote]],
  ['a colleague’s label', [dams.id], { ...scene, readOnly: true }, []],
] as const)('the menu of the text has what only keys do: on %s', (_, annotations, here, words) => {
  opened(annotations, here);
  expect(keyed()).toEqual(words);
});

it('each does what its key does, to the label that it was asked for', () => {
  const pressed = opened([minister.id, dams.id]);
  for (const name of [same, copy, quote]) fireEvent.click(screen.getByRole('menuitem', { name }));
  expect(pressed).toEqual([['same-text', 'minister'], ['copy-attributes', 'minister'], ['quote', null]]);
});
