import { type Finding } from '../../../shared/checks/finding.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';

export const isAbout = ({ annotations }: Finding, annotation: AnnotationId | null): boolean =>
  annotation !== null && annotations[0] === annotation;

/** What is shown first is what the eye is on: the focused Annotation's, then the others as they come. */
export const focusedFirst = (findings: readonly Finding[], focused: AnnotationId | null): readonly Finding[] => [
  ...findings.filter((one) => isAbout(one, focused)),
  ...findings.filter((one) => !isAbout(one, focused)),
];

/** Where the key leads: to the next Annotation in the list after the focused one, and round again; `null` when all is well. */
export function nextToMend(findings: readonly Finding[], focused: AnnotationId | null): AnnotationId | null {
  const places = [...new Set(findings.flatMap(({ annotations }) => annotations.slice(0, 1)))];
  return places[(places.indexOf(focused as AnnotationId) + 1) % places.length] ?? null;
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

const none: Counts = { errors: 0, warnings: 0 };

/** How much is wrong with each Annotation that has anything wrong with it. */
export function countsByAnnotation(findings: readonly Finding[]): (annotation: AnnotationId) => Counts {
  const found = new Map<AnnotationId, Finding[]>();
  for (const finding of findings) {
    const [annotation] = finding.annotations;
    if (annotation !== undefined) found.set(annotation, [...(found.get(annotation) ?? []), finding]);
  }
  const counts = new Map([...found].map(([annotation, own]) => [annotation, countsOf(own)] as const));
  return (annotation) => counts.get(annotation) ?? none;
}

export function countsOf(findings: readonly Finding[]): Counts {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}

/** Quotes that lead to nobody, though somebody has said them. */
export const quotesOfNobody = (findings: readonly Finding[]): number =>
  new Set(findings.flatMap(({ code, annotations }) => (code === 'E3.explicit' || code === 'E3.implicit' ? annotations.slice(0, 1) : []))).size;

/** Codes of what was overridden: each once, sorted. */
export const codesOf = (findings: readonly Finding[]): readonly string[] => [...new Set(findings.map(({ code }) => code))].sort();
