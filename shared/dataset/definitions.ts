import { type Definitions } from './card-text.ts';

/** The first paragraph under each heading that bears a Label's id (`## Quote {#QUOTE}`), for those that both guidelines have. */
export function definitionsIn(persian: string, english: string): Definitions {
  const [fa, en] = [firstParagraphs(persian), firstParagraphs(english)];
  return Object.fromEntries([...fa].flatMap(([id, words]) => {
    const other = en.get(id);
    return other === undefined ? [] : [[id, { fa: words, en: other }]];
  }));
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
