import { type Span, span } from './offsets.ts';

interface InvisibleDef {
  readonly codePoint: number;
  /** As the Unicode charts abbreviate it. */
  readonly abbreviation: string;
}

/** Characters that show nothing, or nothing of their own, and yet count: two texts that look alike may differ in them. */
export const invisibleDefs = {
  zwnj: { codePoint: 0x200c, abbreviation: 'ZWNJ' },
  zwj: { codePoint: 0x200d, abbreviation: 'ZWJ' },
  lrm: { codePoint: 0x200e, abbreviation: 'LRM' },
  rlm: { codePoint: 0x200f, abbreviation: 'RLM' },
  alm: { codePoint: 0x061c, abbreviation: 'ALM' },
  lre: { codePoint: 0x202a, abbreviation: 'LRE' },
  rle: { codePoint: 0x202b, abbreviation: 'RLE' },
  pdf: { codePoint: 0x202c, abbreviation: 'PDF' },
  lro: { codePoint: 0x202d, abbreviation: 'LRO' },
  rlo: { codePoint: 0x202e, abbreviation: 'RLO' },
  lri: { codePoint: 0x2066, abbreviation: 'LRI' },
  rli: { codePoint: 0x2067, abbreviation: 'RLI' },
  fsi: { codePoint: 0x2068, abbreviation: 'FSI' },
  pdi: { codePoint: 0x2069, abbreviation: 'PDI' },
  zwsp: { codePoint: 0x200b, abbreviation: 'ZWSP' },
  wj: { codePoint: 0x2060, abbreviation: 'WJ' },
  bom: { codePoint: 0xfeff, abbreviation: 'BOM' },
  shy: { codePoint: 0x00ad, abbreviation: 'SHY' },
  nbsp: { codePoint: 0x00a0, abbreviation: 'NBSP' },
  nnbsp: { codePoint: 0x202f, abbreviation: 'NNBSP' },
  tatweel: { codePoint: 0x0640, abbreviation: 'TATWEEL' },
  spaces: { codePoint: 0x0020, abbreviation: 'SP SP' },
} as const satisfies Readonly<Record<string, InvisibleDef>>;

/** `spaces` is a run of two blanks or more; a single blank is seen. */
export type InvisibleKind = keyof typeof invisibleDefs;

export interface Invisible {
  readonly kind: InvisibleKind;
  readonly span: Span;
}

export const invisibleKinds = Object.keys(invisibleDefs) as readonly InvisibleKind[];

const kindOf = new Map(invisibleKinds.map((kind) => [invisibleDefs[kind].codePoint as number, kind]));
const invisible = / {2,}|[\u00ad\u00a0\u061c\u0640\u200b-\u200f\u202a-\u202f\u2060\u2066-\u2069\ufeff]/g;

/** Invisible characters of a part of the text, in order; blanks in a row are one find. */
export function invisiblesIn(text: string, part: Span): readonly Invisible[] {
  return Array.from(text.slice(part.start, part.end).matchAll(invisible), ({ 0: found, index }) => ({
    kind: kindOf.get(found.charCodeAt(0)) as InvisibleKind,
    span: span(part.start + index, part.start + index + found.length),
  }));
}

/** Which invisible character begins at the offset; `null` for what can be seen, a single blank among it. */
export const invisibleAt = (text: string, offset: number): InvisibleKind | null =>
  text[offset] === ' ' ? null : (kindOf.get(text.charCodeAt(offset)) ?? null);

/** What is in a name to lead the eye elsewhere, by its abbreviation: a name of a file is no text that must stay as it is written. */
export const withDirectionsShown = (name: string): string =>
  name.replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (found) => `[${invisibleDefs[kindOf.get(found.charCodeAt(0)) as InvisibleKind].abbreviation}]`);

/** `U+200C` */
export const codePointName = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
