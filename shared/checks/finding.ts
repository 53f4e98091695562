import { type AnnotationId, type RelationType } from '../model/id.ts';
import { type Bilingual } from '../model/schema.ts';
import { type Severity } from '../result.ts';

/** The rule and, after the dot, which part of it is broken; in the order in which they are told. `check.<code>` in the message catalogues. */
export const findingCodes = [
  'E1.text', 'E1.span',
  'E2.crossing', 'E2.blank', 'E2.letter', 'E2.joiner',
  'E3.explicit', 'E3.implicit', 'E3.unknown',
  'E4.promiser', 'E4.outside',
  'E5.deadline-unlinked', 'E5.deadline-unsaid', 'E5.condition-unlinked', 'E5.condition-unsaid',
  'E6.ends', 'E6.circle',
  'E7.entity',
  'E8.quote',
  'W1.ending', 'W1.guillemets',
  'W2.unmarked',
  'W3.past', 'W3.denied', 'W3.hope', 'W3.modal',
  'W4.long',
  'W5.nameless',
  'W6.heading',
  'W7.twice',
  'W8.unlinked',
  // Rules that a project has stated for itself, by what they ask.
  'rule.links', 'rule.most', 'rule.linked', 'rule.unlinked', 'rule.entity', 'rule.within', 'rule.attribute', 'rule.words',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** A rule of the task that a set does not keep. Errors stand between the set and "done", warnings do not. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** First the one to be mended; none where the Article itself is meant. */
  readonly annotations: readonly AnnotationId[];
  /** Values of the message; names of the Schema in both languages. */
  readonly values: Readonly<Record<string, string | number | Bilingual>>;
  /** The relation that is missing or wrong, if it is one. */
  readonly relation: RelationType | null;
}

export function finding(
  code: FindingCode, annotations: readonly AnnotationId[], more: Partial<Pick<Finding, 'values' | 'relation' | 'severity'>> = {},
): Finding {
  return { code, severity: code.startsWith('E') ? 'error' : 'warning', annotations, values: {}, relation: null, ...more };
}

export const errorsAmong = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ severity }) => severity === 'error');

/** Those that nobody has answered for: `answeredFor` are the codes with which the set was called done all the same. */
export const openErrors = (findings: readonly Finding[], answeredFor: readonly string[]): readonly Finding[] =>
  errorsAmong(findings).filter(({ code }) => !answeredFor.includes(code));
