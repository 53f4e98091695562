import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Annotator, annotatorName } from '../../../shared/model/annotator.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type AnnotatorId, type SetId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { joined } from '../../../shared/commands/legal-spans.ts';
import { letterOf, orderOfReadings } from '../../../shared/review/blind.ts';
import { type Case, goldOf, type LinkCase, type Settlement, settlementOf } from '../../../shared/review/settlement.ts';
import { isUnanimous } from '../../../shared/review/settle.ts';

/** What is stored of an Article and asked for here. */
export interface ReviewData {
  readonly schema: Schema;
  readonly article: Article;
  readonly sets: readonly AnnotationSet[];
  readonly events: readonly ReviewEvent[];
  readonly entities: readonly Entity[];
  readonly annotators: readonly Annotator[];
  readonly by: AnnotatorId;
}

/** Whose work is compared, under which letter. */
export interface Reader {
  readonly set: AnnotationSet;
  readonly letter: string;
  readonly name: string;
}

/** All that the screen shows, derived from what is stored. */
export interface ReviewScene extends ReviewData {
  readonly settlement: Settlement;
  /** In the order of their letters. */
  readonly readers: readonly Reader[];
  readonly isBlind: boolean;
}

export function sceneOf(data: ReviewData, among: readonly SetId[], isBlind: boolean): ReviewScene {
  const settlement = settlementOf(data, among);
  const nameOf = (id: AnnotatorId): string => annotatorName(data.annotators, id);
  const order = orderOfReadings(settlement.among, { article: data.article.id, by: data.by }, isBlind);
  return { ...data, settlement, isBlind, readers: order.map((set, place) => ({ set, letter: letterOf(place), name: nameOf(set.annotator) })) };
}

/** How the readings of a case differ, by the name that colours, signs and words go by. */
export type CaseClass = 'agree' | 'attributes' | 'boundary' | 'label' | 'both' | 'only' | 'added';

export function classOf({ members, verdict }: Case): CaseClass {
  if (members.length === 0) return 'added';
  if (verdict === 'solo') return 'only';
  return verdict === 'boundary+label' ? 'both' : verdict;
}

const signs: Readonly<Record<Exclude<CaseClass, 'only'>, string>> = { agree: '=', attributes: '≈', boundary: '↔', label: '≠', both: '×', added: '+' };

/** Of a single person's work there is nobody whom one could say of that they had not marked it. */
export const hasOneReader = ({ readers }: Pick<ReviewScene, 'readers'>): boolean => readers.length < 2;

/** A letter of the alphabet where one person alone marked it. */
export function signOf(scene: Pick<ReviewScene, 'readers'>, about: Case): string {
  const kind = classOf(about);
  if (kind === 'only' && hasOneReader(scene)) return '•';
  return kind === 'only' ? letterIn(scene, about.members[0]?.set.id) : signs[kind];
}

/** By what a class is drawn: `only-a` and `only-b` for what the first or the second of several marked alone, `only` for all others'. */
export type CaseLook = CaseClass | 'only-a' | 'only-b';

export function lookOf(scene: Pick<ReviewScene, 'readers'>, about: Case): CaseLook {
  const kind = classOf(about);
  if (kind !== 'only' || hasOneReader(scene)) return kind;
  const place = scene.readers.findIndex(({ set }) => set.id === about.members[0]?.set.id);
  return place === 0 ? 'only-a' : place === 1 ? 'only-b' : 'only';
}

/** A group of cases that can be looked at alone: by the sign of their class, or what a rule decided. */
export type CaseKind = string;

export const isOfKind = (scene: Pick<ReviewScene, 'readers'>, about: Case, kind: CaseKind): boolean =>
  kind === 'by-rule' ? about.decision !== null && about.decision.event.rule !== null : signOf(scene, about) === kind;

/** How many cases there are of each class, the commonest first, and how many a rule decided; each with one of them. */
export function countsOf(scene: Pick<ReviewScene, 'readers' | 'settlement'>): readonly { readonly kind: CaseKind; readonly n: number; readonly first: Case }[] {
  const { cases } = scene.settlement;
  const found = new Map<CaseKind, Case[]>();
  for (const one of cases) {
    const kind = signOf(scene, one);
    const known = found.get(kind);
    if (known) known.push(one);
    else found.set(kind, [one]);
  }
  const classes = [...found].sort(([, a], [, b]) => b.length - a.length);
  const byRule = cases.filter((one) => isOfKind(scene, one, 'by-rule'));
  return [...classes, ...(byRule.length > 0 ? [['by-rule', byRule] as const] : [])].map(([kind, all]) => ({ kind, n: all.length, first: all[0] as Case }));
}

export const letterIn = ({ readers }: Pick<ReviewScene, 'readers'>, set: SetId | undefined): string => readers.find((one) => one.set.id === set)?.letter ?? '';

export const wordsAt = (text: string, spans: readonly Span[]): string => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');

/** What stands in the gold set for a case, or the first reading of it. */
export function spansOf(scene: Pick<ReviewScene, 'settlement'>, about: Case): readonly Span[] {
  const gold = goldAnnotation(scene, about);
  return gold?.spans ?? about.members[0]?.annotation.spans ?? [];
}

export const goldAnnotation = ({ settlement }: Pick<ReviewScene, 'settlement'>, about: Case) => {
  const id = about.members.length === 0 && about.decision === null ? about.key.slice('gold '.length) : (goldOf(about) ?? about.twin);
  return settlement.gold?.annotations.find((one) => one.id === id);
};

/** What readings are called that are not compared: those after the letters of the compared ones, in an order that tells nobody apart either. */
export function lettersOf({ readers, article, by, isBlind }: Pick<ReviewScene, 'readers' | 'article' | 'by' | 'isBlind'>, sets: readonly AnnotationSet[]): ReadonlyMap<SetId, string> {
  const compared = new Set(readers.map(({ set }) => set.id));
  const others = orderOfReadings(sets.filter(({ id }) => !compared.has(id)), { article: article.id, by }, isBlind);
  return new Map([...readers.map(({ set }) => set), ...others].map(({ id }, place) => [id, letterOf(place)] as const));
}

/** Whether the names of all who worked on the Article are hidden: until everything is decided. */
export const hidesPeople = ({ isBlind, settlement: { cases } }: ReviewScene): boolean => isBlind && (cases.length === 0 || cases.some(({ state }) => state !== 'decided'));

/** Who is who may be seen: never blind, or this case is decided. */
export const showsNames = ({ isBlind }: ReviewScene, { state }: Case): boolean => !isBlind || state === 'decided';

/** What was decided last. */
export const lastDecided = ({ settlement: { cases } }: Pick<ReviewScene, 'settlement'>): Case | undefined =>
  cases.reduce<Case | undefined>((last, one) => (one.state === 'decided' && (one.decision?.event.turn ?? 0) > (last?.decision?.event.turn ?? 0) ? one : last), undefined);

export const linksOfCase = ({ settlement }: ReviewScene, about: Case): readonly LinkCase[] => settlement.links.filter(({ from }) => from.key === about.key);

/** Text that some readings cover and others do not. */
export function disputed({ members }: Case): readonly Span[] {
  if (members.length < 2) return [];
  const edges = [...new Set(members.flatMap(({ annotation }) => annotation.spans.flatMap(({ start, end }) => [start, end])))].sort((a, b) => a - b);
  const found = edges.slice(1).flatMap((end, before) => {
    const start = edges[before] as typeof end;
    const covering = members.filter(({ annotation }) => annotation.spans.some((one) => one.start <= start && end <= one.end)).length;
    return covering > 0 && covering < members.length ? [{ start, end }] : [];
  });
  return joined(found);
}

/** All who were compared have the same Label over the same words: one lane says it for all. */
export const isFused = (about: Case): boolean => about.members.length > 1 && about.missing.length === 0 && (isUnanimous(about) || about.verdict === 'attributes');
