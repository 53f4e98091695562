import { type Bilingual, type Schema } from '../model/schema.ts';
import { type Definitions, type GuidelineFacts } from './card-ground.ts';

const languages = ['fa', 'en'] as const;

/**
 * What each Label of a project means, language by language: what its Schema says, else what was written for this release, else what its
 * guideline says. What none of them says is empty.
 */
export function definitionsOf({ labels }: Schema, guideline: Definitions, written: Definitions): Definitions {
  return Object.fromEntries(labels.map(({ id, definition }) => {
    const sources = [definition, written[id], guideline[id]];
    const said = (language: keyof Bilingual): string => sources.map((one) => one?.[language].trim() ?? '').find((words) => words !== '') ?? '';
    return [id, Object.fromEntries(languages.map((language) => [language, said(language)])) as unknown as Bilingual];
  }));
}

/**
 * The first paragraph under each heading that bears a Label's id (`## Quote {#QUOTE}`), for those that both guidelines have; title and
 * version are those of the English one (`Version 1.0`, on a line of its own).
 */
export function guidelineIn(persian: string, english: string): GuidelineFacts {
  const [fa, en] = [firstParagraphs(persian), firstParagraphs(english)];
  const definitions = Object.fromEntries([...fa].flatMap(([id, words]) => {
    const other = en.get(id);
    return other === undefined ? [] : [[id, { fa: words, en: other }]];
  }));
  return { title: /^#\s+(.*?)\s*$/m.exec(english)?.[1] ?? 'Guideline', version: /^Version (\d+(?:\.\d+)*)\s*$/m.exec(english)?.[1] ?? null, definitions };
}

function firstParagraphs(markdown: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let id: string | null = null;
  let words: string[] = [];
  const close = (): void => {
    if (id !== null && words.length > 0) found.set(id, words.join(' '));
    if (words.length > 0) id = null;
    words = [];
  };
  for (const line of [...markdown.split(/\r\n|\r|\n/), '']) {
    const heading = /^#{1,6}\s/.test(line);
    if (line.trim() === '' || heading) close();
    if (heading) id = /\{#([\w-]+)\}\s*$/.exec(line)?.[1] ?? null;
    // A list is a rule, no definition.
    else if (/^(?:[-*]|\d+\.)\s/.test(line)) id = null;
    else if (line.trim() !== '') words.push(line.trim());
  }
  return found;
}
