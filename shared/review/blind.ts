import { type AnnotationSet } from '../model/annotation-set.ts';
import { type AnnotatorId, type ArticleId } from '../model/id.ts';
import { fingerprint } from '../text/fingerprint.ts';

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
