import { type ParagraphDirections } from '../../../shared/bridge.ts';
import { type RelateInput } from '../../../shared/commands/relate.ts';
import { type SetEntityInput } from '../../../shared/commands/set-entity.ts';
import { type Override } from '../../../shared/model/annotation-set.ts';
import { type AnnotationId, type LabelId } from '../../../shared/model/id.ts';
import { type Utf16Offset, utf16 } from '../../../shared/text/offsets.ts';
import { type TextSelection } from '../../editor/editor-contract.ts';
import { type Digit } from '../../ui/keyboard.ts';
import { type DroppedBorder } from './border.ts';
import { type Intent } from './intent.ts';
import { type AnnotateCommand } from './keys.ts';
import { type DroppedLink } from './link-drop.ts';
import { type SelectionSource } from './labelling.ts';

/** A key of this view; `caret` is where the caret stood when it was pressed, or where the keys before it have put it since. */
export interface KeyGesture {
  readonly kind: 'key';
  readonly command: AnnotateCommand;
  /** For command `digit`. */
  readonly digit: Digit | null;
  readonly caret: Utf16Offset;
  /** Paragraphs that the person has laid out in another direction: an arrow means what it shows there. */
  readonly directions?: ParagraphDirections;
}

/** The key gesture that a button stands for; where the caret is matters to few. */
export const pressed = (command: AnnotateCommand, caret = utf16(0)): KeyGesture => ({ kind: 'key', command, digit: null, caret });

/** Everything a person can do in this view, by key, mouse or panel. */
export type Gesture =
  | KeyGesture
  | { readonly kind: 'select'; readonly selection: TextSelection | null; readonly source: SelectionSource }
  /** A click on a drawn Annotation, or beside all. */
  | { readonly kind: 'press'; readonly annotation: AnnotationId | null }
  | { readonly kind: 'focus'; readonly annotation: AnnotationId }
  | { readonly kind: 'label'; readonly label: LabelId }
  | ({ readonly kind: 'drop-border' } & DroppedBorder)
  | ({ readonly kind: 'drop-link' } & DroppedLink)
  /** The n-th line of the open choice (relation, target, relation to cut), from 0. */
  | { readonly kind: 'pick'; readonly index: number }
  /** The answer to "who is this?". */
  | { readonly kind: 'entity'; readonly annotation: AnnotationId; readonly entity: SetEntityInput['entity'] }
  /** The answer to "whom does it lead to?", by a name. */
  | { readonly kind: 'link'; readonly to: RelateInput['to'] }
  | { readonly kind: 'edit'; readonly intent: Intent }
  /** Done, against what the checks found. */
  | { readonly kind: 'finish-anyway'; readonly override: Override }
  /** The open question was left unanswered. */
  | { readonly kind: 'leave' };
