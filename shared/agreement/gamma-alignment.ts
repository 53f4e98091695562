import { assignment } from './assignment.ts';
import { byPlace, type Stretch } from './continuum.ts';
import { type Parameters } from './metric.ts';
import { bestPacking, type Choice } from './packing.ts';

/** Weights of gamma's dissimilarity. */
export type GammaWeights = Pick<Parameters, 'alpha' | 'beta' | 'delta'>;

/** A unit of each person, or `null`, by place in that person's list. */
export type Unitary = readonly (number | null)[];

export interface GammaAlignment {
  /** Sum of the costs of all unitary alignments; divided by `meanUnits` it is the disorder. */
  readonly cost: number;
  /** In the order of their first members; those without one first. */
  readonly rows: readonly Unitary[];
  /** False where more than two people's units are so entangled that the best alignment was only approached. */
  readonly isExact: boolean;
}

export const meanUnits = (voices: readonly (readonly Stretch[])[]): number => voices.reduce((sum, { length }) => sum + length, 0) / voices.length;

/** Combined dissimilarity of two units: places by their lengths, squared, and Labels. */
export const dissimilarity = (u: Stretch, v: Stretch, { alpha, beta }: GammaWeights): number =>
  alpha * ((Math.abs(u.start - v.start) + Math.abs(u.end - v.end)) / (u.end - u.start + v.end - v.start)) ** 2 + (u.label === v.label ? 0 : beta);

/**
 * The alignment of least cost (Mathet, Widlöcher and Métivier 2015, section 4). A unitary alignment costs the mean over all pairs of people:
 * of two units their dissimilarity, of any other pair delta. So a unit alone costs delta, and joining units *saves* something; units that can
 * save nothing together are settled apart.
 */
export function bestAlignment(voices: readonly (readonly Stretch[])[], weights: GammaWeights): GammaAlignment {
  const units = voices.flatMap((list, voice) => list.map((stretch, place): Unit => ({ stretch, voice, place })));
  const people = voices.length;
  const groups = joinableGroups(units, people, weights).map((group) => (people === 2 ? bestOfTwo(group, weights) : bestOfMany(group, people, weights)));
  const together = groups.flatMap(({ joined }) => joined);
  const settled = new Set(together.flat());
  const rows = [...together, ...units.filter((unit) => !settled.has(unit)).map((unit) => [unit])];
  return {
    cost: units.length * weights.delta - groups.reduce((sum, { saved }) => sum + saved, 0),
    rows: rows.map((row) => voices.map((_, voice) => row.find((unit) => unit.voice === voice)?.place ?? null)).sort(byMembers),
    isExact: groups.every(({ isExact }) => isExact),
  };
}

interface Unit {
  readonly stretch: Stretch;
  readonly voice: number;
  readonly place: number;
}

/** Units that are joined, what that saves against leaving all alone, and whether nothing could save more. */
interface Settled {
  readonly joined: readonly (readonly Unit[])[];
  readonly saved: number;
  readonly isExact: boolean;
}

function byMembers(a: Unitary, b: Unitary): number {
  const voice = a.findIndex((place, index) => place !== b[index]);
  return (a[voice] ?? -1) - (b[voice] ?? -1);
}

/** Pairs of people. */
const pairsOf = (people: number): number => (people * (people - 1)) / 2;

/** From what dissimilarity on two units cannot stand in one unitary alignment of the best alignment: leaving one alone would be cheaper. */
const hopeless = (people: number, { delta }: GammaWeights): number => (pairsOf(people) + people - 1) * delta;

/** Units that may, through others, come to stand together. */
function joinableGroups(units: readonly Unit[], people: number, weights: GammaWeights): readonly (readonly Unit[])[] {
  const leader = units.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at] = leader[leader[at] ?? at] ?? at;
    return at;
  };
  const limit = hopeless(people, weights);
  units.forEach((u, i) => {
    for (let j = i + 1; j < units.length; j++) {
      const v = units[j];
      if (v && v.voice !== u.voice && dissimilarity(u.stretch, v.stretch, weights) < limit) leader[find(i)] = find(j);
    }
  });
  const groups = new Map<number, Unit[]>();
  units.forEach((unit, index) => {
    const group = groups.get(find(index));
    if (group) group.push(unit);
    else groups.set(find(index), [unit]);
  });
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Exact, by assignment. */
function bestOfTwo(members: readonly Unit[], weights: GammaWeights): Settled {
  const [one, two] = [members.filter(({ voice }) => voice === 0), members.filter(({ voice }) => voice === 1)];
  const [rows, columns] = one.length <= two.length ? [one, two] : [two, one];
  const saving = (u: Unit, v: Unit): number => Math.max(0, 2 * weights.delta - dissimilarity(u.stretch, v.stretch, weights));
  const chosen = assignment(rows.map((u) => columns.map((v) => -saving(u, v))));
  const joined = rows.flatMap((u, row) => {
    const v = columns[chosen[row] ?? -1];
    return v && saving(u, v) > 0 ? [[u, v]] : [];
  });
  return { joined, saved: joined.reduce((sum, [u, v]) => sum + (u && v ? saving(u, v) : 0), 0), isExact: true };
}

/** Sets that are weighed for one group of units; beyond that, the best is only approached. */
const mostSets = 500_000;

function bestOfMany(unordered: readonly Unit[], people: number, weights: GammaWeights): Settled {
  const members = [...unordered].sort((a, b) => byPlace(a.stretch, b.stretch) || a.voice - b.voice || a.place - b.place);
  const { choices, isComplete } = choicesAmong(members, people, weights);
  const { chosen, isExact } = bestPacking(members.length, choices);
  return {
    joined: chosen.map((choice) => choice.members.flatMap((index) => members[index] ?? [])),
    saved: chosen.reduce((sum, { saved }) => sum + saved, 0),
    isExact: isComplete && isExact,
  };
}

/** Units of different people that save more together than when any one of them is left out. Incomplete where there are too many to weigh them all. */
function choicesAmong(
  members: readonly Unit[], people: number, weights: GammaWeights,
): { readonly choices: readonly Choice[]; readonly isComplete: boolean } {
  const { delta } = weights;
  const pairs = pairsOf(people);
  const limit = hopeless(people, weights);
  /** What a pair adds to the cost of its unitary alignment beyond delta, times the number of pairs; by the earlier unit, without hopeless pairs. */
  const excess = members.map((u, i) => {
    const of = new Map<number, number>();
    for (let j = i + 1; j < members.length; j++) {
      const v = members[j];
      if (!v || v.voice === u.voice) continue;
      const between = dissimilarity(u.stretch, v.stretch, weights);
      if (between < limit) of.set(j, between - delta);
    }
    return of;
  });
  const between = (i: number, j: number): number => (i < j ? excess[i]?.get(j) : excess[j]?.get(i)) ?? 0;
  const choices: Choice[] = [];
  let weighed = 0;
  const grow = (chosen: readonly number[], sum: number): boolean => {
    const [first, ...others] = chosen.map((index) => excess[index] ?? new Map<number, number>());
    const last = chosen.at(-1) ?? -1;
    for (const [next, beyond] of first ?? []) {
      if (next <= last) continue;
      let added: number | null = beyond;
      for (const other of others) {
        const one: number | undefined = other.get(next);
        added = one === undefined || added === null ? null : added + one;
      }
      if (added === null) continue;
      const grown = [...chosen, next];
      const total = sum + added;
      const saved = (grown.length - 1) * delta - total / pairs;
      const costOf = (left: number): number => grown.reduce((cost, other) => cost + (other === left ? 0 : between(left, other)), 0);
      if (saved > 0 && grown.every((left) => costOf(left) < pairs * delta)) choices.push({ members: grown, saved });
      if (++weighed > mostSets || (grown.length < people && !grow(grown, total))) return false;
    }
    return true;
  };
  return { choices, isComplete: members.every((_, index) => grow([index], 0)) };
}
