import { type Span, span } from '../text/offsets.ts';
import { fold } from '../text/persian.ts';
import { type Token, tokensIn } from '../text/tokens.ts';

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => fold(word).text));

/** Where the subject of a reporting verb ends: prepositions, particles, words of time (task.md section 5, rule 4). */
const stops = folded([
  'در', 'با', 'از', 'به', 'بر', 'برای', 'تا', 'خطاب', 'نیز', 'هم', 'همچنین', 'ضمن', 'سپس', 'که', 'را', 'طی', 'پس', 'پیش', 'بعد', 'دربارهٔ',
  'امروز', 'دیروز', 'فردا', 'امشب', 'شب', 'صبح', 'عصر', 'ظهر', 'روز', 'شنبه', 'یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه',
  'این', 'چنین',
]);
const openers = folded(['و', 'اما', 'ولی', 'همچنین', 'سپس']);
/** Marks that may stand inside a name: «علی احمدی، وزیر نیرو», «آیت‌الله (دکتر) …». */
const insideNames = '،()';
/** Marks after which something new begins: the dash of an agency's credit, a semicolon, a turn of dialogue. */
const opening = /^[-–—؛:]$/u;
/** Words of the longest phrase that is still believed to be a name with its office. */
const longest = 10;

const isWord = ({ kind }: Token): boolean => kind === 'word';

/** The tokens of a phrase, and a look at what they say. */
interface Phrase {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const write = (text: string, { start, end }: Token): string => text.slice(start, end);
const says = (text: string, token: Token, words: ReadonlySet<string>): boolean => isWord(token) && words.has(fold(write(text, token)).text);

function withoutOpeners({ text, tokens }: Phrase): readonly Token[] {
  const first = tokens.findIndex((token) => isWord(token) && !says(text, token, openers));
  return first < 0 ? [] : tokens.slice(first);
}

/** From the first token to the first that no name can have. */
function untilStop({ text, tokens }: Phrase): readonly Token[] {
  const end = tokens.findIndex((token) => (isWord(token) ? says(text, token, stops) : !insideNames.includes(write(text, token))));
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** From the first word to the last; `null` where it is none, or too long to be believed. */
function hullOf(tokens: readonly Token[]): Span | null {
  const [first, last] = [tokens.find(isWord), tokens.findLast(isWord)];
  return first && last && tokens.filter(isWord).length <= longest ? span(first.start, last.end) : null;
}

/**
 * The noun phrase that stands as subject in the part of a sentence before its cue. An adverbial in front («به گزارش ایرنا، …») is passed
 * over. `null` where none can be told: an omitted subject is common in Persian, and a guess would be worse than a question.
 */
export function subjectPhrase(text: string, part: Span): Span | null {
  const all = tokensIn(text, part);
  let tokens = withoutOpeners({ text, tokens: all.slice(all.findLastIndex((token) => opening.test(write(text, token))) + 1) });
  for (let phrase = untilStop({ text, tokens }); phrase.length === 0; phrase = untilStop({ text, tokens })) {
    const comma = tokens.findIndex((token) => write(text, token) === '،');
    if (comma < 0) return null;
    tokens = withoutOpeners({ text, tokens: tokens.slice(comma + 1) });
  }
  return hullOf(untilStop({ text, tokens }));
}

/** The source that a cue such as «به گفتهٔ» announces, at the beginning of the part: up to the first mark. */
export function sourcePhrase(text: string, part: Span): Span | null {
  const tokens = withoutOpeners({ text, tokens: tokensIn(text, part) });
  const mark = tokens.findIndex((token) => !isWord(token));
  return hullOf(untilStop({ text, tokens: mark < 0 ? tokens : tokens.slice(0, mark) }));
}
