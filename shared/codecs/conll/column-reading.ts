/** Schemes that tags may be said to be in. Any of them is read; what does not fit the one that was said is told. */
export const readSchemes = ['iob1', 'iob2', 'bioes', 'bilou'] as const;
export type ReadScheme = (typeof readSchemes)[number];

/** What is put between the words of a sentence, where the file does not say: a blank, or nothing. */
export const joiners = ['blank', 'none'] as const;
export type Joiner = (typeof joiners)[number];

/** How column files are read beside which there is no file with their tokens. */
export interface ColumnReading {
  /** Counted from 1. */
  readonly word: number;
  /** Counted from 1; `null`: the last one of each row. */
  readonly tag: number | null;
  /** `null`: whichever it is. */
  readonly scheme: ReadScheme | null;
  readonly joiner: Joiner;
}

export const usualReading: ColumnReading = { word: 1, tag: null, scheme: null, joiner: 'blank' };
