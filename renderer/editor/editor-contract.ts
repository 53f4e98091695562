import { type ParagraphDirections } from '../../shared/bridge.ts';
import { type AnnotationId } from '../../shared/model/id.ts';
import { type Annotation } from '../../shared/model/annotation.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { type InvisibleKind } from '../../shared/text/invisibles.ts';
import { type Span, type Utf16Offset } from '../../shared/text/offsets.ts';
import { type SnapUnit } from '../../shared/text/snap.ts';

/** What the person has selected, already cleaned for labelling. */
export interface TextSelection {
  readonly span: Span;
  /** Made with Ctrl held: to be added to the pieces collected so far. */
  readonly additive: boolean;
}

export type SpanEdge = 'start' | 'end';

/** The caret, or the moving end of the selection, was moved by the person; not told of moves that the view asked for. */
export interface CaretMove {
  readonly before: Utf16Offset;
  readonly after: Utf16Offset;
}

/** A place in the window, in viewport pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the text was pressed with the other button, or long, or where the caret was when a key asked for the menu. */
export interface PressedPlace {
  /** All that lie there, innermost first. */
  readonly annotations: readonly AnnotationId[];
  /** Of the text, counted from 0. */
  readonly line: number;
  readonly at: Point;
}

/** How a person reads an Article, the same on every screen that shows its text. */
export interface TextLook {
  /** CSS pixels. */
  readonly readingSize: number;
  /** The font that the style sheets give the text; another one is another layout. */
  readonly readingFont?: string;
  /** Of lines that are laid out in another direction than most of their letters have. */
  readonly directions?: ParagraphDirections;
}

/** The editor draws values and reports gestures as Spans and ids; it knows neither the store nor any command. */
export interface ArticleEditorProps extends TextLook {
  readonly text: string;
  readonly schema: Schema;
  readonly language: 'fa' | 'en';
  /** Drawn in lanes; reading order. */
  readonly annotations: readonly Annotation[];
  readonly focused: AnnotationId | null;
  /** Further Annotations to emphasise: the speaker, cue … of the focused one. */
  readonly related: readonly AnnotationId[];
  /** Pieces collected for an annotation not yet made. */
  readonly pieces: readonly Span[];
  /** Numbers shown beside Annotations while one is being chosen with a digit. */
  readonly badges: ReadonlyMap<AnnotationId, string>;
  /** In em, 2.3 unless given: how many lanes a line of text has room for depends on it. */
  readonly lineHeight?: number;
  /** What selecting and dragging a border take at least, by keys and by pointer; words unless given. Alt takes letters in any case. */
  readonly selectionUnit?: SnapUnit;
  /** Names, by kind, of the invisible characters, which are then marked; `null` marks none. */
  readonly invisibles?: ReadonlyMap<InvisibleKind, string> | null;
  /** Accessible name and description, from the catalogues. */
  readonly ariaLabel: string;
  readonly ariaDescription: string;
  readonly onSelect: (selection: TextSelection | null) => void;
  readonly onCaret?: (move: CaretMove) => void;
  /** A click on drawn text: innermost first, outwards when repeated; `null` beside all Annotations. */
  readonly onPress: (annotation: AnnotationId | null) => void;
  /** A border handle of the focused Annotation was dropped at an offset (snapped to `selectionUnit`, to a letter with Alt). */
  readonly onMoveBorder: (annotation: AnnotationId, piece: number, edge: SpanEdge, offset: Utf16Offset) => void;
  /** A menu of what can be done there is wanted; of a long press, where several Annotations lie. */
  readonly onMenu?: (place: PressedPlace) => void;
  /** The badge of an Annotation was dragged onto others: all that lie under the pointer, innermost first. */
  readonly onLinkDrag?: (from: AnnotationId, to: readonly AnnotationId[]) => void;
}

/** What the surrounding view may ask of the editor. */
export interface EditorHandle {
  focus(): void;
  /** Selects a Span in the text and tells `onSelect`. */
  select(span: Span): void;
  /** Scrolls so that the Span can be read. */
  reveal(span: Span): void;
  /** The caret, or the moving end of the selection. */
  caret(): Utf16Offset;
  /** The rectangle of the Span's last piece of line in viewport pixels; `null` when it is not laid out. */
  rectangle(span: Span): DOMRect | null;
}
