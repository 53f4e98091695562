import { mostPlaces, type ParagraphDirections, type ReadingPlace } from '../../shared/bridge.ts';
import { type ArticleId, type ProjectId } from '../../shared/model/id.ts';

type Places = readonly ReadingPlace[];

export const placeIn = (places: Places, project: ProjectId, article: ArticleId): ReadingPlace | null =>
  places.find((place) => place.project === project && place.article === article) ?? null;

/** The place is the latest now; the oldest ones are forgotten. */
export const withPlace = (places: Places, place: ReadingPlace): Places => [
  place,
  ...places.filter((one) => one.project !== place.project || one.article !== place.article),
].slice(0, mostPlaces);

/** An Article was opened: the latest from now on, where it was left. */
export const visited = (places: Places, project: ProjectId, article: ArticleId): Places =>
  withPlace(places, placeIn(places, project, article) ?? { project, article, caret: 0, scrolled: 0, focused: null });

/** Where somebody stopped, without a change in the order: whoever goes on to another Article leaves this one after opening that one. */
export const leftAt = (places: Places, place: Omit<ReadingPlace, 'directions'>): Places =>
  places.map((one) => (one.project === place.project && one.article === place.article ? { ...one, ...place } : one));

/** The Article's paragraphs with these directions, in the place it has. */
export const turned = (places: Places, project: ProjectId, article: ArticleId, directions: ParagraphDirections): Places =>
  places.map((one) => (one.project === project && one.article === article ? { ...one, directions } : one));

/** The Articles of a project that were open last, latest first. */
export const recentArticles = (places: Places, project: ProjectId): readonly ArticleId[] =>
  places.flatMap((place) => (place.project === project ? [place.article] : []));
