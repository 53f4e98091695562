import { type ReactNode } from 'react';
import { type LabelId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Interaction } from './mode.ts';
import { annotationIn, type Scene } from './scene.ts';

/** What another screen's piece that stands beside the text may know of this one. */
export interface BesideTextProps {
  readonly schema: Schema;
  /** The Label that the person is at. */
  readonly label: LabelId | null;
  /** The focus goes back to where the work is. */
  readonly onLeave: () => void;
}

export type BesideText = (props: BesideTextProps) => ReactNode;

/** The armed Label, otherwise that of the focused Annotation. */
export const labelAtHand = (scene: Scene, { mode, focused }: Interaction): LabelId | null =>
  mode.kind === 'armed' ? mode.label : (annotationIn(scene, focused)?.label ?? null);
