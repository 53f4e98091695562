import { type ReviewContext } from '../commands/review-context.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Change, type DataRecord, noChange } from '../model/change.ts';
import { type Anchor, type Asked, type Commented, type Resolved, type Ruled } from '../model/discussed.ts';
import { type EventId } from '../model/id.ts';
import { type ReviewAct, type ReviewEvent } from '../model/review-event.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { hasLoneSurrogate, type Span } from '../text/offsets.ts';

type Said<Kind extends ReviewAct> = ReviewEvent & Kind;

export interface Thread {
  readonly first: Said<Commented>;
  readonly answers: readonly Said<Commented>[];
  readonly isResolved: boolean;
}

const byTime = (a: ReviewEvent, b: ReviewEvent): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1);

/** What was said at places of an Article, the oldest first; an answer whose beginning has not come stands by itself. */
export function threadsIn(events: readonly ReviewEvent[]): readonly Thread[] {
  const comments = events.filter((one): one is Said<Commented> => one.kind === 'commented').sort(byTime);
  const known = new Set(comments.map(({ id }) => id));
  const firsts = comments.filter(({ thread }) => thread === null || !known.has(thread));
  const last = new Map<EventId, Said<Resolved>>();
  for (const one of events) {
    if (one.kind !== 'resolved') continue;
    const before = last.get(one.thread);
    if (!before || one.turn > before.turn || (one.turn === before.turn && one.id > before.id)) last.set(one.thread, one);
  }
  return firsts.map((first) => ({
    first,
    answers: comments.filter(({ thread, id }) => thread === first.id && id !== first.id),
    isResolved: last.get(first.id)?.isResolved ?? false,
  }));
}

/** Open threads that keep a gold set from being closed. */
export const blockingThreads = (events: readonly ReviewEvent[]): readonly Thread[] => threadsIn(events).filter(({ first, isResolved }) => first.blocking && !isResolved);

/** Where an anchor stands now; `null` where it is gone and only its quotation is left, or where it is the Article as a whole. */
export function placeOf(anchor: Anchor, sets: readonly AnnotationSet[]): readonly Span[] | null {
  if (anchor.kind === 'article') return null;
  if (anchor.kind === 'range') return [anchor.span];
  const set = sets.find(({ id }) => id === anchor.set);
  const id = anchor.kind === 'annotation' ? anchor.annotation : set?.relations.find((one) => one.id === anchor.relation)?.from;
  return set?.annotations.find((one) => one.id === id)?.spans ?? null;
}

export interface CommentInput {
  readonly anchor: Anchor;
  readonly words: string;
  readonly blocking?: boolean;
  readonly thread?: EventId | null;
}

/** Problems: `words-missing`, `text-not-unicode`. */
export function comment(context: ReviewContext, { anchor, words, blocking = false, thread = null }: CommentInput): Result<Change> {
  const said = written(words);
  return said.ok ? ok(saying(context, { kind: 'commented', thread, anchor, words: said.value, blocking })) : said;
}

/** Settles a thread, or opens it again. Problem: `thread-missing`. */
export function resolve(context: ReviewContext, { thread, isResolved }: Pick<Resolved, 'thread' | 'isResolved'>): Result<Change> {
  if (!context.events.some(({ id, kind }) => id === thread && kind === 'commented')) return fail(problem('thread-missing'));
  const turns = context.events.flatMap((one) => (one.kind === 'resolved' && one.thread === thread ? [one.turn] : []));
  return ok(saying(context, { kind: 'resolved', thread, isResolved, turn: 1 + Math.max(0, ...turns) }));
}

/** Puts a question to the guideline. Problems: as `comment`. */
export function ask(context: ReviewContext, { anchor, question }: Pick<Asked, 'anchor' | 'question'>): Result<Change> {
  const said = written(question);
  return said.ok ? ok(saying(context, { kind: 'asked', anchor, question: said.value })) : said;
}

/**
 * Answers: the next entry of the guideline. It holds for every Article, so it is of none; where it was asked, its question says. `all` is everything
 * that was said in the project, since entries are counted across Articles.
 */
export function rule(context: Pick<ReviewContext, 'by' | 'now' | 'newId'>, all: readonly ReviewEvent[], { question, rule: text, examples }: Omit<Ruled, 'kind' | 'number'>): Result<Change> {
  const said = written(text);
  if (!said.ok) return said;
  const number = 1 + Math.max(0, ...all.flatMap((one) => (one.kind === 'ruled' ? [one.number] : [])));
  const act: Ruled = { kind: 'ruled', number, question, rule: said.value, examples: examples.map((one) => one.trim()).filter((one) => one !== '') };
  return ok({ ...noChange, added: [{ kind: 'event', value: { id: context.newId('event'), article: null, by: context.by, at: context.now, ...act } }] });
}

/** Questions, those without an answer first, each with the entry that answers it. */
export function questionsIn(events: readonly ReviewEvent[]): readonly { readonly asked: Said<Asked>; readonly ruled: Said<Ruled> | null }[] {
  const rules = rulesIn(events);
  return events
    .filter((one): one is Said<Asked> => one.kind === 'asked')
    .sort(byTime)
    .map((asked) => ({ asked, ruled: rules.find(({ question }) => question === asked.id) ?? null }))
    .sort((a, b) => Number(a.ruled !== null) - Number(b.ruled !== null));
}

/** How many threads are open and questions without an answer. */
export const openTalk = (events: readonly ReviewEvent[]): number =>
  threadsIn(events).filter(({ isResolved }) => !isResolved).length + questionsIn(events).filter(({ ruled }) => ruled === null).length;

/** The entries of the guideline by number; two that two devices gave one number both hold, the earlier one first. */
export const rulesIn = (events: readonly ReviewEvent[]): readonly Said<Ruled>[] =>
  events.filter((event): event is Said<Ruled> => event.kind === 'ruled').sort((a, b) => a.number - b.number || byTime(a, b));

function written(words: string): Result<string> {
  const text = words.trim();
  if (text === '') return fail(problem('words-missing'));
  return hasLoneSurrogate(text) ? fail(problem('text-not-unicode')) : ok(text);
}

/** A Change that says this and alters nothing. */
export function saying({ newId, article, by, now }: ReviewContext, act: ReviewAct): Change {
  const event: DataRecord = { kind: 'event', value: { id: newId('event'), article: article.id, by, at: now, ...act } };
  return { added: [event], updated: [], removed: [] };
}
