import { align } from '../compare/align.ts';
import { alignLinks } from '../compare/align-links.ts';
import { type Link, type Marked, startOf, valueOf, type Work } from '../compare/marked.ts';
import { type PairVerdict } from '../compare/verdict.ts';
import { type Entity } from '../model/entity.ts';
import { type AnnotationId, type AnnotatorId, type ArticleId, type SetId } from '../model/id.ts';
import { isSecondTime } from '../model/second-time.ts';
import { excerpt } from '../text/excerpt.ts';
import { attributeParts } from './attribute-agreement.ts';
import { casesIn, type Case } from './cases.ts';
import { besideGold, type ComparedArticle, goldKey } from './compared-article.ts';
import { type Cell, casesOfCell, casesTowards } from './confusion.ts';
import { type Continuum } from './continuum.ts';
import { weekOf } from './trend.ts';

/** Which things a number is made of. */
export type CaseSubject =
  /** Everything on which they differ. */
  | { readonly kind: 'different' }
  | { readonly kind: 'label'; readonly label: string }
  /** What A called this and B that, whether or not they agree. */
  | { readonly kind: 'cell'; readonly cell: Cell }
  | { readonly kind: 'relation'; readonly type: string | null }
  /** `LABEL.attribute`, on things that both marked. */
  | { readonly kind: 'attribute'; readonly subject: string };

export interface CaseQuery {
  readonly about: CaseSubject;
  /** Keys, A first; `goldKey` may be A. `null` for every two of those who are compared. */
  readonly people: Case['people'] | null;
  /** Of this week, by its Saturday. */
  readonly week?: string;
  readonly articles?: readonly ArticleId[];
}

export interface CaseSide {
  readonly set: SetId;
  readonly annotation: AnnotationId;
  readonly label: string;
  /** Of the text, cut where they are long; pieces are joined by « … ». */
  readonly words: string;
  /** Where a link leads, or the attribute's value. */
  readonly value: string | null;
}

/** A link that one of them has alone is named for that one. */
export type CaseVerdict = PairVerdict | 'relation-a' | 'relation-b';

/** A place at which two people can be looked at. */
export interface FoundCase {
  readonly article: ArticleId;
  readonly title: string;
  readonly language: string;
  readonly people: Case['people'];
  /** One of the two is there. */
  readonly a: CaseSide | null;
  readonly b: CaseSide | null;
  readonly verdict: CaseVerdict;
}

/** UTF-16 code units that are shown of a long quote. */
const longestWords = 140;

/** Everything that the query asks for in one Article, in the order of the text. */
export function casesFound(compared: ComparedArticle, entities: readonly Entity[], query: CaseQuery): readonly FoundCase[] {
  if (query.articles && !query.articles.includes(compared.source.id)) return [];
  if (query.week !== undefined && (compared.day === null || weekOf(compared.day) !== query.week)) return [];
  const text = continuumFor(compared, query.people);
  if (text === null) return [];
  const placed = query.about.kind === 'relation' ? linksFound(compared, text, entities, query.about.type) : marksFound(compared, text, query);
  return placed.sort((one, two) => one.start - two.start).map(({ found }) => found);
}

interface Placed {
  readonly start: number;
  readonly found: FoundCase;
}

/** Someone's work beside gold, or beside what they marked before: whatever was talked about, it is theirs. */
export const isOfOne = ({ people }: CaseQuery): boolean => people !== null && (people[0] === goldKey || isSecondTime(people[1] as AnnotatorId));

/** With gold where it is asked for: it is nobody of those who are compared. */
function continuumFor(compared: ComparedArticle, people: CaseQuery['people']): Continuum | null {
  const { continuum } = compared.shared;
  if (people === null) return continuum;
  const second = compared.again.find(({ person, voice }) => people[0] === person && people[1] === voice.annotator);
  if (second) return { ...continuum, voices: [...continuum.voices.filter(({ annotator }) => annotator === second.person), second.voice] };
  const voices = continuum.voices.filter(({ annotator }) => people.includes(annotator));
  if (people[0] === goldKey) return voices[0] ? besideGold(compared, voices[0]) : null;
  return voices.length === 2 ? { ...continuum, voices } : null;
}

const isDifferent = ({ verdict }: Case): boolean => verdict !== 'agree';

function marksFound(compared: ComparedArticle, text: Continuum, { about, people }: CaseQuery): Placed[] {
  const all = casesIn(text);
  const towards = people === null ? all : casesTowards(all, people);
  const side = sideIn(compared);
  switch (about.kind) {
    case 'cell':
      return casesOfCell(all, about.cell, people).map((one) => placedCase(compared, one, side));
    case 'attribute': {
      const [label, attribute] = attributeParts(about.subject);
      return towards.flatMap((one) => {
        if (one.a?.label !== label || one.b?.label !== label) return [];
        const [a, b] = [valueOf(one.a, attribute), valueOf(one.b, attribute)];
        return a === b ? [] : [placedCase(compared, one, side, [a, b])];
      });
    }
    case 'label':
      return towards.filter((one) => isDifferent(one) && [one.a?.label, one.b?.label].includes(about.label)).map((one) => placedCase(compared, one, side));
    default:
      return towards.filter(isDifferent).map((one) => placedCase(compared, one, side));
  }
}

type SideOf = (person: string, marked: Marked, value: string | null) => CaseSide;

const sideIn = ({ sets, source: { text } }: ComparedArticle): SideOf => (person, marked, value) => {
  const set = sets.get(person);
  if (!set) throw new Error(`${person} has no set on the article`);
  return { set: set.id, annotation: marked.id as AnnotationId, label: marked.label, words: wordsOf(text, marked), value };
};

function wordsOf(text: string, { spans }: Marked): string {
  return excerpt(spans.map(({ start, end }) => text.slice(start, end)).join(' … ').replaceAll(/\s+/g, ' '), longestWords);
}

const about = ({ source: { id, title, language } }: ComparedArticle) => ({ article: id, title, language });

function placedCase(
  compared: ComparedArticle, { people, a, b, verdict }: Case, side: SideOf, values: readonly [string | null, string | null] = [null, null],
): Placed {
  const found = { ...about(compared), people, a: a && side(people[0], a, values[0]), b: b && side(people[1], b, values[1]), verdict };
  return { start: Math.min(...[a, b].flatMap((one) => (one ? [startOf(one)] : []))), found };
}

/** Links that the other does not have; where the other links the same thing elsewhere, that stands beside it and not once more. */
function linksFound(compared: ComparedArticle, { voices }: Continuum, entities: readonly Entity[], type: string | null): Placed[] {
  const side = sideIn(compared);
  return voices.flatMap((one, place) => voices.slice(place + 1).flatMap((two) => {
    const alignment = align(one.marked, two.marked);
    const ofType = (work: Work): Work => ({ marked: work.marked, links: work.links.filter((link) => type === null || link.type === type) });
    const { onlyA, onlyB } = alignLinks(ofType(one), ofType(two), alignment, 'paired');
    const partnerOf = new Map(alignment.pairs.map(({ a, b }) => [a.id, b.id]));
    const told = new Set<Link>();
    const sideOf = (voice: typeof one, link: Link): { readonly start: number; readonly side: CaseSide } => {
      const from = voice.marked.find(({ id }) => id === link.from);
      if (!from) throw new Error(`the link ${link.id} begins nowhere`);
      return { start: startOf(from), side: side(voice.annotator, from, whereTo(compared.source.text, voice, link, entities)) };
    };
    const people = [one.annotator, two.annotator] as const;
    const ofA = onlyA.map((link): Placed => {
      const other = onlyB.find((candidate) => candidate.type === link.type && candidate.from === partnerOf.get(link.from) && !told.has(candidate));
      if (other) told.add(other);
      const here = sideOf(one, link);
      return { start: here.start, found: { ...about(compared), people, a: here.side, b: other ? sideOf(two, other).side : null, verdict: 'relation-a' } };
    });
    const ofB = onlyB.filter((link) => !told.has(link)).map((link): Placed => {
      const here = sideOf(two, link);
      return { start: here.start, found: { ...about(compared), people, a: null, b: here.side, verdict: 'relation-b' } };
    });
    return [...ofA, ...ofB];
  }));
}

function whereTo(text: string, { marked }: Work, { to }: Link, entities: readonly Entity[]): string | null {
  if (to.kind === 'entity') return entities.find(({ id }) => id === to.id)?.name ?? null;
  const end = marked.find(({ id }) => id === to.id);
  return end ? wordsOf(text, end) : null;
}
