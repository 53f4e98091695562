import { lowerBound } from '../text/lower-bound.ts';

/** Below 0 where `a` comes first. Of items of one list none says 0 of two. */
export type Compare<Item> = (a: Item, b: Item) => number;

/** Where an item lies in an ordered list, or would lie, from `from` on. */
const placeIn = <Item>(list: readonly Item[], item: Item, compare: Compare<Item>, from = 0): number =>
  lowerBound(list, (one) => compare(one, item) >= 0, from);

/** What an ordered list holds under the ids of these items, in order. */
export const foundIn = <Item extends { readonly id: string }>(list: readonly Item[], items: readonly Item[], compare: Compare<Item>): readonly Item[] =>
  items.flatMap((item) => sameIn(list, item, compare)).sort(compare);

/** What it holds under the item's id: nearly always where the item itself would lie, so that few of ten thousand are looked at. */
export function sameIn<Item extends { readonly id: string }>(list: readonly Item[], item: Item, compare: Compare<Item>): readonly Item[] {
  const there = list[placeIn(list, item, compare)];
  return there?.id === item.id ? [there] : list.filter(({ id }) => id === item.id);
}

/**
 * An ordered list with some of its items (`was`) as they are now; all three in order. The same list where neither is any. Costs places that are looked
 * for by halves and one copy: sorting ten thousand items anew for each label takes longer than drawing it.
 */
export function replaced<Item>(list: readonly Item[], was: readonly Item[], now: readonly Item[], compare: Compare<Item>): readonly Item[] {
  if (was.length === 0 && now.length === 0) return list;
  const pieces: (readonly Item[])[] = [];
  let [from, gone] = [0, 0];
  /** What stays, up to a place. */
  const stay = (end: number): void => {
    for (let next = was[gone]; next !== undefined; next = was[gone]) {
      const place = placeIn(list, next, compare, from);
      if (place >= end) break;
      pieces.push(list.slice(from, place));
      [from, gone] = [place + 1, gone + 1];
    }
    pieces.push(list.slice(from, end));
    from = end;
  };
  for (const item of now) {
    stay(placeIn(list, item, compare, from));
    pieces.push([item]);
  }
  stay(list.length);
  return joined(pieces);
}

/** More at a time could be more than a call may take. */
const atATime = 1_000;

/** One list of many. An item at a time would take as long as all that is drawn for a label, in a long article. */
function joined<Item>(pieces: readonly (readonly Item[])[]): readonly Item[] {
  let result: readonly Item[] = [];
  for (let from = 0; from < pieces.length; from += atATime) result = result.concat(...pieces.slice(from, from + atATime));
  return result;
}
