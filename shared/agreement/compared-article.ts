import { type Work, workOf } from '../compare/marked.ts';
import { type AnnotationSet, type SetHead, type SetStatus } from '../model/annotation-set.ts';
import { type Article } from '../model/article.ts';
import { type Dataset } from '../model/dataset.ts';
import { goldHead } from '../model/gold-head.ts';
import { type AnnotatorId, type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { isSecondTime, secondTimeOf } from '../model/second-time.ts';
import { continuum, type Voice } from './continuum.ts';
import { reworkedSets } from './independence.ts';
import { type SharedArticle } from './measure.ts';

/** Which of an Article's days counts. */
export type DayChoice = 'published' | 'added';

/** What of a project is compared. */
export interface AgreementChoice {
  /** Keys of people; `null` for every person's own work. */
  readonly people: readonly string[] | null;
  readonly statuses: readonly SetStatus[];
  /** As if nothing else had been marked; `null` for all. */
  readonly labels: readonly string[] | null;
  readonly day: DayChoice;
  /** First and last day, Gregorian `YYYY-MM-DD`; `null` for no limit. With a limit, Articles without a day are left out. */
  readonly from: string | null;
  readonly to: string | null;
  /** Articles whose work was handed in again after it had been given back or opened count, too: agreement after discussion is another thing. */
  readonly reworked: boolean;
}

export const usualAgreementChoice: AgreementChoice = { people: null, statuses: ['done'], labels: null, day: 'published', from: null, to: null, reworked: false };

/** What Continua call the gold set of an Article, whoever settled it. */
export const goldKey = 'gold';

/** Someone's work of one role; the same Annotator's adjudicated sets are another one's. */
export const keyOfSet = ({ annotator, role }: Pick<SetHead, 'annotator' | 'role'>): string => (role === 'work' ? annotator : `${annotator} (${role})`);

/** An Article with what the choice lets be heard of it. */
export interface ComparedArticle {
  readonly source: Article;
  /** Gregorian `YYYY-MM-DD`. */
  readonly day: string | null;
  /** The chosen people's; fewer than two where nobody else marked it. */
  readonly shared: SharedArticle;
  /** The gold set that counts (`goldHead`). */
  readonly gold: Voice | null;
  /** By key; `goldKey` names the gold set. */
  readonly sets: ReadonlyMap<string, AnnotationSet>;
  /** What those who are heard marked when the same text was planted among their work once more. */
  readonly again: readonly { readonly person: string; readonly voice: Voice }[];
  /** What was said of the Article. */
  readonly events: readonly ReviewEvent[];
  /** Somebody's work of those who are compared was handed in again after it had been given back or opened. */
  readonly isReworked: boolean;
  /** Everybody who could be chosen, heads of their sets by key. */
  readonly present: ReadonlyMap<string, SetHead>;
}

/**
 * One slice of a project (`Slicer`); `null` for the one without an Article, and outside of the days. Suggestions of machines are nobody's
 * judgement: they are heard when they are asked for by key.
 */
export function comparedArticle({ articles: [source], annotators, entities, sets, events = [] }: Dataset, choice: AgreementChoice): ComparedArticle | null {
  if (!source) return null;
  const day = dayOf(source, choice.day);
  if (!isWithin(day, choice)) return null;
  const persons = new Set<AnnotatorId>(annotators.flatMap(({ id, kind }) => (kind === 'person' ? [id] : [])));
  const isChosen = (set: AnnotationSet): boolean => (choice.people === null
    ? set.role === 'work' && persons.has(set.annotator)
    : choice.people.includes(keyOfSet(set))) && choice.statuses.includes(set.status);
  const present = new Map<string, SetHead>();
  const byKey = new Map<string, AnnotationSet>();
  const voices: Voice[] = [];
  const second: { readonly person: string; readonly voice: Voice }[] = [];
  const head = goldHead(sets, events);
  let gold: Voice | null = null;
  for (const set of [...sets].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = keyOfSet(set);
    const voice = (annotator: string): Voice => ({ annotator, ...onlyLabels(workOf(set, entities), choice.labels) });
    if (set.id === head?.id) {
      gold = voice(goldKey);
      byKey.set(goldKey, set);
    }
    // A person with two sets of one role on an Article is heard once.
    if (present.has(key) || byKey.has(key)) continue;
    const first = sets.find(({ annotator, role }) => role === 'work' && secondTimeOf(annotator) === set.annotator);
    if (isSecondTime(set.annotator)) {
      if (!first || set.role !== 'work' || !choice.statuses.includes(set.status)) continue;
      second.push({ person: keyOfSet(first), voice: voice(key) });
      byKey.set(key, set);
      continue;
    }
    present.set(key, set);
    if (!isChosen(set)) continue;
    byKey.set(key, set);
    voices.push(voice(key));
  }
  const reworked = reworkedSets(events);
  const isReworked = voices.some(({ annotator }) => reworked.has(byKey.get(annotator)?.id as SetId));
  const again = second.filter(({ person }) => voices.some(({ annotator }) => annotator === person));
  return { source, day, gold, sets: byKey, again, events, isReworked, present, shared: { text: source.text, continuum: continuum(source.id, source.text.length, voices) } };
}

const dayOf = ({ source, added }: Article, day: DayChoice): string | null => (day === 'published' ? source.published : added)?.slice(0, 10) ?? null;

const isWithin = (day: string | null, { from, to }: AgreementChoice): boolean =>
  (from === null && to === null) || (day !== null && (from === null || day >= from) && (to === null || day <= to));

/** Links go with what they hang on. */
function onlyLabels(work: Work, labels: AgreementChoice['labels']): Work {
  if (labels === null) return work;
  const marked = work.marked.filter(({ label }) => labels.includes(label));
  const ids = new Set(marked.map(({ id }) => id));
  return { marked, links: work.links.filter(({ from, to }) => ids.has(from) && (to.kind === 'entity' || ids.has(to.id))) };
}

/** Is it to be left out of how far people agree with each other? */
export const isSetAside = ({ isReworked }: Pick<ComparedArticle, 'isReworked'>, { reworked }: AgreementChoice): boolean => isReworked && !reworked;

/** A person beside the gold set, with gold as A: what is missing is missing against gold, and borders later than gold's are greater than 0. */
export const besideGold = ({ shared: { continuum: text }, gold }: ComparedArticle, person: Voice) =>
  (gold === null ? null : { article: text.article, length: text.length, voices: [gold, person] as const });
