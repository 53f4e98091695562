/** Schemes that are written: in IOB1 a chunk begins with B only behind another one of its label. BILOU, which is BIOES in other letters, is read, too. */
export const schemes = ['iob1', 'iob2', 'bioes'] as const;
export type Scheme = (typeof schemes)[number];

/** The tag of a token without a label. */
export const outside = 'O';

/** Tokens that bear one label together, by index, the last one included. */
export interface Chunk {
  readonly first: number;
  readonly last: number;
  readonly label: string;
}

/**
 * One tag for each of so many tokens. Chunks in any order, without overlap.
 * @param starts the first token of every sentence: a reader goes by sentences, so nothing stands behind what is before
 */
export function tagsOf(count: number, chunks: readonly Chunk[], scheme: Scheme, starts: ReadonlySet<number> = new Set()): readonly string[] {
  const tags: string[] = [];
  for (let at = 0; at < count; at++) tags.push(outside);
  const labelThatEndsAt = new Map(chunks.map(({ last, label }) => [last, label]));
  for (const { first, last, label } of chunks) {
    const isApart = scheme !== 'iob1' || (labelThatEndsAt.get(first - 1) === label && !starts.has(first));
    for (let at = first; at <= last; at++) tags[at] = `${letter(at === first && isApart, at === last, scheme)}-${label}`;
  }
  return tags;
}

function letter(isBegun: boolean, isLast: boolean, scheme: Scheme): 'B' | 'I' | 'E' | 'S' {
  if (scheme === 'bioes' && isLast) return isBegun ? 'S' : 'E';
  return isBegun ? 'B' : 'I';
}

const tag = /^([BIESLU])-(.+)$/;
export const isTag = (value: string): boolean => value === outside || tag.test(value);

/**
 * The chunks of one sentence in whatever scheme: B, S and U begin one, E, L, S and U end one, and any letter begins one after another
 * label or none. What is no tag counts as O.
 */
export function chunksOf(tags: readonly string[]): readonly Chunk[] {
  const found: { first: number; last: number; label: string }[] = [];
  let isOpen = false;
  for (const [at, value] of tags.entries()) {
    const [, kind = '', label = ''] = tag.exec(value) ?? [];
    const before = isOpen && !'BSU'.includes(kind) ? found.at(-1) : undefined;
    if (kind !== '' && before?.label === label) before.last = at;
    else if (kind !== '') found.push({ first: at, last: at, label });
    isOpen = kind !== '' && !'ESLU'.includes(kind);
  }
  return found;
}

const letters = { iob1: 'BI', iob2: 'BI', bioes: 'BIES', bilou: 'BILU' } as const;

/** Does the tag at this place not belong to the scheme: by its letter, or because it begins or goes on where the scheme would not? */
export function misfitOf(tags: readonly string[], at: number, scheme: keyof typeof letters): boolean {
  const [, kind = '', label] = tag.exec(tags[at] ?? '') ?? [];
  if (kind === '') return false;
  const [, before = '', labelBefore] = tag.exec(tags[at - 1] ?? '') ?? [];
  const isSame = before !== '' && labelBefore === label;
  if (!letters[scheme].includes(kind)) return true;
  if (scheme === 'iob1') return kind === 'B' && !isSame;
  return !'BSU'.includes(kind) && !(isSame && !'ESLU'.includes(before));
}

/** The scheme that tags are written in, as far as they show it. */
export function schemeOf(sentences: Iterable<readonly string[]>): 'IOB1' | 'IOB2' | 'BIOES' | 'BILOU' {
  let isInside = false;
  for (const tags of sentences) {
    for (const [at, value] of tags.entries()) {
      if (/^[LU]-/.test(value)) return 'BILOU';
      if (/^[ES]-/.test(value)) return 'BIOES';
      const label = value.slice(2);
      isInside ||= value.startsWith('I-') && tags[at - 1]?.slice(2) !== label;
    }
  }
  return isInside ? 'IOB1' : 'IOB2';
}
