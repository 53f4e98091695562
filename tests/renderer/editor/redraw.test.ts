// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Figure, redraw } from '../../../renderer/editor/redraw.ts';

const figures = (whats: readonly string[]): readonly Figure[] =>
  whats.map((what) => ({
    what,
    draw: () => {
      const node = document.createElement('i');
      node.title = what;
      return node;
    },
  }));
const titles = (layer: Element): readonly string[] => [...layer.children].map((node) => (node as HTMLElement).title);
const lists = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 });

test('a layer shows the figures that it was told last, in their order, two that look the same as two', () => {
  fc.assert(
    fc.property(fc.array(lists, { minLength: 1, maxLength: 5 }), (pictures) => {
      const layer = document.createElement('div');
      for (const picture of pictures) redraw(layer, figures(picture));
      expect(titles(layer)).toEqual(pictures.at(-1));
    }),
  );
});

test('whatever comes or goes among figures that stay, these are neither made anew nor moved', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 30 })), fc.uniqueArray(fc.integer({ min: 0, max: 30 })), (first, second) => {
      const inOrder = (list: readonly number[]): readonly string[] => [...list].sort((a, b) => a - b).map(String);
      const layer = document.createElement('div');
      redraw(layer, figures(inOrder(first)));
      const before = new Map([...layer.children].map((node) => [(node as HTMLElement).title, node]));
      const watch = new MutationObserver(() => undefined);
      watch.observe(layer, { childList: true });
      redraw(layer, figures(inOrder(second)));
      const touched = watch.takeRecords().flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);
      const stays = first.filter((one) => second.includes(one)).map((one) => before.get(String(one)));
      expect([...layer.children]).toEqual(expect.arrayContaining(stays));
      expect(touched.length).toBe(first.length + second.length - 2 * stays.length);
    }),
  );
});
