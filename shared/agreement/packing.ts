/** Things that can be taken together, and what that saves. */
export interface Choice {
  /** Ascending, each once. */
  readonly members: readonly number[];
  /** More than 0. */
  readonly saved: number;
}

export interface Packing {
  /** No two of them have a member in common. */
  readonly chosen: readonly Choice[];
  /** False where something might save more: it was only approached. */
  readonly isExact: boolean;
}

/** Steps of one search; beyond that, the best is only approached. */
const mostSteps = 400_000;
/** Rounds in which prices come nearer to the least, and how many of them may bring nothing before the steps become smaller. */
const mostRounds = 120;
const patience = 5;
/** Rounds after which what can be in no better packing is left out. */
const roundsPerSifting = 20;
/** Sums of the same numbers in another order differ by less. */
const same = 1e-9;

/**
 * The choices without common members that save most, of things numbered from 0 in an order in which those of one choice lie near each other.
 *
 * Each thing gets a price, so that no packing can save more than all prices together and what choices save beyond theirs (Lagrangian relaxation
 * of set packing, Fisher 1981). What cannot be part of a packing that beats the best known one is left out, and what is left is searched in
 * order, where all that matters of a beginning is which of the later things it has taken.
 */
export function bestPacking(size: number, choices: readonly Choice[]): Packing {
  const { prices, bound, known, promising } = priced(size, choices);
  const least = savedBy(known);
  if (bound <= least + same) return { chosen: known, isExact: true };
  const searched = search(size, promising, prices, least);
  return { chosen: searched ?? known, isExact: searched !== null };
}

const savedBy = (choices: readonly Choice[]): number => choices.reduce((sum, { saved }) => sum + saved, 0);

/** What a choice saves beyond the prices of its members. */
function gainOf({ members, saved }: Choice, prices: Float64Array): number {
  let gain = saved;
  for (const member of members) gain -= prices[member] ?? 0;
  return gain;
}

interface Priced {
  readonly prices: Float64Array;
  /** No packing saves more. */
  readonly bound: number;
  /** The best packing that was met. */
  readonly known: readonly Choice[];
  /** Those that a better one may have. */
  readonly promising: readonly Choice[];
}

/** Prices by the subgradient method: what is wanted twice becomes dearer, what nobody wants cheaper. */
function priced(size: number, choices: readonly Choice[]): Priced {
  const now = new Float64Array(size);
  // A packing saves no more than each thing's best share.
  for (const { members, saved } of choices) for (const member of members) now[member] = Math.max(now[member] ?? 0, saved / members.length);
  const wanted = new Int32Array(size);
  let [promising, known] = [choices, greedy(choices, ({ saved }) => saved)];
  let [prices, bound, least] = [now.slice(), want(choices, now, wanted), savedBy(known)];
  let [pace, idle] = [1, 0];
  for (let round = 1; round <= mostRounds && bound > least + same && pace > 0.01; round++) {
    const here = want(promising, now, wanted);
    if (here < bound - same) [prices, bound, idle] = [now.slice(), here, 0];
    else if (++idle >= patience) [pace, idle] = [pace / 2, 0];
    let slope = 0;
    for (let at = 0; at < size; at++) slope += (1 - (wanted[at] ?? 0)) ** 2;
    // Each thing is wanted once: no prices are lower.
    if (slope === 0) break;
    const step = (pace * (here - least)) / slope;
    for (let at = 0; at < size; at++) now[at] = Math.max(0, (now[at] ?? 0) - step * (1 - (wanted[at] ?? 0)));
    if (round % roundsPerSifting > 0) continue;
    const packing = greedy(promising, (choice) => gainOf(choice, prices));
    const saved = savedBy(packing);
    if (saved > least) [known, least] = [packing, saved];
    promising = promising.filter((choice) => bound + Math.min(0, gainOf(choice, prices)) >= least - same);
  }
  return { prices, bound, known, promising: promising.filter((choice) => bound + Math.min(0, gainOf(choice, prices)) >= least - same) };
}

/** How often each thing is wanted at these prices; the answer is what no packing can save more than. */
function want(choices: readonly Choice[], prices: Float64Array, wanted: Int32Array): number {
  wanted.fill(0);
  let bound = 0;
  for (const price of prices) bound += price;
  for (const choice of choices) {
    const gain = gainOf(choice, prices);
    if (gain <= 0) continue;
    bound += gain;
    for (const member of choice.members) wanted[member] = (wanted[member] ?? 0) + 1;
  }
  return bound;
}

/** Those with the highest rank first, as long as their members are free. */
function greedy(choices: readonly Choice[], rankOf: (choice: Choice) => number): readonly Choice[] {
  const ranks = Float64Array.from(choices, rankOf);
  const taken = new Set<number>();
  return choices.map((_, index) => index).sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0) || a - b).flatMap((index) => {
    const choice = choices[index];
    if (!choice || choice.members.some((member) => taken.has(member))) return [];
    for (const member of choice.members) taken.add(member);
    return [choice];
  });
}

/** A beginning: what it saves, and which of the later things it has taken. */
interface State {
  readonly saved: number;
  readonly later: readonly number[];
  readonly choice: Choice | null;
  readonly before: State | null;
}

/** `null` where it would take too many steps. Beginnings that cannot come to `least` any more are given up. */
function search(size: number, choices: readonly Choice[], prices: Float64Array, least: number): readonly Choice[] | null {
  const startingAt: Choice[][] = Array.from({ length: size }, () => []);
  for (const choice of choices) startingAt[choice.members[0] ?? 0]?.push(choice);
  /** What can still be saved behind each place, as if nothing there was taken. */
  const ahead = new Float64Array(size + 1);
  for (let at = size - 1; at >= 0; at--) {
    const gains = (startingAt[at] ?? []).reduce((sum, choice) => sum + Math.max(0, gainOf(choice, prices)), 0);
    ahead[at] = (ahead[at + 1] ?? 0) + (prices[at] ?? 0) + gains;
  }
  let states: ReadonlyMap<string, State> = new Map([['', { saved: 0, later: [], choice: null, before: null }]]);
  let steps = 0;
  for (let at = 0; at < size; at++) {
    const next = new Map<string, State>();
    const reach = (state: State): void => {
      const hope = state.later.reduce((sum, place) => sum - (prices[place] ?? 0), state.saved + (ahead[at + 1] ?? 0));
      if (hope < least - same) return;
      const key = state.later.join();
      const known = next.get(key);
      if (!known || state.saved > known.saved) next.set(key, state);
    };
    for (const state of states.values()) {
      if (state.later[0] === at) {
        reach({ ...state, later: state.later.slice(1) });
        continue;
      }
      reach(state);
      const own = startingAt[at] ?? [];
      steps += 1 + own.length;
      if (steps > mostSteps) return null;
      for (const choice of own) {
        if (choice.members.some((member) => state.later.includes(member))) continue;
        reach({ saved: state.saved + choice.saved, later: [...state.later, ...choice.members.slice(1)].sort((a, b) => a - b), choice, before: state });
      }
    }
    states = next;
  }
  const chosen: Choice[] = [];
  const [end] = states.values();
  if (!end) throw new Error('the search lost the packing that was known before');
  for (let state: State | null = end; state; state = state.before) if (state.choice) chosen.push(state.choice);
  return chosen;
}
