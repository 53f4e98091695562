import { type LabelId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { type Span } from '../../shared/text/offsets.ts';
import { type TextLook, type TextSelection } from './editor-contract.ts';

/** Where a reading is drawn: above the line for the gold set, in the lanes of one reader, or in one lane for all who agree. */
export type ReviewRow = 'gold' | 'all' | number;

/** One reading of one case, as it is drawn. */
export interface ReviewMark {
  readonly case: string;
  readonly label: LabelId;
  readonly spans: readonly Span[];
  readonly row: ReviewRow;
}

/** What a case says about itself beside the line on which it begins: a sign and the name of a class, by which the style sheet colours it. */
export interface ReviewSign {
  readonly case: string;
  readonly at: Span;
  readonly sign: string;
  readonly kind: string;
}

/** Text that some readings of a case cover and others do not. */
export interface ReviewStretch {
  readonly case: string;
  readonly span: Span;
}

/** A link of the case that has the focus, from words to words. */
export interface ReviewArc {
  readonly from: readonly Span[];
  readonly to: readonly Span[];
  readonly label: LabelId;
  /** Nothing of it is settled. */
  readonly isOpen: boolean;
}

/** The text under review with all readings of it. Values in, ids out, as in the annotation editor. */
export interface ReviewTextProps extends TextLook {
  readonly text: string;
  readonly schema: Schema;
  readonly language: 'fa' | 'en';
  /** In reading order. */
  readonly marks: readonly ReviewMark[];
  readonly signs: readonly ReviewSign[];
  readonly stretches: readonly ReviewStretch[];
  /** Cases that are settled: drawn quietly. */
  readonly settled: ReadonlySet<string>;
  readonly focused: string | null;
  readonly arcs: readonly ReviewArc[];
  /** A form that is being made: shown above the line, over everything else. */
  readonly draft: readonly Span[];
  readonly ariaLabel: string;
  readonly ariaDescription: string;
  readonly onPress: (caseKey: string | null) => void;
  readonly onSelect: (selection: TextSelection | null) => void;
  /** The person scrolled: the line at the top of the pane, and how much of it, 0 to 1, is above; less than 0 where it begins further down. */
  readonly onScroll?: (place: ReviewPlace) => void;
}

export interface ReviewPlace {
  readonly line: number;
  readonly part: number;
}

export interface ReviewTextHandle {
  focus(): void;
  reveal(span: Span): void;
  /** Lights words up for a moment, unless the person wants nothing to move. */
  flash(span: Span): void;
  /** Brings a place to the top of the pane, without telling `onScroll`. */
  scrollTo(place: ReviewPlace): void;
}
