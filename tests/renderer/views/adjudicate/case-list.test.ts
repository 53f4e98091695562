// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { sceneOf } from '../../../../renderer/views/adjudicate/scene.ts';
import { useCaseList } from '../../../../renderer/views/adjudicate/use-case-list.ts';
import { type SetId } from '../../../../shared/model/id.ts';
import { adjudicator } from '../../../arbitraries/review.ts';
import { workOfTwo } from '../../../fixtures/two-annotators.ts';

const whole = workOfTwo();
const [article] = whole.articles;
if (!article) throw new Error('no article');
/** The same, read once more: something else has been written meanwhile. */
const readAnew = () => {
  const data = { ...whole, sets: whole.sets.filter((set) => set.article === article.id), article, events: [], by: adjudicator.id };
  return sceneOf(data, ['set-sara-0', 'set-reza-0'] as SetId[], false);
};
const none = [] as const;
const listOf = () => renderHook(({ scene }) => useCaseList(scene, () => undefined, none), { initialProps: { scene: readAnew() } });

it('a case that is being decided shows as decided until that is written, whatever else is read meanwhile', async () => {
  const { result, rerender } = listOf();
  const key = result.current.about?.key ?? '';
  let written: (isDone: boolean) => void = () => undefined;
  const writing = new Promise<boolean>((resolve) => (written = resolve));
  act(() => result.current.expect(key, writing));
  rerender({ scene: readAnew() });
  expect([...result.current.settled]).toEqual([key]);
  await act(async () => written(true));
  // What is read from now on knows of it: here it has been taken back again.
  rerender({ scene: readAnew() });
  expect([...result.current.settled]).toEqual([]);
});

it('a case whose decision is refused is open again at once', async () => {
  const { result } = listOf();
  await act(async () => result.current.expect(result.current.about?.key ?? '', Promise.resolve(false)));
  expect([...result.current.settled]).toEqual([]);
});
