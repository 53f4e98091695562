import { type SetStatus } from '../../../shared/model/annotation-set.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { relationsFrom } from '../../../shared/model/schema.ts';
import { type Interaction } from './mode.ts';
import { type Scene } from './scene.ts';

/**
 * The one line that leads through the sample: what to do next follows from what is there, so nothing has to be remembered and undo
 * leads back. `null` when all has been done once.
 */
export function coachLine(scene: Scene, { selection }: Interaction, status: SetStatus): MessageCode | null {
  if (scene.readOnly || status === 'done' || status === 'needs-review') return null;
  if (scene.relations.length > 0) return 'coach.finish';
  if (scene.annotations.length === 0) return selection ? 'coach.label' : 'coach.select';
  const first = scene.schema.labels[0];
  const wanted = first && relationsFrom(scene.schema, first.id)[0];
  const hasSource = scene.annotations.some(({ label }) => label === first?.id);
  const hasTarget = scene.annotations.some(({ label }) => wanted?.to.includes(label));
  return hasSource && !hasTarget ? 'coach.speaker' : 'coach.link';
}
