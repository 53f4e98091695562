import { type Override } from '../../../shared/model/annotation-set.ts';
import { type AnnotationId, type LabelId, type RelationType } from '../../../shared/model/id.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { type Bilingual } from '../../../shared/model/schema.ts';
import { type Problem } from '../../../shared/result.ts';
import { type Span, type Utf16Offset } from '../../../shared/text/offsets.ts';
import { type SpanEdge } from '../../editor/editor-contract.ts';
import { type Intent } from './intent.ts';
import { type Proposed, type Purpose } from './proposed.ts';
import { type CandidateKind } from './link-candidates.ts';

/** What the next key means. Escape leads from every mode back to `idle`. */
export type Mode =
  | { readonly kind: 'idle' }
  /** The next selection gets this Label at once. */
  | { readonly kind: 'armed'; readonly label: LabelId }
  /** Pieces of an Annotation not yet made: in text order, without overlap. */
  | { readonly kind: 'pieces'; readonly spans: readonly Span[] }
  /** One border is held; `spans` are the Annotation's as they would be now. */
  | { readonly kind: 'border'; readonly annotation: AnnotationId; readonly piece: number; readonly edge: SpanEdge; readonly spans: readonly Span[] }
  /** Which relation? */
  | { readonly kind: 'relation'; readonly annotation: AnnotationId }
  /** Whom does it point at? `cursor` is an index into the candidates. */
  | {
      readonly kind: 'target';
      readonly annotation: AnnotationId;
      readonly relation: RelationType;
      readonly among: CandidateKind;
      readonly cursor: number;
    }
  /** Which of its relations goes? */
  | { readonly kind: 'unlink'; readonly annotation: AnnotationId }
  /** Whom does it stand for? */
  | { readonly kind: 'entity'; readonly annotation: AnnotationId }
  /** Which of these are to be made? `cursor` is an index into them, `edge` the border that arrows move. */
  | {
      readonly kind: 'proposal';
      readonly purpose: Purpose;
      readonly items: readonly Proposed[];
      readonly cursor: number;
      readonly edge: SpanEdge;
    };

export type ModeOf<Kind extends Mode['kind']> = Extract<Mode, { readonly kind: Kind }>;

/** Is this a question that a panel beside the text asks? */
export const needsPanel = ({ kind }: Mode): boolean => kind !== 'idle' && kind !== 'armed' && kind !== 'pieces' && kind !== 'border';

export const idle: Mode = { kind: 'idle' };

/** What the person is doing in this view; nothing of it is stored. */
export interface Interaction {
  readonly mode: Mode;
  readonly focused: AnnotationId | null;
  readonly selection: Span | null;
  /** The selections that the present one grew from, latest last; `null` for a bare caret. */
  readonly grownFrom: readonly (Span | null)[];
  /** What was focused last of all that links can start at: a new speaker or cue beside it is linked to it. */
  readonly anchor: AnnotationId | null;
  /** Annotations made since the view opened, latest first. */
  readonly made: readonly AnnotationId[];
}

export const atRest: Interaction = { mode: idle, focused: null, selection: null, grownFrom: [], anchor: null, made: [] };

/** The parts of the view that a key can lead to. */
export type Region = 'text' | 'attributes' | 'note' | 'find';

/** Values of a message before the language is known. */
export type WordValues = Readonly<Record<string, string | number | Bilingual>>;

/** What the store has to do. */
export type StoredEffect =
  | { readonly kind: 'perform'; readonly intent: Intent }
  | { readonly kind: 'undo' | 'redo' }
  /** Without an override, errors that the checks find stand in the way. */
  | { readonly kind: 'finish'; readonly override?: Override };

/** What the screen has to do, or to say. */
export type ScreenEffect =
  | { readonly kind: 'select'; readonly span: Span }
  /** Nothing selected, the caret there. */
  | { readonly kind: 'caret'; readonly at: Utf16Offset }
  | { readonly kind: 'reveal'; readonly span: Span }
  | { readonly kind: 'go'; readonly region: Region }
  | { readonly kind: 'say'; readonly code: MessageCode; readonly values: WordValues }
  | { readonly kind: 'describe'; readonly annotation: AnnotationId }
  /** Which value an attribute has now. */
  | { readonly kind: 'say-attribute'; readonly annotation: AnnotationId; readonly attribute: string }
  /** Said and shown: why a key did nothing. */
  | { readonly kind: 'refuse'; readonly code: MessageCode; readonly values: WordValues }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** Said and shown, with a way back. */
  | { readonly kind: 'offer-undo'; readonly code: MessageCode; readonly values: WordValues };

/** What has to be done beyond a new state; carried out in order. */
export type Effect = StoredEffect | ScreenEffect;

export interface Step {
  readonly state: Interaction;
  readonly effects: readonly Effect[];
}

export const step = (state: Interaction, ...effects: readonly Effect[]): Step => ({ state, effects });
export const say = (code: MessageCode, values: WordValues = {}): ScreenEffect => ({ kind: 'say', code, values });
export const refuse = (code: MessageCode, values: WordValues = {}): ScreenEffect => ({ kind: 'refuse', code, values });
export const perform = (intent: Intent): StoredEffect => ({ kind: 'perform', intent });
