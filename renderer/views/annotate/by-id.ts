import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';

/**
 * The list that was asked about last, and its Annotations by id. From one list to the next only what lies between their common beginning
 * and their common end is taken out and put in: after one key a handful, however long the list.
 */
const known: { list: readonly Annotation[]; readonly places: Map<AnnotationId, Annotation> } = { list: [], places: new Map() };

/** The Annotation of a list; as quick for the thousandth question about one list as a list of ten is for the first. */
export function annotationById(list: readonly Annotation[], id: AnnotationId): Annotation | undefined {
  if (list !== known.list) goOverTo(list);
  return known.places.get(id);
}

function goOverTo(list: readonly Annotation[]): void {
  const { list: before, places } = known;
  const shorter = Math.min(before.length, list.length);
  let start = 0;
  while (start < shorter && before[start] === list[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === list[list.length - 1 - end]) end++;
  for (const { id } of before.slice(start, before.length - end)) places.delete(id);
  for (const one of list.slice(start, list.length - end)) places.set(one.id, one);
  known.list = list;
}
