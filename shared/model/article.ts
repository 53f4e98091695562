import { type JsonObject } from '../canonical-json.ts';
import { type Fingerprint } from '../text/fingerprint.ts';
import { type ArticleId } from './id.ts';

/** What is known about where an Article came from. `null` means not known, never guessed. */
export interface ArticleSource {
  readonly publisher: string | null;
  readonly url: string | null;
  /** Gregorian date `YYYY-MM-DD`, optionally with a time. */
  readonly published: string | null;
  readonly licence: string | null;
  /** Name of the file it was read from, without folder. */
  readonly file: string | null;
}

/** A text to annotate. `text` never changes; a corrected text is a new Article. */
export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  /** LF line ends, no BOM, no lone surrogate. */
  readonly text: string;
  readonly fingerprint: Fingerprint;
  /** BCP 47 tag, `fa` by default. */
  readonly language: string;
  /** Articles of one group (near-duplicates, follow-ups) are never split over train and test. */
  readonly group: string | null;
  readonly source: ArticleSource;
  /** When it was taken in: ISO 8601, UTC. */
  readonly added: string;
  /** Fields of an imported file that this version does not know; kept and written again. */
  readonly extra: JsonObject;
}

export const unknownSource: ArticleSource = { file: null, licence: null, published: null, publisher: null, url: null };
