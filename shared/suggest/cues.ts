import { type Span, span } from '../text/offsets.ts';
import { fold } from '../text/persian.ts';

interface Verb {
  /** Stems: «گفت», «گوی». */
  readonly past: string;
  readonly present: string;
}

/** Reporting expressions as data (`seeds/cues.json`): stems and nouns, whose forms are made here. */
export interface CueLexicon {
  readonly simple: readonly (Verb & { readonly class: string })[];
  /** A noun with a light verb: «تأکید کرد». */
  readonly light: readonly { readonly class: string; readonly verbs: readonly string[]; readonly nouns: readonly string[] }[];
  readonly lightVerbs: readonly (Verb & { readonly irregular: readonly string[] })[];
  /** Content follows, the source stands before: «با بیان اینکه». */
  readonly frames: readonly { readonly class: string; readonly words: readonly string[] }[];
  /** The source follows: «به گفتهٔ». */
  readonly sources: readonly { readonly class: string; readonly words: readonly string[] }[];
}

/** A reporting expression in a text. `class` and `form` are values of the attributes of CUE. */
export interface Cue {
  readonly span: Span;
  readonly class: string;
  readonly form: 'verb' | 'light_verb' | 'prepositional';
  /** Where its source stands. */
  readonly source: 'before' | 'after';
}

/** Finds the cues of a part of a text, in order, without overlap. */
export type CueFinder = (text: string, part: Span) => readonly Cue[];

/** Third persons alone: a narrator reports others, and «امیدواریم» inside a quote is no cue of its own. */
const past = (stem: string): string =>
  `(?:ن?می ?|ن)?${stem}(?:ند)?|ن?${stem}ه(?: ?(?:است|اند|بود|بودند))?|ن?خواه(?:د|ند) ${stem}`;
const present = (stem: string): string => `ن?می ?${stem}(?:د|ند)`;
const formsOf = (verb: Verb): string => `${past(fold(verb.past).text)}|${present(fold(verb.present).text)}`;

/** A blank of the lexicon may be written as one, or as nothing where a half space stood. */
const written = (words: string): string => fold(words.replaceAll('\u200c', ' ')).text.replaceAll(' ', ' ?');

interface Pattern extends Omit<Cue, 'span'> {
  readonly expression: RegExp;
}

/** «به گفتهٔ» is also written «به گفته ی»; joined by a half space the ye is folded away, and lies behind the end of what was found. */
const apartYe = '(?:(?<=ه) ی)?';
const joinedYe = /^[یيى](?!\p{L})/u;

/** A whole word on both sides; «گفت» is not «گفت و گو». */
const pattern = (body: string, cue: Omit<Cue, 'span'>): Pattern => ({
  ...cue,
  expression: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${body})(?![\p{L}\p{N}])(?! ?و ?گو)`, 'gu'),
});

function patternsOf(lexicon: CueLexicon): readonly Pattern[] {
  const lightForms = new Map(lexicon.lightVerbs.map((verb) => [verb.past, [formsOf(verb), ...verb.irregular].join('|')]));
  const formsOfLight = (verb: string): string => {
    const forms = lightForms.get(verb);
    if (forms === undefined) throw new Error(`the lexicon has no light verb "${verb}"`);
    return forms;
  };
  return [
    ...lexicon.simple.map((verb) => pattern(formsOf(verb), { class: verb.class, form: 'verb', source: 'before' })),
    ...lexicon.light.map(({ nouns, verbs, class: kind }) =>
      pattern(`(?:${nouns.map(written).join('|')}) (?:${verbs.map(formsOfLight).join('|')})`, { class: kind, form: 'light_verb', source: 'before' }),
    ),
    ...lexicon.frames.map(({ words, class: kind }) =>
      pattern(words.map(written).join('|'), { class: kind, form: 'prepositional', source: 'before' }),
    ),
    ...lexicon.sources.map(({ words, class: kind }) =>
      pattern(`(?:${words.map(written).join('|')})${apartYe}`, { class: kind, form: 'prepositional', source: 'after' }),
    ),
  ];
}

/** Of cues that overlap the one that begins first stays, of those the longest. */
function withoutOverlap(cues: readonly Cue[]): readonly Cue[] {
  const kept: Cue[] = [];
  for (const cue of [...cues].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if ((kept.at(-1)?.span.end ?? 0) <= cue.span.start) kept.push(cue);
  }
  return kept;
}

/** @throws if a noun of the lexicon names a light verb that it does not describe. */
export function cueFinder(lexicon: CueLexicon): CueFinder {
  const patterns = patternsOf(lexicon);
  return (text, part) => {
    const folded = fold(text.slice(part.start, part.end));
    const found = patterns.flatMap(({ expression, ...cue }) =>
      Array.from(folded.text.matchAll(expression), (match): Cue => {
        const { start, end } = folded.toSource(match.index, match.index + match[0].length);
        const isCut = text[part.start + end - 1] === '\u200c' && joinedYe.test(text.slice(part.start + end, part.end));
        return { ...cue, span: span(part.start + start, part.start + end + (isCut ? 1 : 0)) };
      }),
    );
    return withoutOverlap(found);
  };
}
