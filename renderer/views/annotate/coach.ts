import { type Annotation, hull } from '../../../shared/model/annotation.ts';
import { type AnnotationSet, type SetStatus } from '../../../shared/model/annotation-set.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { labelDef, relationsFrom, type Schema } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type Interaction } from './mode.ts';
import { type Scene } from './scene.ts';

/** Of an example, in UTF-16 code units: it lies on one line or two, and one drag marks it. */
const shortEnough = 80;
const nowhere: readonly Span[] = [];

/** What a newcomer may begin with: the first short quote that a colleague has found in the sample. */
export function exampleIn({ labels }: Schema, sample: AnnotationSet): readonly Span[] {
  const quotes = sample.annotations.filter(({ label, spans }) => label === labels[0]?.id && spans.length === 1);
  return quotes.find((quote) => hull(quote).end - hull(quote).start <= shortEnough)?.spans ?? nowhere;
}

/** The example is outlined until something is marked, here or elsewhere. */
export const outlined = (scene: Scene, { mode }: Interaction, example: readonly Span[]): readonly Span[] =>
  scene.readOnly || scene.annotations.length > 0 || mode.kind === 'pieces' ? nowhere : example;

/** Something is linked to it, and nobody knows yet whom it stands for. */
const isNobody = (scene: Scene, { id, label, entity }: Annotation): boolean =>
  entity === null &&
  labelDef(scene.schema, label)?.entity === true &&
  scene.relations.some(({ to }) => to.kind === 'annotation' && to.id === id);

/**
 * The one line that leads through the sample: what to do next follows from what is there, so nothing has to be remembered and undo
 * leads back. `null` when all has been done once.
 */
export function coachLine(scene: Scene, { selection }: Interaction, status: SetStatus): MessageCode | null {
  if (scene.readOnly || status === 'done' || status === 'needs-review') return null;
  if (scene.relations.length > 0) return scene.annotations.some((one) => isNobody(scene, one)) ? 'coach.person' : 'coach.finish';
  if (scene.annotations.length === 0) return selection ? 'coach.label' : 'coach.select';
  const first = scene.schema.labels[0];
  const wanted = first && relationsFrom(scene.schema, first.id)[0];
  const hasSource = scene.annotations.some(({ label }) => label === first?.id);
  const hasTarget = scene.annotations.some(({ label }) => wanted?.to.includes(label));
  return hasSource && !hasTarget ? 'coach.speaker' : 'coach.link';
}
