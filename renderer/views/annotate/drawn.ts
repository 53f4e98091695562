import { type AnnotationId } from '../../../shared/model/id.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { previewed } from './border.ts';
import { candidateBadges } from './link-candidates.ts';
import { targetChoice } from './linking.ts';
import { type Interaction, type Mode } from './mode.ts';
import { proposedSpans } from './proposal.ts';
import { relationsOf, type Scene } from './scene.ts';

/** What the editor draws, besides the text. */
export interface Drawn {
  readonly annotations: readonly Annotation[];
  readonly related: readonly AnnotationId[];
  readonly pieces: readonly Span[];
  readonly badges: ReadonlyMap<AnnotationId, string>;
}

const noBadges: ReadonlyMap<AnnotationId, string> = new Map();
const noPieces: readonly Span[] = [];

/** What is not made yet: pieces collected, or what is proposed. */
function pending(mode: Mode): readonly Span[] {
  if (mode.kind === 'pieces') return mode.spans;
  return mode.kind === 'proposal' ? proposedSpans(mode) : noPieces;
}

/** `number`: a number in the digits of the interface. */
export function drawn(scene: Scene, state: Interaction, number: (value: number) => string): Drawn {
  const { mode, focused } = state;
  const choice = mode.kind === 'target' ? targetChoice(scene, mode) : undefined;
  const cursor = mode.kind === 'target' ? choice?.targets[mode.cursor] : undefined;
  const linked = focused === null ? [] : relationsOf(scene, focused).map(({ to }) => to);
  const related = [...(cursor ? [cursor] : []), ...linked].flatMap((target) => (target.kind === 'annotation' ? [target.id] : []));
  return {
    annotations: previewed(scene.annotations, state),
    related,
    pieces: pending(mode),
    badges: choice ? candidateBadges(choice.targets, number) : noBadges,
  };
}
