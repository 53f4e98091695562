import { align, type Alignment } from './align.ts';
import { alignLinks } from './align-links.ts';
import { differingAttributes, differsInEntity, endOf, type Link, type Marked, sameBounds, startOf, valueOf, type Work } from './marked.ts';

/** One way in which two people's work on an Article differs. `a` and `b` are theirs; numbers are in the unit that was compared. */
export type Disagreement =
  | { readonly kind: 'missing'; readonly side: 'a' | 'b'; readonly marked: Marked }
  | {
      readonly kind: 'boundary'; readonly a: Marked; readonly b: Marked;
      /** How much later B begins and ends; both 0 where the pieces inside differ. */
      readonly start: number; readonly end: number;
    }
  | { readonly kind: 'label'; readonly a: Marked; readonly b: Marked }
  | {
      readonly kind: 'attribute'; readonly a: Marked; readonly b: Marked;
      readonly attribute: string; readonly values: readonly [a: string | null, b: string | null];
    }
  | { readonly kind: 'entity'; readonly a: Marked; readonly b: Marked }
  | { readonly kind: 'relation'; readonly side: 'a' | 'b'; readonly link: Link };

/** All Disagreements of two people on one Article; none when a set is compared with itself. `side` says who has what the other lacks. */
export function disagreements(a: Work, b: Work, alignment: Alignment = align(a.marked, b.marked)): readonly Disagreement[] {
  const links = alignLinks(a, b, alignment, 'paired');
  return [
    ...alignment.pairs.flatMap((pair) => ofPair(pair.a, pair.b)),
    ...alignment.onlyA.map((marked) => ({ kind: 'missing', side: 'a', marked }) as const),
    ...alignment.onlyB.map((marked) => ({ kind: 'missing', side: 'b', marked }) as const),
    ...links.onlyA.map((link) => ({ kind: 'relation', side: 'a', link }) as const),
    ...links.onlyB.map((link) => ({ kind: 'relation', side: 'b', link }) as const),
  ];
}

/** Those of a pair. Attributes are compared within one Label: two Labels do not share them. */
function ofPair(a: Marked, b: Marked): readonly Disagreement[] {
  const found: Disagreement[] = [];
  if (!sameBounds(a, b)) found.push({ kind: 'boundary', a, b, start: startOf(b) - startOf(a), end: endOf(b) - endOf(a) });
  if (a.label !== b.label) return [...found, { kind: 'label', a, b }];
  for (const attribute of differingAttributes(a, b)) {
    found.push({ kind: 'attribute', a, b, attribute, values: [valueOf(a, attribute), valueOf(b, attribute)] });
  }
  if (differsInEntity(a, b)) found.push({ kind: 'entity', a, b });
  return found;
}
