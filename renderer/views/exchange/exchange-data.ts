import { type SetStatus } from '../../../shared/model/annotation-set.ts';
import { type AnnotatorId, type ArticleId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { feedbackFor } from '../../../shared/review/feedback.ts';
import { notGiven } from '../../../shared/review/hand-over.ts';
import { isStrict } from '../../../shared/review/strict.ts';
import { isAwaited, isIn, isWithdrawn, type Work, type WorkState } from '../../../shared/review/work.ts';
import { type ArticleRow, type ProjectStore } from '../../store/project-store.ts';

/** An Article that this person does, or was asked to. */
export interface OwnArticle {
  readonly article: ArticleId;
  readonly title: string;
  readonly status: SetStatus;
  /** `null` where nobody gave it out and it was not handed in. */
  readonly work: Work | null;
}

/** What becomes of an own Article when work is handed in. */
export type Readiness = 'ready' | 'in' | 'open' | 'withdrawn';

export function readinessOf({ status, work }: OwnArticle): Readiness {
  if (work && isWithdrawn(work)) return 'withdrawn';
  if (work && isIn(work) && !work.isAltered) return 'in';
  return status === 'done' ? 'ready' : 'open';
}

/** One person whom work was given to, or who handed something in. */
export interface PersonProgress {
  readonly annotator: AnnotatorId;
  readonly name: string;
  readonly asked: number;
  readonly received: number;
  readonly withdrawn: number;
  /** What they will not do or nobody waits for, and why. */
  readonly left: readonly { readonly article: ArticleId; readonly title: string; readonly state: WorkState; readonly reason: string }[];
  /** When the oldest of what has not come was given to them, ISO 8601; `null` where nothing is waited for. */
  readonly since: string | null;
  /** What they are to hear and was not given to them yet (`feedbackFor`). */
  readonly waiting: readonly ReviewEvent[];
  /** Public key that their last file was signed with; `null` when it was unsigned, `undefined` when none came. */
  readonly key: string | null | undefined;
  readonly works: readonly (Work & { readonly article: ArticleId })[];
}

export interface ExchangeData {
  readonly own: readonly OwnArticle[];
  /** What I have said and not handed in: with what is ready, it goes along. */
  readonly unsaid: number;
  /** Comments and questions of mine that were not handed in: they can go alone. None of whoever gives work out, since theirs go to whom they are about. */
  readonly talk: number;
  /** Gold versions that I closed and nobody was given: whoever settles between several adjudicators may want them. */
  readonly golds: number;
  /** What is not handed in yet goes in an envelope. */
  readonly isStrict: boolean;
  readonly people: readonly PersonProgress[];
  /** Rounds that I gave out held, and that are not closed. */
  readonly rounds: readonly OpenRound[];
}

/** How far a round is. */
export interface OpenRound {
  readonly round: string;
  readonly asked: number;
  readonly received: number;
}

function openRounds(people: readonly PersonProgress[]): readonly OpenRound[] {
  const held = people.flatMap(({ works }) => works.filter(({ isHeld }) => isHeld));
  return [...new Set(held.map(({ round }) => round))].sort().map((round) => {
    const all = held.filter((work) => work.round === round);
    return { round, asked: all.length, received: all.filter(isIn).length };
  });
}

const rowsPerPage = 500;

/** All rows, a page at a time. */
export async function allRows(store: Pick<ProjectStore, 'rows'>): Promise<readonly ArticleRow[]> {
  const all: ArticleRow[] = [];
  for (let page = await store.rows(0, rowsPerPage); page.length > 0; page = await store.rows(all.length, rowsPerPage)) all.push(...page);
  return all;
}

export async function readExchange(store: ProjectStore): Promise<ExchangeData> {
  const events = await store.allEvents();
  const spokenOf = [...new Set(events.flatMap(({ article }) => article ?? []))];
  const works = await store.works(spokenOf);
  const mine = [...works].flatMap(([article, all]) => all.filter(({ annotator }) => annotator === store.annotator).map((work) => ({ article, work })));
  const isGivenOut = mine.some(({ work }) => work.isAssigned);
  // Where nobody gave anything out, whatever is done may be handed in.
  const rows = isGivenOut ? await store.rowsOf(mine.map(({ article }) => article)) : (await allRows(store)).filter(({ status }) => status !== 'todo');
  const workOf = new Map(mine.map(({ article, work }) => [article, work]));
  const own = rows.map((row) => ({ article: row.id, title: row.title, status: row.status, work: workOf.get(row.id) ?? null }));
  const unsent = notGiven(events, store.annotator);
  const left = [...works].flatMap(([article, all]) => (all.some(isWithdrawn) ? article : []));
  const titles = new Map((await store.rowsOf(left)).map(({ id, title }) => [id, title]));
  const people = peopleIn(store.annotator, events, works, titles);
  return {
    own, talk: isGivenOut || people.length === 0 ? unsent.filter(isTalk).length : 0, unsaid: unsent.filter(isOwnStatement).length, golds: unsent.filter(({ kind }) => kind === 'gold-sealed').length,
    isStrict: isStrict(events, new Set(own.flatMap((one) => (readinessOf(one) === 'in' || readinessOf(one) === 'withdrawn' ? [] : one.article)))),
    people, rounds: openRounds(people),
  };
}

const ownKinds: ReadonlySet<string> = new Set(['submitted', 'reopened', 'declined', 'skipped']);
const isOwnStatement = ({ kind }: ReviewEvent): boolean => ownKinds.has(kind);
const talkKinds: ReadonlySet<string> = new Set(['commented', 'resolved', 'asked']);
const isTalk = ({ kind }: ReviewEvent): boolean => talkKinds.has(kind);

const dayLength = 86_400_000;

/** Whole days from then to `now`, in milliseconds since 1970; 0 where a clock is wrong. */
export const daysSince = (then: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(then)) / dayLength));

/** @param titles of what somebody will not do */
function peopleIn(
  me: AnnotatorId, events: readonly ReviewEvent[], works: ReadonlyMap<ArticleId, readonly Work[]>, titles: ReadonlyMap<ArticleId, string>,
): readonly PersonProgress[] {
  const byPerson = new Map<AnnotatorId, (Work & { readonly article: ArticleId })[]>();
  for (const [article, all] of works) {
    for (const work of all) {
      if (work.annotator === me || (!work.isAssigned && work.seal === null)) continue;
      const theirs = byPerson.get(work.annotator);
      if (theirs) theirs.push({ ...work, article });
      else byPerson.set(work.annotator, [{ ...work, article }]);
    }
  }
  return [...byPerson]
    .map(([annotator, theirs]): PersonProgress => {
      const received = events.flatMap((event) => (event.kind === 'received' && event.person === annotator ? [event] : []));
      const latest = received.reduce<(typeof received)[number] | undefined>((last, one) => (last && last.at > one.at ? last : one), undefined);
      return {
        annotator,
        name: theirs[0]?.name ?? '',
        asked: theirs.filter(({ isAssigned }) => isAssigned).length,
        received: theirs.filter(isIn).length,
        withdrawn: theirs.filter(isWithdrawn).length,
        left: theirs.filter(isWithdrawn).map(({ article, state, reason }) => ({ article, title: titles.get(article) ?? '', state, reason })),
        since: theirs.filter(isAwaited).flatMap(({ since }) => since ?? []).sort()[0] ?? null,
        waiting: feedbackFor({ annotator, works: theirs }, me, events),
        key: latest?.key,
        works: theirs,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
