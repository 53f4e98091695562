import { align } from '../compare/align.ts';
import { type DecisionReason } from '../model/decided.ts';
import { type ArticleId, type SetId } from '../model/id.ts';
import { lastSubmissions } from '../model/submissions.ts';
import { boundaryOffsets } from './boundaries.ts';
import { besideGold, type ComparedArticle, goldKey } from './compared-article.ts';
import { inTokens, labelsOf } from './continuum.ts';
import { type AskedValue, type GoldValue, shareTally, valuesOver } from './gold-value.ts';
import { type Parameters } from './metric.ts';
import { overlapCounts } from './overlap-f1.ts';
import { attributeTable } from './registry.ts';
import { strictTally } from './span-f1.ts';
import { Counts, countOf, pooled, type Tally } from './tally.ts';

/** What became of one Label. */
export interface LabelQuality extends LabelMisses {
  /** Intervals are drawn for `recentWindows` and the whole. */
  readonly strict: GoldValue;
  readonly overlap: GoldValue;
  /** Of gold's, and of the person's own. */
  readonly missedShare: GoldValue;
  readonly spuriousShare: GoldValue;
}

interface LabelMisses {
  readonly label: string;
  /** Paired with one of gold's, whatever its bounds and Label. */
  readonly found: number;
  readonly missed: number;
  readonly spurious: number;
}

/** Mean distance of borders in tokens; greater than 0 where the person's are later than gold's. Of how many pairs: `null` without any. */
export interface SignedOffsets {
  readonly start: GoldValue;
  readonly end: GoldValue;
}

/** So many Articles in a row, by their days. */
export interface QualityWindow {
  readonly from: string | null;
  readonly to: string | null;
  readonly articles: readonly ArticleId[];
  /** Too few Articles to say anything: drawn grey, and no cause for alarm. */
  readonly isThin: boolean;
  readonly strict: GoldValue;
  readonly overlap: GoldValue;
  readonly labels: readonly LabelQuality[];
  readonly offsets: SignedOffsets;
  /** Cohen's κ of attributes on what both marked with the Label, by `LABEL.attribute`; of those that anybody used. Intervals are drawn for `recentWindows` and the whole. */
  readonly attributes: readonly AttributeValue[];
  /** Tokens of the text of each of its Articles: what time is held against. */
  readonly tokens: readonly number[];
  readonly reasons: readonly ReasonCount[];
  /** How many of its Articles were given back, once or more. */
  readonly returned: number;
  readonly returnedShare: GoldValue;
}

export interface AttributeValue extends GoldValue {
  readonly attribute: string;
}

/** Why readings of a person's were not taken, most often first. */
export interface ReasonCount {
  readonly reason: DecisionReason;
  readonly count: number;
}

/** One person's work against gold in the course of time. */
export interface PersonQuality {
  readonly person: string;
  /** Over everything: what the latest window is held to. */
  readonly whole: QualityWindow;
  /** Oldest first. All but the first have the same number of Articles. */
  readonly windows: readonly QualityWindow[];
  /** Milliseconds at work on Articles of which it was said when they were handed in. */
  readonly active: readonly (readonly [ArticleId, number])[];
  /** The latest window is worse than the person's own whole by more than 15 %. */
  readonly isFalling: boolean;
}

/** Articles of a window: counted and not dated, so that a window says as much as any other. */
export const windowArticles = 10;
export const thinWindow = 5;
/** The latest windows, in which values of Labels and attributes get intervals, too: a thousand windows of thirty values would be drawn for minutes. */
export const recentWindows = 12;
const alarmShare = 0.85;

interface LabelCounts extends LabelMisses {
  readonly strict: Tally;
  readonly overlap: Tally;
}

interface Counted {
  readonly article: ArticleId;
  readonly day: string | null;
  readonly strict: Tally;
  readonly overlap: Tally;
  readonly labels: ReadonlyMap<string, LabelCounts>;
  readonly start: number;
  readonly end: number;
  readonly pairs: number;
  /** By `LABEL.attribute`. */
  readonly attributes: ReadonlyMap<string, Tally>;
  readonly tokens: number;
  readonly reasons: readonly DecisionReason[];
  readonly isReturned: boolean;
  readonly active: number | null;
}

/** Keeps counts alone, Article by Article. */
export interface QualityMeasurement {
  readonly add: (compared: ComparedArticle) => void;
  /** People in the order of their keys; those without an Article that has gold are not there. */
  readonly quality: (parameters: Parameters) => readonly PersonQuality[];
}

/** @param attributes `LABEL.attribute`: those whose κ is wanted */
export function qualityMeasurement(attributes: readonly string[]): QualityMeasurement {
  const people = new Map<string, Counted[]>();
  return {
    add(compared) {
      for (const person of compared.shared.continuum.voices) {
        const text = besideGold(compared, person);
        // Whoever settled a text alone is not measured against it.
        if (text === null || compared.sets.get(person.annotator)?.role === 'adjudicated') continue;
        const own = people.get(person.annotator) ?? [];
        people.set(person.annotator, own);
        own.push({ ...countedIn(compared, text, attributes), ...saidOf(compared, compared.sets.get(person.annotator)?.id) });
      }
    },
    quality: (parameters) => [...people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([person, counted]) => qualityOf(person, counted, parameters)),
  };
}

type Said = Pick<Counted, 'reasons' | 'isReturned' | 'active'>;

/** Of a set: for which reasons its readings were left or altered, as it was decided last in the gold set that counts, whether it was given back, and how long it took. */
function saidOf({ events, sets }: ComparedArticle, set: SetId | undefined): Said {
  const last = new Map<string, DecisionReason | null>();
  const decided = events.flatMap((event) => (event.kind === 'decided' && event.act !== 'link' && event.set === sets.get(goldKey)?.id ? [event] : [])).sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1));
  for (const { items, reason } of decided)
    for (const { from, taken } of items) for (const one of from) if (one.set === set) last.set(one.annotation, taken === set ? null : reason);
  const active = set === undefined ? undefined : lastSubmissions(events).get(set)?.active;
  return { reasons: [...last.values()].filter((one) => one !== null), isReturned: events.some((event) => event.kind === 'returned' && event.set === set), active: active ?? null };
}

function countedIn(
  { source, day, shared }: ComparedArticle, text: NonNullable<ReturnType<typeof besideGold>>, attributes: readonly string[],
): Omit<Counted, keyof Said> {
  const [gold, person] = text.voices;
  const { pairs, onlyA, onlyB } = align(gold.marked, person.marked);
  const labels = new Map(labelsOf(text).map((label) => [label, { label, found: 0, missed: 0, spurious: 0, strict: strictTally(text, label), overlap: overlapCounts(text, label) }]));
  const count = (label: string, what: 'found' | 'missed' | 'spurious'): void => {
    const own = labels.get(label);
    if (own) own[what]++;
  };
  for (const { a } of pairs) count(a.label, 'found');
  for (const { label } of onlyA) count(label, 'missed');
  for (const { label } of onlyB) count(label, 'spurious');
  const tokens = inTokens(shared.text, text);
  const [goldTokens, ownTokens] = tokens.voices;
  const offsets = boundaryOffsets(align(goldTokens?.marked ?? [], ownTokens?.marked ?? []));
  return {
    article: source.id, day, labels, strict: pooled([...labels.values()].map(({ strict }) => strict)), overlap: pooled([...labels.values()].map(({ overlap }) => overlap)),
    start: (offsets.meanStart ?? 0) * offsets.n, end: (offsets.meanEnd ?? 0) * offsets.n, pairs: offsets.n,
    tokens: tokens.length, attributes: new Map(attributes.map((one) => [one, attributeTable(text, one)] as const).filter(([, table]) => countOf(table, 'n') > 0)),
  };
}

function qualityOf(person: string, counted: readonly Counted[], parameters: Parameters): PersonQuality {
  // Articles without a day come first: they cannot be the latest.
  const inOrder = [...counted].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : (a.day ?? '') > (b.day ?? '') ? 1 : a.article < b.article ? -1 : 1));
  const windows: QualityWindow[] = [];
  // From the end, so that the latest window is a whole one.
  for (let end = inOrder.length; end > 0; end -= windowArticles) windows.unshift(windowOf(inOrder.slice(Math.max(0, end - windowArticles), end), parameters, windows.length < recentWindows));
  const whole = windowOf(inOrder, parameters);
  const active = inOrder.flatMap((one) => (one.active === null ? [] : [[one.article, one.active] as const]));
  return { person, whole, windows, active, isFalling: isFalling(windows, whole) };
}

function reasonsIn(counted: readonly Counted[]): readonly ReasonCount[] {
  const times = new Map<DecisionReason, number>();
  for (const reason of counted.flatMap(({ reasons }) => reasons)) times.set(reason, (times.get(reason) ?? 0) + 1);
  return [...times].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

function isFalling(windows: readonly QualityWindow[], whole: QualityWindow): boolean {
  const latest = windows.at(-1);
  if (!latest || windows.length < 2 || latest.isThin || latest.strict.value === null || whole.strict.value === null) return false;
  return latest.strict.value < alarmShare * whole.strict.value;
}

const nothing: Tally = new Counts();

/** As `offsetCounts`, but earlier and later ones do not add up. */
const signed = (distance: number, pairs: number): Tally => new Counts([['distance', distance], ['pairs', pairs], ['n', pairs]]);

function windowOf(counted: readonly Counted[], parameters: Parameters, isRecent = true): QualityWindow {
  const days = counted.flatMap(({ day }) => day ?? []);
  const labels = new Map<string, LabelMisses>();
  for (const one of counted) {
    for (const [label, more] of one.labels) {
      const known = labels.get(label) ?? { label, found: 0, missed: 0, spurious: 0 };
      labels.set(label, { label, found: known.found + more.found, missed: known.missed + more.missed, spurious: known.spurious + more.spurious });
    }
  }
  const attributes = [...new Set(counted.flatMap((one) => [...one.attributes.keys()]))].sort();
  const asked = (id: AskedValue['id'], of: (one: Counted) => Tally | undefined, hasInterval: boolean): AskedValue =>
    ({ id, tallies: counted.map((one) => of(one) ?? nothing), hasInterval });
  const values = valuesOver([
    asked('strict-f1', ({ strict }) => strict, true), asked('overlap-f1', ({ overlap }) => overlap, true),
    asked('start-offset', (one) => signed(one.start, one.pairs), true), asked('end-offset', (one) => signed(one.end, one.pairs), true),
    asked('share', ({ isReturned }) => shareTally(Number(isReturned), 1), true),
    ...[...labels.keys()].flatMap((label) => {
      const shareOf = (what: 'missed' | 'spurious') => ({ labels: counts }: Counted): Tally | undefined => {
        const own = counts.get(label);
        return own && shareTally(own[what], own.found + own[what]);
      };
      return [
        asked('strict-f1', (one) => one.labels.get(label)?.strict, isRecent), asked('overlap-f1', (one) => one.labels.get(label)?.overlap, isRecent),
        asked('share', shareOf('missed'), isRecent), asked('share', shareOf('spurious'), isRecent),
      ];
    }),
    ...attributes.map((attribute) => asked('attribute-kappa', (one) => one.attributes.get(attribute), isRecent)),
  ], parameters);
  const valueAt = (place: number): GoldValue => {
    const found = values[place];
    if (!found) throw new Error(`no value ${place} of ${values.length}`);
    return found;
  };
  return {
    from: days[0] ?? null, to: days.at(-1) ?? null, articles: counted.map(({ article }) => article), isThin: counted.length < thinWindow,
    strict: valueAt(0), overlap: valueAt(1),
    offsets: { start: valueAt(2), end: valueAt(3) },
    labels: [...labels.values()].map((one, place) => {
      const [strict, overlap, missedShare, spuriousShare] = [5, 6, 7, 8].map((first) => valueAt(first + 4 * place)) as [GoldValue, GoldValue, GoldValue, GoldValue];
      return { ...one, strict, overlap, missedShare, spuriousShare };
    }),
    attributes: attributes.map((attribute, place) => ({ attribute, ...valueAt(5 + 4 * labels.size + place) })),
    reasons: reasonsIn(counted), returned: counted.filter(({ isReturned }) => isReturned).length, returnedShare: valueAt(4),
    tokens: counted.map(({ tokens }) => tokens),
  };
}
