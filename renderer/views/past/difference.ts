import { canonicalJson } from '../../../shared/canonical-json.ts';
import { type PastState } from '../../../shared/exchange/past.ts';

/** What became of labels between two moments. */
export interface Difference {
  readonly added: number;
  readonly removed: number;
  readonly altered: number;
  /** Links apart: the same ones stand at both. */
  readonly isLinkedAlike: boolean;
}

export function differenceOf(before: PastState, after: PastState): Difference {
  const old = new Map(before.annotations.map((one) => [one.id, one] as const));
  const now = new Set(after.annotations.map(({ id }) => id));
  const both = after.annotations.flatMap((one) => {
    const was = old.get(one.id);
    return was ? [[was, one] as const] : [];
  });
  return {
    added: after.annotations.length - both.length,
    removed: before.annotations.filter(({ id }) => !now.has(id)).length,
    altered: both.filter(([was, one]) => was !== one && canonicalJson(was) !== canonicalJson(one)).length,
    isLinkedAlike: canonicalJson(before.relations) === canonicalJson(after.relations),
  };
}
