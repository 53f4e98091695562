import { canonicalJson } from '../canonical-json.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { type AnnotationSet, ordered } from './annotation-set.ts';

/**
 * SHA-256 of what a set holds, 64 hexadecimal digits: two sets of one seal say the same. Where it lies and how far the work is counts not,
 * so that a set keeps its seal on every laptop.
 */
export function sealOf(set: Pick<AnnotationSet, 'annotations' | 'relations'>): string {
  const { annotations, relations } = ordered(set as AnnotationSet);
  return fingerprint(canonicalJson({ annotations, relations }));
}
