import { type ReviewContext } from '../commands/review-context.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Change } from '../model/change.ts';
import { checkSet } from '../model/check.ts';
import { type DecisionReason, type GoldSealed, type Reading } from '../model/decided.ts';
import { type AnnotationId, type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { sealOf } from '../model/seal.ts';
import { fail, ok, problem, type Problem, type Result } from '../result.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { blockingThreads, saying } from './discussion.ts';
import { goldChange } from './settle.ts';
import { isDecided, type LinkCase, type Settlement, settlementOf } from './settlement.ts';

/** A link that has to be looked at before the gold set can be closed: open, or taken and without its other end. */
export const isOrphan = ({ state }: LinkCase): boolean => state === 'orphan';
export const isOpenLink = ({ state }: LinkCase): boolean => state === 'open' || state === 'waiting';

/** What a gold set is looked at for before it is closed. */
export type SealGround = Pick<ReviewContext, 'schema' | 'article' | 'entities' | 'events'>;

/** What keeps the gold set from being closed; none when nothing does. Text and Schema are looked at when nothing is left to be decided: they are dear. */
export function sealProblems(ground: SealGround, settlement: Settlement): readonly Problem[] {
  const { gold, cases, links, among } = settlement;
  const counted = (code: CountedCode, count: number): readonly Problem[] => (count > 0 ? [blocks(code, count)] : []);
  const left = [
    ...(among.length === 0 ? [problem('gold-nothing-compared')] : []),
    ...counted('gold-open-cases', cases.filter(({ state }) => state !== 'decided').length),
    ...counted('gold-open-links', links.filter(isOpenLink).length),
    ...counted('gold-orphans', links.filter(isOrphan).length),
    ...counted('gold-blocked', blockingThreads(ground.events).length),
  ];
  if (left.length > 0) return left;
  return [
    ...(fingerprint(ground.article.text) === ground.article.fingerprint ? [] : [problem('gold-text-differs')]),
    ...(gold ? checkSet({ ...ground, entities: new Set(ground.entities.map(({ id }) => id)) }, gold).filter(({ severity }) => severity === 'error') : []),
  ];
}

type CountedCode = 'gold-open-cases' | 'gold-open-links' | 'gold-orphans' | 'gold-blocked';

function blocks(code: CountedCode, n: number): Problem {
  switch (code) {
    case 'gold-open-cases':
      return problem('gold-open-cases', {}, { n });
    case 'gold-open-links':
      return problem('gold-open-links', {}, { n });
    case 'gold-orphans':
      return problem('gold-orphans', {}, { n });
    case 'gold-blocked':
      return problem('gold-blocked', {}, { n });
  }
}

/** The closed versions of a gold set, the first one first. */
export const versionsOf = (events: readonly ReviewEvent[], set: SetId): readonly (ReviewEvent & GoldSealed)[] =>
  events.filter((one): one is ReviewEvent & GoldSealed => one.kind === 'gold-sealed' && one.set === set).sort((a, b) => a.version - b.version);

/** Is the set as its last version says? */
export const isSealed = (gold: AnnotationSet | null, events: readonly ReviewEvent[]): boolean =>
  gold !== null && gold.status === 'done' && versionsOf(events, gold.id).at(-1)?.hash === sealOf(gold);

/** Closes the gold set as its next version. An empty one is gold as well: somebody looked and found nothing. Problems: those of `sealProblems`, `gold-sealed-already`. */
export function sealGold(context: ReviewContext, among: readonly SetId[]): Result<Change> {
  const settlement = settlementOf(context, among);
  const problems = sealProblems(context, settlement);
  if (problems.length > 0) return fail(...problems);
  const before = settlement.gold;
  if (isSealed(before, context.events)) return fail(problem('gold-sealed-already'));
  const gold: AnnotationSet = {
    ...(before ?? { id: context.newId('set'), article: context.article.id, annotator: context.by, role: 'adjudicated', annotations: [], relations: [] }),
    status: 'done',
  };
  const version = 1 + (versionsOf(context.events, gold.id).at(-1)?.version ?? 0);
  const said = saying(context, { kind: 'gold-sealed', set: gold.id, among: settlement.among.map(({ id }) => id), version, hash: sealOf(gold) });
  return ok(goldChange(before, gold, ...said.added));
}

/** How an item of the gold set came about. */
export type GoldSource = 'unanimous' | 'adjudicated' | 'reviewed' | 'single';

export interface GoldItem {
  readonly source: GoldSource;
  readonly reason: DecisionReason | null;
  readonly note: string;
  /** How many people's work was compared. */
  readonly people: number;
  /** How many settled it: whoever made this gold set, and those whose gold sets it was made of. */
  readonly adjudicators: number;
  /** Which part, 0 to 1, of those who were compared had marked it just so; `null` where nobody noted it. */
  readonly confidence: number | null;
  /** Somebody looked at it, and no rule alone. */
  readonly isSeen: boolean;
}

/** How each Annotation of a gold set came about; one without a decision was marked by one person and by nobody looked at. */
export function goldItems({ id, annotations }: AnnotationSet, events: readonly ReviewEvent[]): ReadonlyMap<AnnotationId, GoldItem> {
  const made = new Map<AnnotationId, GoldItem>();
  const goldSets = new Set(events.filter(isDecided).map(({ set }) => set));
  const decided = events.filter(isDecided).filter(({ set }) => set === id).sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1));
  for (const event of decided) {
    for (const { gold, unanimous, from, agreeing } of event.items) {
      if (gold === null || event.act === 'link') continue;
      const people = event.among.length;
      // Another adjudicator settled it just so: it came about as it did before, and somebody more has looked at it.
      const before = made.get(gold);
      const settled = 1 + new Set(from.flatMap(({ set }) => (set !== id && goldSets.has(set) ? [set] : []))).size;
      const adjudicators = Math.max(settled, before?.adjudicators ?? 0);
      if (people < 2 && unanimous && before) {
        made.set(gold, { ...before, adjudicators, isSeen: true });
        continue;
      }
      const isTakenAsIs = event.act === 'accept' || event.act === 'merge';
      const source = people < 2 ? (event.rule === 'rest' ? 'single' : 'reviewed') : unanimous && isTakenAsIs ? 'unanimous' : 'adjudicated';
      const confidence = agreeing === undefined ? null : agreeing / Math.max(1, people);
      made.set(gold, { source, reason: event.reason, note: event.note, people, adjudicators, confidence, isSeen: event.rule === null });
    }
  }
  return new Map(annotations.map((one) => [one.id, made.get(one.id) ?? { source: 'single', reason: null, note: '', people: 1, adjudicators: 0, confidence: null, isSeen: false }]));
}

/** Readings of what stands nowhere in the gold set because nobody could say which is right, with the reason: of the decisions that hold. */
export function undecidable({ id }: Pick<AnnotationSet, 'id'>, events: readonly ReviewEvent[]): readonly Undecidable[] {
  const last = new Map<string, Undecidable | null>();
  const decided = events.filter(isDecided).filter(({ set }) => set === id).sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1));
  for (const { act, items, reason, note } of decided)
    for (const { from, readings } of items) last.set(from.map(({ set, annotation }) => `${set} ${annotation}`).sort().join(), act === 'undecidable' ? { readings, reason, note } : null);
  return [...last.values()].flatMap((one) => one ?? []);
}

export interface Undecidable {
  readonly readings: readonly Reading[];
  readonly reason: DecisionReason | null;
  readonly note: string;
}
