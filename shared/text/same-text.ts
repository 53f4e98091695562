import { type Span, span } from './offsets.ts';
import { paragraphAt } from './paragraphs.ts';
import { type Folded, fold } from './persian.ts';
import { type Token, tokensIn } from './tokens.ts';

const zwnj = '\u200c';
/** A half space and a blank are two ways to write one joint: «می‌رود», «می رود», «میرود». */
const joint = / *[\u200c ] */gu;

const letterCount = (words: string): number => words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const escaped = (letters: string): string => letters.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

/** Pieces of what is looked for, folded, between which a blank may stand or not. */
const pieces = (words: string): readonly string[] =>
  words.trim().replaceAll(/[\u00a0\t]/g, ' ').split(joint).map((piece) => fold(piece).text).filter((piece) => piece !== '');

/** The places of a folded text that the pattern finds, as Spans of its source; none over a line's end. */
function places({ text, toSource }: Folded, parts: readonly string[], limit: number): readonly Span[] {
  const found: Span[] = [];
  if (parts.length === 0) return found;
  const pattern = new RegExp(parts.map(escaped).join(' ?'), 'gu');
  for (let match = pattern.exec(text); match && found.length < limit; match = pattern.exec(text))
    found.push(toSource(match.index, match.index + match[0].length));
  return found;
}

/**
 * Every place where the words stand, in order, in any spelling that `fold` makes equal and with any joint, inside words too. `folded` is
 * the article's, folded once for many questions; after `limit` places no more are looked for.
 */
export const findText = (folded: Folded, words: string, limit: number): readonly Span[] => places(folded, pieces(words), limit);

/** From so many letters on, two words without a blank («رئیسجمهور») are taken for the same as with one: «مادر» is not «ما در». */
const lettersOfJoint = 6;

/** Words that are spelled in several ways which `fold` keeps apart, folded; a blank is a joint that may be left out. */
const spellings: readonly (readonly string[])[] = [
  ['مسیله', 'مساله'],
  ['مسیول', 'مسوول'],
  ['هییت', 'هیات'],
  ['گفت و گو', 'گفت گو'],
  ['این که', 'اینکه'],
  ['ان که', 'انکه'],
];

/** The verbal prefix is a word of its own, a half or no part of its word: «میرود» is looked for as «می رود». */
const verbalPrefix = /^(ن?می)(?=\p{L}{3})/u;

/** Every way to write what is looked for: as it is, and with each word of the table in its other spellings. */
function writings(parts: readonly string[]): readonly (readonly string[])[] {
  const words = ` ${parts.map((part) => part.replace(verbalPrefix, '$1 ')).join(' ')} `;
  let all = [words];
  for (const row of spellings) all = all.flatMap((one) => respelled(one, row));
  return [...new Set(all)].map((one) => one.trim().split(' '));
}

function respelled(words: string, row: readonly string[]): readonly string[] {
  const found = row.map(anyJoints).find((pattern) => pattern.test(words));
  return found === undefined ? [words] : [words, ...row.map((one) => words.replaceAll(new RegExp(found, 'gu'), one))];
}

/** «گفتوگو» and «گفت وگو» are written too. */
const anyJoints = (spelling: string): RegExp => new RegExp(Array.from(spelling.replaceAll(' ', '')).join(' ?'), 'u');

interface Edge {
  /** What the word has beyond the text that was found, folded. */
  readonly rest: string;
  /** Is it set off by a half space? */
  readonly isJoined: boolean;
  /** Letters of the text that was found. */
  readonly letters: number;
  /** Its last word, and the last letter of that, folded. */
  readonly word: string;
  readonly last: string;
}

interface EdgeRule {
  readonly rests: ReadonlySet<string>;
  readonly holds: (edge: Edge) => boolean;
}

/**
 * What may be written together in front of a word and stays outside the Span. «و» only before four letters or more: «وزیر» is no
 * «زیر». «به» only before a half space: «بهداشت» is no «داشت». «ب» never: nobody writes «بکتاب» today, and «بامداد» is no «امداد».
 */
const prefixes: readonly EdgeRule[] = [
  { rests: new Set(['']), holds: () => true },
  { rests: new Set(['و']), holds: ({ isJoined, letters }) => isJoined || letters >= 4 },
  { rests: new Set(['به']), holds: ({ isJoined }) => isJoined },
];

const plurals: ReadonlySet<string> = new Set(['ها', 'های', 'هایی', 'هایم', 'هایت', 'هایش', 'هایمان', 'هایتان', 'هایشان']);

/** «ساختمان» and «راندمان» are words of their own. */
const nobodysOwn: ReadonlySet<string> = new Set(['ساخت', 'راند']);

/**
 * What may be written together after a word and then belongs to the Span. Plurals after three letters or more («آنها» is no «آن»), or a
 * half space; «ی» as the ezafe of a vowel («نیروی», never «ایرانی»); our, your and their after a word of four letters or more («کشورمان»), or a
 * half space; pronouns of one letter and «است», «را» after a half space only: «مردم» is no «مرد», «ارزش» no «ارز».
 */
const suffixes: readonly EdgeRule[] = [
  { rests: new Set(['']), holds: () => true },
  { rests: plurals, holds: ({ isJoined, letters }) => isJoined || letters >= 3 },
  { rests: new Set(['ی']), holds: ({ letters, last }) => letters >= 3 && 'اوه'.includes(last) },
  {
    rests: new Set(['مان', 'تان', 'شان']),
    holds: ({ isJoined, word }) => isJoined || (letterCount(word) >= 4 && !nobodysOwn.has(word)),
  },
  {
    rests: new Set(['ای', 'م', 'ت', 'ش', 'ام', 'ات', 'اش', 'است', 'اند', 'ایم', 'اید', 'را']),
    holds: ({ isJoined }) => isJoined,
  },
];

const allows = (rules: readonly EdgeRule[], edge: Edge): boolean => rules.some(({ rests, holds }) => rests.has(edge.rest) && holds(edge));

/** The Span to label for a place where the letters agree; `null` where they are a part of another word. */
function wholeWords(text: string, found: Span, tokens: readonly Token[]): Span | null {
  const first = tokens.find(({ end }) => end > found.start);
  const last = tokens.findLast(({ start }) => start < found.end);
  if (!first || !last) return null;
  const words = fold(text.slice(found.start, found.end)).text;
  const common = { letters: letterCount(words), word: words.slice(words.lastIndexOf(' ') + 1), last: words.slice(-1) };
  const before = { rest: fold(text.slice(first.start, found.start)).text, isJoined: text[found.start - 1] === zwnj, ...common };
  const isJoined = text[found.end - 1] === zwnj || text[found.end] === zwnj;
  const after = { rest: fold(text.slice(found.end, last.end)).text, isJoined, ...common };
  return allows(prefixes, before) && allows(suffixes, after) ? span(found.start, withPlural(text, last, tokens).end) : null;
}

/** «کتاب ها»: where a blank stands for the half space, the plural is a token of its own. */
function withPlural(text: string, last: Token, tokens: readonly Token[]): Token {
  const next = tokens.find(({ start }) => start === last.end + 1);
  return next && text[last.end] === ' ' && plurals.has(fold(text.slice(next.start, next.end)).text) ? next : last;
}

/**
 * Where else the article says what the Span says: whole words, in any spelling, with the joined endings and beginnings of the tables
 * above. The Span itself, and whatever overlaps it, is left out.
 */
export function sameText(text: string, { start, end }: Span): readonly Span[] {
  const parts = pieces(text.slice(start, end));
  const isLong = letterCount(parts.join('')) >= lettersOfJoint;
  const byParagraph = new Map<number, readonly Token[]>();
  const tokensAround = (place: Span): readonly Token[] => {
    const paragraph = paragraphAt(text, place.start);
    const known = byParagraph.get(paragraph.start) ?? tokensIn(text, paragraph);
    byParagraph.set(paragraph.start, known);
    return known;
  };
  const folded = fold(text);
  const found = writings(parts).flatMap((one) => places(folded, isLong ? one.flatMap((part) => Array.from(part)) : one, Infinity));
  const whole = found
    .filter((place) => place.end <= start || place.start >= end)
    .flatMap((place) => wholeWords(text, place, tokensAround(place)) ?? []);
  return [...new Map(whole.map((place) => [place.start, place])).values()].sort((a, b) => a.start - b.start);
}
