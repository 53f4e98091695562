import { describe, expect, it } from 'vitest';
import { align } from '../../../shared/compare/align.ts';
import { alignLinks, linksOnSharedEnds } from '../../../shared/compare/align-links.ts';
import { type Disagreement, disagreements } from '../../../shared/compare/disagreement.ts';
import { type Link, type Marked, type Work } from '../../../shared/compare/marked.ts';
import { verdictOn } from '../../../shared/compare/verdict.ts';

const mark = (id: string, label: string, bounds: readonly number[], more: Partial<Marked> = {}): Marked => ({
  id, label, attributes: {}, spans: Array.from({ length: bounds.length / 2 }, (_, place) => ({ start: bounds[2 * place] ?? 0, end: bounds[2 * place + 1] ?? 0 })), ...more,
});
const link = (id: string, from: string, to: string, kind: 'annotation' | 'entity' = 'annotation', type = 'SAID_BY'): Link => ({ id, type, from, to: { kind, id: to } });
const work = (marked: readonly Marked[], links: readonly Link[] = []): Work => ({ marked, links });

/** As few words as tell the cases apart. */
function say(one: Disagreement): string {
  if (one.kind === 'missing') return `missing ${one.side} ${one.marked.id}`;
  if (one.kind === 'relation') return `relation ${one.side} ${one.link.id}`;
  if (one.kind === 'boundary') return `boundary ${one.start} ${one.end}`;
  return one.kind === 'attribute' ? `attribute ${one.attribute} ${String(one.values[0])} ${String(one.values[1])}` : one.kind;
}

describe('how two people differ', () => {
  it.each<[reason: string, a: Marked, b: Marked, verdict: string, said: readonly string[]]>([
    ['nothing differs', mark('a', 'Q', [0, 9]), mark('b', 'Q', [0, 9]), 'agree', []],
    ['it begins later', mark('a', 'Q', [0, 9]), mark('b', 'Q', [2, 9]), 'boundary', ['boundary 2 0']],
    ['one is interrupted, the other is its hull', mark('a', 'Q', [0, 3, 6, 9]), mark('b', 'Q', [0, 9]), 'boundary', ['boundary 0 0']],
    ['another label, whose attributes are not compared', mark('a', 'Q', [0, 9], { attributes: { mode: 'x' } }), mark('b', 'C', [0, 9]), 'label', ['label']],
    ['both', mark('a', 'Q', [0, 9]), mark('b', 'C', [1, 12]), 'boundary+label', ['boundary 1 3', 'label']],
    ['a value that only one gave', mark('a', 'Q', [0, 9], { attributes: { mode: 'x' } }), mark('b', 'Q', [0, 9]), 'attributes', ['attribute mode x null']],
    ['somebody else is meant', mark('a', 'S', [0, 9], { entity: 'e1' }), mark('b', 'S', [0, 9], { entity: null }), 'attributes', ['entity']],
    ['it is not known of both whom they mean', mark('a', 'S', [0, 9], { entity: 'e1' }), mark('b', 'S', [0, 9]), 'agree', []],
    ['bounds and value', mark('a', 'Q', [0, 9], { attributes: { mode: 'x' } }), mark('b', 'Q', [0, 8], { attributes: { mode: 'y' } }), 'boundary', ['boundary 0 -1', 'attribute mode x y']],
  ])('%s', (_, a, b, verdict, said) => {
    expect(verdictOn([a, b])).toBe(verdict);
    expect(disagreements(work([a]), work([b])).map(say)).toEqual(said);
  });

  it('what only touches is not the same thing', () => {
    expect(disagreements(work([mark('a', 'Q', [0, 5])]), work([mark('b', 'Q', [5, 9])])).map(say)).toEqual(['missing a a', 'missing b b']);
  });

  it('a quote in the gap of another is not that quote', () => {
    const { pairs } = align([mark('a', 'Q', [0, 3, 10, 14])], [mark('b', 'Q', [4, 9])]);
    expect(pairs).toEqual([]);
  });

  it('two that lie at one place are paired by what is said of them', () => {
    const values = (id: string, mode: string): Marked => mark(id, 'Q', [0, 9], { attributes: { mode } });
    const { pairs } = align([values('a1', 'x'), values('a2', 'y')], [values('b1', 'y'), values('b2', 'x')]);
    expect(pairs.map(({ a, b }) => `${a.id} ${b.id}`)).toEqual(['a1 b2', 'a2 b1']);
  });
});

describe('links of two people', () => {
  const a = work(
    [mark('q', 'Q', [0, 9]), mark('s', 'S', [10, 12]), mark('t', 'S', [20, 22])],
    [link('1', 'q', 's'), link('2', 'q', 't'), link('3', 'q', 'e1', 'entity')],
  );
  const b = work(
    [mark('q2', 'Q', [0, 8]), mark('s2', 'S', [10, 12])],
    [link('4', 'q2', 's2'), link('5', 'q2', 'e1', 'entity'), link('6', 'q2', 's2', 'annotation', 'CUED_BY')],
  );
  const alignment = align(a.marked, b.marked);
  const ids = (pairs: readonly { readonly a: Link; readonly b: Link }[]): readonly string[] => pairs.map((pair) => `${pair.a.id}=${pair.b.id}`);

  it('are the same where their ends are one thing, an entity being itself; type counts', () => {
    const found = alignLinks(a, b, alignment, 'paired');
    expect(ids(found.pairs)).toEqual(['1=4', '3=5']);
    expect([found.onlyA, found.onlyB].map((links) => links.map(({ id }) => id))).toEqual([['2'], ['6']]);
  });

  it('exactly, when the ends are marked the same', () => expect(ids(alignLinks(a, b, alignment, 'exact').pairs)).toEqual([]));

  it('leave out those to whom the other saw no end', () => {
    expect(linksOnSharedEnds(a, alignment, 'a').map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('an entity and a mention of it are not the same end', () => {
    const named = work([mark('q', 'Q', [0, 9]), mark('s', 'S', [10, 12], { entity: 'e1' })], [link('1', 'q', 's')]);
    const straight = work([mark('q', 'Q', [0, 9])], [link('2', 'q', 'e1', 'entity')]);
    expect(disagreements(named, straight).map(say)).toEqual(['missing a s', 'relation a 1', 'relation b 2']);
  });
});
