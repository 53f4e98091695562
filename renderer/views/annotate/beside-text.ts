import { type ReactNode } from 'react';
import { type Article } from '../../../shared/model/article.ts';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type AnchorChoice } from '../../ui/discussion/anchor-choice.ts';
import { type Interaction } from './mode.ts';
import { annotationIn, type Scene } from './scene.ts';

/** What another screen's piece that stands beside the text may know of this one. */
export interface BesideTextProps {
  readonly article: Article;
  readonly schema: Schema;
  /** The Label that the person is at. */
  readonly label: LabelId | null;
  /** What a word said now may be about; it stays the same function. */
  readonly anchorsHere: () => readonly AnchorChoice[];
  /** To where something is that was talked about: the Annotation has the focus, where the set that is shown has it. It stays the same function. */
  readonly onJump: (anchor: Anchor, place: readonly Span[]) => void;
  /** The focus goes back to where the work is. */
  readonly onLeave: () => void;
}

export type BesideText = (props: BesideTextProps) => ReactNode;

/** The armed Label, otherwise that of the focused Annotation. */
export const labelAtHand = (scene: Scene, { mode, focused }: Interaction): LabelId | null =>
  mode.kind === 'armed' ? mode.label : (annotationIn(scene, focused)?.label ?? null);
