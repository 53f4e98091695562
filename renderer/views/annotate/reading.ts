import { type PaneWidths, type ParagraphDirections, type ReadingPlace, type SelectionUnit, type Settings } from '../../../shared/bridge.ts';
import { type ArticleId } from '../../../shared/model/id.ts';

/** Where somebody stopped in the Article that is shown. */
export type Stop = Omit<ReadingPlace, 'project' | 'article' | 'directions'>;

/** How the person reads: what of the settings concerns a text, and what is remembered of each. */
export interface Reading extends Pick<Settings, 'readingSize' | 'readingFont' | 'lineHeight' | 'selectionUnit' | 'speechDetail'> {
  /** Somebody who finished the sample is led through it no more. */
  readonly isCoached: boolean;
  readonly onCoached: () => void;
  readonly onSelectionUnit: (unit: SelectionUnit) => void;
  readonly paneWidths: PaneWidths;
  readonly onPaneWidths: (widths: PaneWidths) => void;
  /** Text and gutter, nothing else. */
  readonly isFocusMode: boolean;
  readonly onFocusMode: (isOn: boolean) => void;
  /** Where the Article was left; `null` when it was never open. */
  readonly stopIn: (article: ArticleId) => Stop | null;
  /** Resolves when it is on disk. */
  readonly onStop: (article: ArticleId, stop: Stop) => Promise<void>;
  readonly directionsIn: (article: ArticleId) => ParagraphDirections;
  readonly onDirections: (article: ArticleId, directions: ParagraphDirections) => void;
}
