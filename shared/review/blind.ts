import { type AnnotationSet, type SetHead } from '../model/annotation-set.ts';
import { byArticle } from '../model/by-article.ts';
import { type AnnotatorId, type ArticleId, type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { isInOffice, type Roles, settles } from './offices.ts';
import { answersTo, closedRounds, isIn, type Work, worksOn } from './work.ts';

/**
 * Whoever looks at a project. On Articles that were given to them to be done blind, and that they have not handed in (or whose round is held and not closed), they see of other people's
 * work nothing: no set, no number made of sets, no decision, no comment but their own and the lead's. Nor does anybody see what it was not for others to do: a gold set
 * of somebody whom the roster makes no judge, a statement that is the lead's alone (`isInOffice`). Everything that shows work asks here.
 */
export interface Viewer {
  readonly me: AnnotatorId;
  /** Articles that they work on blind, each with whoever gave it out. */
  readonly blind: ReadonlyMap<ArticleId, ReadonlySet<AnnotatorId>>;
  /** What the roster makes of people (`rolesIn`); without it nobody is denied anything. */
  readonly roles?: Roles;
}

/** @param events all that was said of the Articles in question, who took up a name (`taken-up`), and which rounds were closed */
export function viewerOf(me: AnnotatorId, events: readonly ReviewEvent[]): Viewer {
  const names = answersTo(events);
  const closed = closedRounds(events);
  const blind = new Map<ArticleId, ReadonlySet<AnnotatorId>>();
  for (const [article, said] of byArticle(events)) {
    const own = worksOn({ events: said, sets: [], annotators: [], answersTo: names, closed }).find(({ annotator }) => annotator === me);
    if (own?.isBlind !== true || (isIn(own) && !own.isHeld)) continue;
    const isMine = (event: ReviewEvent): boolean => event.kind === 'assigned' && (names.get(event.annotator) ?? event.annotator) === me;
    blind.set(article, new Set(said.filter(isMine).map(({ by }) => by)));
  }
  return { me, blind };
}

const isOwnWork = ({ me }: Viewer, { annotator, role }: Pick<SetHead, 'annotator' | 'role'>): boolean => annotator === me && role === 'work';

const noRoles: Roles = new Map();

/** Somebody else's gold, though the roster does not make them a judge. */
const isNoGold = ({ me, roles = noRoles }: Viewer, { annotator, role }: Pick<SetHead, 'annotator' | 'role'>): boolean =>
  role === 'adjudicated' && annotator !== me && !settles(roles, annotator);

/** The sets that may be shown, searched, counted, exported. A gold set is made of others' work: whoever works blind does not see their own either. */
export const seenSets = <Head extends Pick<SetHead, 'article' | 'annotator' | 'role'>>(viewer: Viewer, sets: readonly Head[]): readonly Head[] =>
  sets.filter((set) => (!viewer.blind.has(set.article) || isOwnWork(viewer, set)) && !isNoGold(viewer, set));

/** How far everybody is, without what the others did. */
export const seenWorks = (viewer: Viewer, article: ArticleId, works: readonly Work[]): readonly Work[] =>
  viewer.blind.has(article) ? works.map((work) => (work.annotator === viewer.me ? work : { ...work, set: null, reason: '' })) : works;

/** What of an Article's sets stands in lists: the same, of the own work alone. */
export interface SeenSummary {
  readonly id: ArticleId;
  readonly otherSets: number;
  readonly annotators: readonly AnnotatorId[];
  readonly agreement?: number;
}

export function seenSummary<Summary extends SeenSummary>(viewer: Viewer, summary: Summary): Summary {
  if (!viewer.blind.has(summary.id)) return summary;
  const { agreement: _, ...bare } = summary;
  return { ...bare, otherSets: 0, annotators: summary.annotators.filter((one) => one === viewer.me).slice(0, 1) } as unknown as Summary;
}

/**
 * What was said and may be heard. Who was given what and who handed in is no secret; what was decided, judged and said of others' work is.
 * @param ownSets of whoever looks
 */
export function seenEvents(viewer: Viewer, events: readonly ReviewEvent[], ownSets: ReadonlySet<SetId>): readonly ReviewEvent[] {
  const words = new Map(events.map((event) => [event.id, event]));
  return events.filter((event) => {
    if (!isInOffice(viewer.roles ?? noRoles, event)) return false;
    const leads = event.article === null ? undefined : viewer.blind.get(event.article);
    if (leads === undefined || event.by === viewer.me) return true;
    const isLeads = leads.has(event.by);
    switch (event.kind) {
      case 'decided':
      case 'gold-sealed':
      case 'gold-named':
        return false;
      case 'returned':
      case 'accepted':
        return ownSets.has(event.set);
      case 'commented':
      case 'asked':
        return isLeads && (!('set' in event.anchor) || ownSets.has(event.anchor.set));
      case 'resolved':
        return isLeads && words.get(event.thread)?.by === viewer.me;
      case 'ruled':
        return isLeads || event.question === null;
      default:
        return true;
    }
  });
}

/**
 * The order in which readings are called A, B, C …: another one in each Article, so that nobody is known by a place, and the same one
 * whenever this person opens it. Not blind: by id.
 */
export function orderOfReadings(sets: readonly AnnotationSet[], seed: { readonly article: ArticleId; readonly by: AnnotatorId }, isBlind: boolean): readonly AnnotationSet[] {
  const rank = ({ annotator, id }: AnnotationSet): string => (isBlind ? fingerprint(`${seed.article} ${seed.by} ${annotator} ${id}`) : id);
  return sets.map((set) => [rank(set), set] as const).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set);
}

/** What the readings are called: A, B … Z, then AA. */
export function letterOf(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter;
}
