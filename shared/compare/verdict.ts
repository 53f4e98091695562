import { differingAttributes, differsInEntity, type Marked, sameBounds } from './marked.ts';

/** How those that are the same thing differ. Attributes are looked at where bounds and Label agree; whom it stands for counts as one. */
export type Verdict = 'agree' | 'attributes' | 'boundary' | 'label' | 'boundary+label';

/** What becomes of an Annotation when two people are compared. */
export type PairVerdict = Verdict | 'only-a' | 'only-b';

/** Of two or more; one alone agrees with itself. */
export function verdictOn([first, ...others]: readonly Marked[]): Verdict {
  if (!first) throw new Error('a verdict on nothing');
  const boundary = others.some((one) => !sameBounds(first, one));
  const label = others.some((one) => one.label !== first.label);
  if (boundary || label) return boundary && label ? 'boundary+label' : boundary ? 'boundary' : 'label';
  return others.some((one) => differingAttributes(first, one).length > 0 || differsInEntity(first, one)) ? 'attributes' : 'agree';
}
