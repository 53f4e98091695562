import { fail, ok, type Place, problem, type Problem, type Result } from '../result.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { hasLoneSurrogate, type Span, span } from '../text/offsets.ts';
import { cleanSourceText, hasForeignLineEnd, maximumTextBytes } from '../text/source-text.ts';

/** A text that came inside a file of another program, and where its offsets lie after it was made an Article's. */
export interface ForeignText {
  /** As it stands in the file: what the file's offsets count in. */
  readonly raw: string;
  /** As an Article has it. */
  readonly text: string;
  /** A Span of `raw` in `text`. */
  readonly moved: (span: Span) => Span;
  readonly warnings: readonly Problem[];
}

/**
 * Line ends become LF and a byte order mark goes, with a warning each kind; offsets are moved along. Problems: `file-empty`, `file-too-large`,
 * `text-not-unicode`.
 */
export function readForeignText(raw: string, place: Place): Result<ForeignText> {
  if (hasLoneSurrogate(raw)) return fail(problem('text-not-unicode', place));
  if (raw.trim() === '') return fail(problem('file-empty', place));
  if (raw.length > maximumTextBytes) return fail(problem('file-too-large', place, { megabytes: maximumTextBytes / (1024 * 1024) }));
  if (!raw.startsWith('\ufeff') && !hasForeignLineEnd(raw)) return ok({ raw, text: raw, moved: (one) => one, warnings: [] });
  const clean = cleanSourceText(raw, place);
  return clean.ok ? ok({ raw, text: clean.value.text, moved: mover(raw), warnings: clean.value.warnings }) : clean;
}

/** Marks at the start and the CR of each CRLF are what goes; every other line end keeps its length. */
function mover(raw: string): (span: Span) => Span {
  const gone: number[] = [];
  while (raw[gone.length] === '\ufeff') gone.push(gone.length);
  for (let at = raw.indexOf('\r\n'); at !== -1; at = raw.indexOf('\r\n', at + 2)) gone.push(at);
  const moved = (offset: number): number => offset - lowerBound(gone, (place) => place >= offset);
  return ({ start, end }) => span(moved(start), moved(end));
}
