import { type JsonObject } from '../../canonical-json.ts';
import { type Article, type ArticleSource } from '../../model/article.ts';
import { type ArticleOrigin, plainOrigin, withOrigin } from '../../model/article-origin.ts';
import { type Place, problem } from '../../result.ts';
import { cleaned } from '../../text/cleaning.ts';
import { hashOfBytes } from '../../text/fingerprint.ts';
import { hasLoneSurrogate } from '../../text/offsets.ts';
import { cleanSourceText, maximumTextBytes } from '../../text/source-text.ts';
import { type DecodeContext } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { articleFromText } from '../plain-text/article-from-text.ts';

/** A text as its file has it, with what else the file says of it. */
export interface FoundText {
  readonly text: string;
  /** Its file, and where in it. */
  readonly place: Place;
  readonly origin: Partial<Omit<ArticleOrigin, 'sha256'>>;
  /** The bytes of its file, or their hash where many texts have one. */
  readonly bytes: Uint8Array | string;
  /** Empty or absent: the first line is the title. */
  readonly title?: string | null;
  readonly language?: string | null;
  readonly source?: Partial<ArticleSource>;
  readonly extra?: JsonObject;
}

/** More combining marks on one letter than any script has; such a letter covers the page, and shaping it stops the window. */
const mostMarks = 64;
const tooManyMarks = new RegExp(`[\\p{Mn}\\p{Me}]{${mostMarks + 1}}`, 'u');
/** Half of a pair may belong to one. */
const perhapsMark = /[\p{Mn}\p{Me}\p{Surrogate}]/u;

/** So many marks cover one of every so many units: only where one of those may be a mark they are looked for, which takes its time. */
function findTooManyMarks(text: string): RegExpExecArray | null {
  for (let at = mostMarks; at < text.length; at += mostMarks + 1) if (perhapsMark.test(text.charAt(at))) return tooManyMarks.exec(text);
  return null;
}

/** Directions that are set, not those that are hinted at (LRM, RLM, ALM): they can make a text read otherwise than it stands. */
const settingDirection = /[\u202a-\u202e\u2066-\u2069]/g;

/** What programs put where they could not read a character. */
const lost = /\ufffd/g;

/** UTF-16 code units beyond which an article is slower to open and to label. */
const usualLength = 200_000;

/** UTF-16 code units. */
const longestTitle = 300;

/** The Article that a text is, cleaned as far as that was chosen; `null`, with a Problem, where it can be none. */
export function textArticle(found: FoundText, { now, reading = {} }: DecodeContext, problems: Findings): Article | null {
  const { place } = found;
  if (found.text.length > maximumTextBytes) return refuse('file-too-large', { megabytes: maximumTextBytes / (1024 * 1024) });
  if (hasLoneSurrogate(found.text)) return refuse('text-not-unicode', {});
  const source = cleanSourceText(found.text, place);
  if (!source.ok) {
    problems.add(...source.problems);
    return null;
  }
  const marks = findTooManyMarks(source.value.text);
  if (marks) return refuse('marks-too-many', { maximum: mostMarks, line: source.value.text.slice(0, marks.index).split('\n').length });
  problems.add(...source.value.warnings);
  if (found.text.startsWith('\ufeff')) problems.add(problem('text-mark-dropped', place, { count: 1 }, 'warning'));
  const { text, counts } = cleaned(source.value.text, reading.cleaning ?? []);
  const directions = text.match(settingDirection)?.length ?? 0;
  if (directions > 0) problems.add(problem('bidi-controls', place, { count: directions }, 'warning'));
  const losses = text.match(lost)?.length ?? 0;
  if (losses > 0) problems.add(problem('characters-lost', { ...place, line: text.slice(0, text.search(lost)).split('\n').length }, { count: losses }, 'warning'));
  if (text.length > usualLength) problems.add(problem('text-long', place, { count: text.length, most: usualLength }, 'warning'));
  for (const [kind, count] of Object.entries(counts)) problems.add(problem('text-cleaned', place, { kind, count }, 'warning'));
  const bytes = text === found.text ? utf8In(found) : null;
  const article = articleFromText(text, { file: place.file?.split('/').at(-1) ?? null, added: now, ...(bytes && { utf8: bytes }) });
  const title = titleIn(found.title ?? '');
  const lineEnds = source.value.warnings.reduce((sum, { values }) => sum + Number(values['count'] ?? 0), 0);
  return withOrigin(
    {
      ...article,
      ...(title !== '' && { title }),
      ...(found.language && { language: found.language }),
      source: { ...article.source, ...found.source },
      extra: { ...found.extra },
    },
    { ...plainOrigin, ...found.origin, sha256: typeof found.bytes === 'string' ? found.bytes : bytes ? article.fingerprint : hashOfBytes(found.bytes), lineEnds, cleaned: counts },
  );

  function refuse(code: string, values: Readonly<Record<string, number>>): null {
    problems.add(problem(code, place, values));
    return null;
  }
}

/** The bytes of a file that are the text itself in UTF-8, as it came: what is hashed for the one is the hash of the other. */
const utf8In = ({ bytes, origin }: FoundText): Uint8Array | null =>
  typeof bytes !== 'string' && (origin.encoding ?? 'utf-8') === 'utf-8' && origin.page === undefined && bytes[0] !== 0xef ? bytes : null;

/** On one line, of a length that lists can show. */
const titleIn = (title: string): string => {
  const line = title.replaceAll(/[\s\u0085]+/gu, ' ').trim();
  return /\p{Surrogate}|\0/u.test(line) ? '' : Array.from(line.slice(0, 2 * longestTitle)).slice(0, longestTitle).join('').trim();
};
