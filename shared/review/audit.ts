import { type Annotation } from '../model/annotation.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Dataset } from '../model/dataset.ts';
import { type DecisionAct, type DecisionReason, type DecisionRule, type Settled } from '../model/decided.ts';
import { type AnnotationId, type AnnotatorId, type ArticleId, type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { type GoldItem, type GoldSource, goldItems, versionsOf } from './gold.ts';
import { isDecided, type Standing } from './settlement.ts';
import { type Trace, type Traces } from './trace.ts';

/** One thing that was done to a gold set. */
export interface AuditLine {
  readonly article: ArticleId;
  readonly set: SetId;
  /** Whose gold set it is. */
  readonly of: AnnotatorId;
  /** `sealed`: it was closed; `unknown`: it came with a file, and nothing tells how it came about. */
  readonly act: DecisionAct | 'sealed' | 'unknown';
  readonly by: AnnotatorId;
  /** ISO 8601, UTC; `null` of what is unknown. */
  readonly at: string | null;
  /** In which turn of the gold set it was decided: the order of decisions, whatever clocks say. `null` of what no decision was. */
  readonly turn: number | null;
  readonly rule: DecisionRule | null;
  readonly reason: DecisionReason | null;
  readonly note: string;
  readonly annotation: AnnotationId | null;
  /** What stands in the gold set for it; of what does not stand there, how somebody had marked it, if that is still known. */
  readonly thing: Annotation | null;
  /** What stood in the gold set for it before and after; `null` for nothing, and where that is not known (`trace`). */
  readonly before: Annotation | null;
  readonly after: Annotation | null;
  /** `null` where the Log does not tell. */
  readonly trace: Pick<Trace, 'device' | 'lamport' | 'sequence' | 'app'> | null;
  /** Nothing was decided about the thing later. */
  readonly holds: boolean;
  /** How an item came about that stands in the gold set, and how sure it is; of the decision that holds alone. */
  readonly item: GoldItem | null;
  /** Whose reading was taken as it is. */
  readonly taken: AnnotatorId | null;
  /** Who had marked it; nobody is named of what was only put off, since whoever decides may not know it yet. */
  readonly readers: readonly AnnotatorId[];
  /** Of a closing. */
  readonly version: number | null;
  readonly hash: string | null;
}

/** The source of an item, or that its readings stand beside each other. */
export const auditedSource = ({ act, item, holds }: AuditLine): GoldSource | 'undecidable' | null => item?.source ?? (act === 'undecidable' && holds ? 'undecidable' : null);

/**
 * How the gold sets of each Article came about, from what was said of them: of each set the decisions in their turns, a line for each thing that
 * was decided about, then what stands there though nobody decided it, then its closings. What was taken back is not among them: that is in the Log.
 */
export function auditLines({ articles, sets, events = [] }: Pick<Dataset, 'articles' | 'sets' | 'events'>, traces: Traces = new Map()): readonly AuditLine[] {
  const inOrder = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  return inOrder.flatMap(({ id }) => {
    const here = sets.filter(({ article }) => article === id);
    const said = events.filter(({ article }) => article === id);
    const golds = here.filter(({ role }) => role === 'adjudicated').sort((a, b) => (a.id < b.id ? -1 : 1));
    return golds.flatMap((gold) => linesOf(gold, here, said, traces));
  });
}

function linesOf(gold: AnnotationSet, sets: readonly AnnotationSet[], events: readonly ReviewEvent[], traces: Traces): readonly AuditLine[] {
  const setOf = new Map(sets.map((set) => [set.id, set] as const));
  const standing = new Map(gold.annotations.map((one) => [one.id, one] as const));
  const items = goldItems(gold, events);
  const frame = {
    article: gold.article, set: gold.id, of: gold.annotator, rule: null, reason: null, note: '', annotation: null, thing: null, holds: true, item: null, taken: null,
    readers: [], turn: null, version: null, hash: null, before: null, after: null, trace: null,
  } as const;
  const decided = standingsOf(gold.id, events);
  const last = lastOf(decided);
  const stoodAfter = standingAfter(traces);
  const decisions = decided.map((one): AuditLine => {
    const { event, item } = one;
    const holds = last.has(one);
    const isMaking = event.act !== 'link';
    const there = item.gold === null ? undefined : standing.get(item.gold);
    return {
      ...frame, ...stoodAfter(one), trace: traceOf(traces, event), act: event.act, by: event.by, at: event.at, turn: event.turn, rule: event.rule, reason: event.reason, note: event.note, annotation: item.gold, holds,
      thing: there ?? asMarked(item, setOf), item: (holds && isMaking && there && items.get(there.id)) || null, taken: item.taken === null ? null : (setOf.get(item.taken)?.annotator ?? null),
      readers: event.act === 'defer' ? [] : item.from.flatMap(({ set }) => setOf.get(set)?.annotator ?? []),
    };
  });
  const known = new Set(decided.map(({ item }) => item.gold));
  const unknown = gold.annotations.filter(({ id }) => !known.has(id)).map((one): AuditLine =>
    ({ ...frame, act: 'unknown', by: gold.annotator, at: null, annotation: one.id, thing: one }));
  const closings = versionsOf(events, gold.id).map(({ id, by, at, version, hash }): AuditLine => ({ ...frame, trace: traceOf(traces, { id }), act: 'sealed', by, at, version, hash }));
  return [...decisions, ...unknown, ...closings];
}

/** What was decided about each thing, in the order of turns. */
const standingsOf = (gold: SetId, events: readonly ReviewEvent[]): readonly Standing[] =>
  events.filter(isDecided).filter(({ set }) => set === gold).sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1)).flatMap((event) => event.items.map((item) => ({ event, item })));

/** The decisions that hold: nothing was decided later about any of their readings, nor about what stands for them. What settles links leaves how a thing came about as it is. */
function lastOf(decided: readonly Standing[]): ReadonlySet<Standing> {
  const settled = new Set<string>();
  const last = new Set<Standing>();
  for (const one of [...decided].reverse()) {
    const things = [...one.item.from.map(({ set, annotation }) => `${set} ${annotation}`), ...(one.item.gold === null ? [] : [one.item.gold])];
    const about = one.event.act === 'link' ? things.map((thing) => `link ${thing}`) : things;
    if (!about.some((name) => settled.has(name))) last.add(one);
    for (const name of about) settled.add(name);
  }
  return last;
}

function asMarked({ from }: Settled, setOf: ReadonlyMap<SetId, AnnotationSet>): Annotation | null {
  const marked = from.flatMap(({ set, annotation }) => setOf.get(set)?.annotations.find(({ id }) => id === annotation) ?? []);
  return marked[0] ?? null;
}

function traceOf(traces: Traces, { id }: Pick<ReviewEvent, 'id'>): AuditLine['trace'] {
  const trace = traces.get(id);
  return trace ? { device: trace.device, lamport: trace.lamport, sequence: trace.sequence, app: trace.app } : null;
}

/** What stood in the gold set for a thing before and after each decision, asked in their order. A decision whose Change is not known leaves it unknown. */
function standingAfter(traces: Traces): (one: Standing) => Pick<AuditLine, 'before' | 'after'> {
  const stood = new Map<string, Annotation | null>();
  return ({ event, item }) => {
    const names = [...item.from.map(({ set, annotation }) => `${set} ${annotation}`), ...(item.gold === null ? [] : [item.gold])];
    const before = names.map((name) => stood.get(name)).find((one) => one !== undefined) ?? null;
    const made = traces.get(event.id)?.made;
    const after = item.gold === null || !made ? null : (made.get(item.gold) ?? before);
    for (const name of names) stood.set(name, after);
    return { before, after };
  };
}
