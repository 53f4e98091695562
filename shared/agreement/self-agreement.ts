import { type ArticleId } from '../model/id.ts';
import { type ComparedArticle } from './compared-article.ts';
import { type GoldValue, valuesOver } from './gold-value.ts';
import { type Parameters } from './metric.ts';
import { overlapCounts } from './overlap-f1.ts';
import { strictTally } from './span-f1.ts';
import { type Tally } from './tally.ts';

/** How far somebody agrees with themselves, on texts that they were given a second time. */
export interface SelfAgreement {
  readonly person: string;
  /** The key of their second markings, for whoever wants to see the cases. */
  readonly again: string;
  readonly articles: readonly ArticleId[];
  readonly strict: GoldValue;
  readonly overlap: GoldValue;
}

interface Counted {
  readonly article: ArticleId;
  readonly strict: Tally;
  readonly overlap: Tally;
}

/** Keeps counts alone, Article by Article. */
export interface SelfMeasurement {
  readonly add: (compared: ComparedArticle) => void;
  /** In the order of keys; those who were given nothing twice are not there. */
  readonly selves: (parameters: Parameters) => readonly SelfAgreement[];
}

export function selfMeasurement(): SelfMeasurement {
  const people = new Map<string, { readonly again: string; readonly counted: Counted[] }>();
  return {
    add({ source, again, shared: { continuum } }) {
      for (const { person, voice } of again) {
        const first = continuum.voices.find(({ annotator }) => annotator === person);
        if (!first) continue;
        const text = { article: continuum.article, length: continuum.length, voices: [first, voice] as const };
        const known = people.get(person) ?? { again: voice.annotator, counted: [] };
        people.set(person, known);
        known.counted.push({ article: source.id, strict: strictTally(text, null), overlap: overlapCounts(text, null) });
      }
    },
    selves: (parameters) => [...people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([person, { again, counted }]) => {
      const [strict, overlap] = valuesOver([
        { id: 'strict-f1', tallies: counted.map((one) => one.strict), hasInterval: true }, { id: 'overlap-f1', tallies: counted.map((one) => one.overlap), hasInterval: true },
      ], parameters);
      if (!strict || !overlap) throw new Error('two values were asked for');
      return { person, again, articles: counted.map(({ article }) => article), strict, overlap };
    }),
  };
}
