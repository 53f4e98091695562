import { problem, type Problem } from '../result.ts';
import { isLegalOffset } from '../text/offsets.ts';
import { type z } from '../model/shape.ts';

const maximumProblems = 5;

/** What does not fit a shape, one Problem a field; the first few, since one wrong nesting makes dozens. */
export const shapeProblems = (error: z.ZodError, value: unknown): readonly Problem[] =>
  error.issues.slice(0, maximumProblems).map((issue) => {
    const field = issue.path.map(String).join('.');
    return problem('field-wrong', { field }, { field, expected: expectation(issue), found: excerpt(valueAt(value, issue.path)) });
  });

type Issue = z.ZodError['issues'][number];

/** A type, a list of legal values or a bound: the same in every language. */
function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'custom':
      return String(issue.params?.['expected'] ?? issue.code);
    default:
      return issue.code;
  }
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inside, key) => {
    const isHolder = typeof inside === 'object' && inside !== null;
    return isHolder ? (inside as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;
  }, value);

const maximumExcerpt = 60;

/** A found value as JSON, short enough for a report. */
export function excerpt(value: unknown): string {
  // Of a long string no more than can be shown: as JSON it could be longer than a string may be.
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, maximumExcerpt + 1) : value) ?? '–';
  if (text.length <= maximumExcerpt) return text;
  const end = isLegalOffset(text, maximumExcerpt) ? maximumExcerpt : maximumExcerpt - 1;
  return `${text.slice(0, end)}…`;
}
