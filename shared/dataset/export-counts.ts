/** By name, in code-unit order of the names. */
export type Tally = Readonly<Record<string, number>>;

/** What an export holds, and what of the project it does not. */
export interface ExportCounts {
  readonly articles: number;
  readonly sets: number;
  readonly annotations: number;
  readonly relations: number;
  /** Annotations by Label id. */
  readonly labels: Tally;
  /** By RelationType. */
  readonly relationTypes: Tally;
  /** Articles by publisher; `''` stands for those of none. */
  readonly publishers: Tally;
  /** Articles by licence of their text; `''` stands for those of none. */
  readonly licences: Tally;
  /** Articles by language. */
  readonly languages: Tally;
  /** Articles by month of publication, `YYYY-MM`; `''` stands for those without a date. */
  readonly months: Tally;
  /** Sets by Annotator, by pseudonyms where those are given. */
  readonly annotators: Tally;
  /** Annotators by kind. */
  readonly people: number;
  readonly machines: number;
  readonly leftOut: LeftOut;
}

/** What the person's choice leaves out. It is no loss of the format, so the LossReport does not say it. */
export interface LeftOut {
  readonly articles: number;
  /** Of the Articles that are there. */
  readonly sets: number;
  readonly annotations: number;
  /** Relations from or to an Annotation whose Label was not chosen. */
  readonly relations: number;
  /** Articles whose licence does not let them leave; in the LossReport, too. */
  readonly withheld: number;
  /** Notes and reasons. */
  readonly notes: number;
}
