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
      expect(touched).not.toEqual(expect.arrayContaining([expect.toSatisfy((node: Element) => stays.includes(node))]));
    }),
  );
});

test('what comes where something goes is the same node, without what it no longer has', () => {
  const layer = document.createElement('div');
  const stroke = (what: string, colour: string | null): Figure => ({
    what,
    draw: () => {
      const node = document.createElement('i');
      node.title = what;
      if (colour) node.style.color = colour;
      else node.dataset['plain'] = '';
      return node;
    },
  });
  redraw(layer, [stroke('a', 'red'), stroke('b', null), stroke('c', 'blue')]);
  const nodes = [...layer.children];
  redraw(layer, [stroke('a', 'red'), stroke('d', 'green'), stroke('e', null)]);
  expect([...layer.children]).toEqual(nodes);
  expect(nodes.map((node) => node.outerHTML)).toEqual(
    ['<i title="a" style="color: red;"></i>', '<i title="d" style="color: green;"></i>', '<i title="e" data-plain=""></i>'],
  );
});

test('what holds others, or is another kind of element, is made anew', () => {
  const layer = document.createElement('div');
  const bare = (what: string, name: string): Figure => ({ what, draw: () => document.createElement(name) });
  const full = (what: string): Figure => ({ what, draw: () => Object.assign(document.createElement('i'), { textContent: what }) });
  redraw(layer, [full('a'), bare('b', 'i'), bare('c', 'i')]);
  const nodes = [...layer.children];
  redraw(layer, [full('d'), full('e'), bare('f', 'b')]);
  expect(layer.innerHTML).toBe('<i>d</i><i>e</i><b></b>');
  expect([...layer.children].filter((node) => nodes.includes(node))).toEqual([]);
});

test('what a figure holds is brought up to date each time, by the nodes that are there', () => {
  const layer = document.createElement('div');
  const line = (letters: readonly string[]): Figure => ({
    what: 'line',
    draw: () => document.createElement('p'),
    fill: (node) => redraw(node, figures(letters)),
  });
  redraw(layer, [line(['a', 'b'])]);
  const [there] = layer.children;
  const [first] = there?.children ?? [];
  redraw(layer, [line(['a', 'c', 'd'])]);
  expect([...layer.children]).toEqual([there]);
  expect([there?.firstElementChild, ...(there ? titles(there) : [])]).toEqual([first, 'a', 'c', 'd']);
});
