import { expect, test } from 'vitest';
import { leftAt, placeIn, recentArticles, turned, visited } from '../../../renderer/app/places.ts';
import { mostPlaces, type ReadingPlace } from '../../../shared/bridge.ts';
import { makeId } from '../../../shared/model/id.ts';

const project = makeId('project', 'a');
const other = makeId('project', 'b');
const article = (name: number) => makeId('article', String(name));
const visitAll = (count: number) =>
  Array.from({ length: count }, (_, index) => article(index)).reduce<readonly ReadingPlace[]>((places, id) => visited(places, project, id), []);

test('an article that is opened again is the latest, where it was left', () => {
  const left = leftAt(visitAll(3), { project, article: article(0), caret: 120, scrolled: 300, focused: null });
  expect(recentArticles(left, project)).toEqual([article(2), article(1), article(0)]);
  const again = visited(left, project, article(0));
  expect(recentArticles(again, project)).toEqual([article(0), article(2), article(1)]);
  expect(placeIn(again, project, article(0))).toMatchObject({ caret: 120, scrolled: 300 });
});

test('how paragraphs are laid out stays with the article, wherever it is left', () => {
  const set = turned(visitAll(2), project, article(0), { 3: 'ltr' });
  const left = leftAt(visited(set, project, article(0)), { project, article: article(0), caret: 5, scrolled: 0, focused: null });
  expect(placeIn(left, project, article(0))).toMatchObject({ caret: 5, directions: { 3: 'ltr' } });
  expect(placeIn(left, project, article(1))?.directions).toBeUndefined();
});

test('one that was never open has no place', () => {
  expect(placeIn(visitAll(2), project, article(7))).toBeNull();
});

test('the oldest ones are forgotten', () => {
  const places = visitAll(mostPlaces + 10);
  expect(places).toHaveLength(mostPlaces);
  expect(placeIn(places, project, article(0))).toBeNull();
});

test('two projects may hold an article of one name', () => {
  const places = leftAt(visited(visitAll(1), other, article(0)), { project: other, article: article(0), caret: 9, scrolled: 0, focused: null });
  expect(placeIn(places, project, article(0))?.caret).toBe(0);
  expect(placeIn(places, other, article(0))?.caret).toBe(9);
  expect(recentArticles(places, other)).toEqual([article(0)]);
});
