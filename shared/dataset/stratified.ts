import { type SplitGroup, type SplitMember } from './split-group.ts';
import { type Shares, type SplitName } from './split-options.ts';

const parts = ['train', 'validation', 'test'] as const;
type Part = (typeof parts)[number];

/** What is to be spread alike, by kind; each kind weighs the same whatever the number of its values. */
const kinds = {
  size: () => [['articles', 1]],
  label: ({ labels }) => Object.entries(labels),
  publisher: ({ publisher }) => [[publisher ?? '', 1]],
  month: ({ published }) => [[published?.slice(0, 7) ?? '', 1]],
} as const satisfies Record<string, (member: SplitMember) => readonly (readonly [string, number])[]>;

/** Numbers by feature: `label QUOTE` → 12. */
type Features = ReadonlyMap<string, number>;

function featuresOf(members: readonly SplitMember[]): Features {
  const features = new Map<string, number>();
  for (const member of members) {
    for (const [kind, of] of Object.entries(kinds)) {
      for (const [value, count] of of(member)) features.set(`${kind} ${value}`, (features.get(`${kind} ${value}`) ?? 0) + count);
    }
  }
  return features;
}

/**
 * Greedy stratification of groups: the largest first, ties in the order that `orderOf` gives, each to the split where it closes
 * most of the gap between what the split has and what it should have. What is settled counts and stays.
 */
export function stratified(
  open: readonly SplitGroup[],
  shares: Shares,
  settled: readonly (readonly [SplitGroup, SplitName])[],
  orderOf: (key: string) => string,
): ReadonlyMap<string, SplitName> {
  const totals = featuresOf([...open, ...settled.map(([group]) => group)].flatMap(({ members }) => members));
  const tally = partTally(totals, shares);
  for (const [group, split] of settled) if (isPart(split)) tally.put(featuresOf(group.members), split);
  const order = open
    .map((group) => ({ group, place: orderOf(group.key) }))
    .sort((a, b) => b.group.members.length - a.group.members.length || (a.place < b.place ? -1 : 1));
  return new Map(
    order.map(({ group: { key, members } }) => {
      const features = featuresOf(members);
      const split = tally.best(features);
      tally.put(features, split);
      return [key, split];
    }),
  );
}

const isPart = (split: SplitName): split is Part => (parts as readonly SplitName[]).includes(split);

/** What each split has of each feature, and what it still lacks. */
interface PartTally {
  readonly put: (features: Features, part: Part) => void;
  /** @throws when no split has a share. */
  readonly best: (features: Features) => Part;
}

function partTally(totals: Features, shares: Shares): PartTally {
  const whole = shares.train + shares.validation + shares.test;
  const counts: Readonly<Record<Part, Map<string, number>>> = { train: new Map(), validation: new Map(), test: new Map() };
  const valuesOfKind = new Map<string, number>();
  for (const name of totals.keys()) valuesOfKind.set(kindOf(name), (valuesOfKind.get(kindOf(name)) ?? 0) + 1);

  /** By how much the squared gaps of the split shrink when it gets these; relative to the totals, so that rare labels count. */
  const gain = (features: Features, part: Part): number => {
    const share = shares[part] / whole;
    let sum = 0;
    for (const [name, count] of features) {
      const total = totals.get(name) as number;
      const gap = share * total - (counts[part].get(name) ?? 0);
      sum += (count * (2 * gap - count)) / (total * total * share * (valuesOfKind.get(kindOf(name)) as number));
    }
    return sum;
  };
  return {
    put(features, part) {
      for (const [name, count] of features) counts[part].set(name, (counts[part].get(name) ?? 0) + count);
    },
    best(features) {
      const scored = parts.filter((part) => shares[part] > 0).map((part) => ({ part, score: gain(features, part) }));
      const [first] = scored;
      if (!first) throw new Error(`no split has a share: ${JSON.stringify(shares)}`);
      return scored.reduce((best, next) => (next.score > best.score ? next : best), first).part;
    },
  };
}

const kindOf = (name: string): string => name.slice(0, name.indexOf(' '));
