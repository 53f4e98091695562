import { type Change } from '../../../shared/model/change.ts';
import { type AnnotationId, type EntityId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { type Intent } from './intent.ts';
import { type Effect, idle, type Interaction, say, type Step, step } from './mode.ts';
import { annotationIn, entityIn, labelIn, relationDefIn, type Scene, targetWords } from './scene.ts';

const addedAnnotation = (change: Change): AnnotationId | undefined =>
  change.added.flatMap((record) => (record.kind === 'annotation' ? [record.value.id] : []))[0];

const addedEntity = (change: Change): EntityId | undefined =>
  change.added.flatMap((record) => (record.kind === 'entity' ? [record.value.id] : []))[0];

function removed(before: Scene, id: AnnotationId): Effect {
  const annotation = annotationIn(before, id);
  if (!annotation) throw new Error(`annotation ${id} was removed and not in the set before`);
  return { kind: 'offer-undo', code: 'annotate.deleted', values: { label: labelIn(before, annotation).name } };
}

function linked(scene: Scene, change: Change): readonly Effect[] {
  return change.added.flatMap((record) => {
    if (record.kind !== 'relation') return [];
    const name = relationDefIn(scene, record.value).name;
    return [say('annotate.linked', { relation: name, target: targetWords(scene, record.value.to) ?? '' })];
  });
}

/**
 * What follows when a command has succeeded: what was made has the focus, and what happened is said.
 * `before` and `after` are the scene around the Change.
 */
export function succeeded(state: Interaction, intent: Intent, change: Change, before: Scene, after: Scene): Step {
  switch (intent.name) {
    case 'annotate': {
      const made = addedAnnotation(change);
      return made ? step({ ...state, focused: made }, { kind: 'describe', annotation: made }) : step(state);
    }
    case 'remove':
      return step({ ...state, focused: null, mode: idle }, removed(before, intent.input.annotation));
    case 'set-label':
      return step(state, say('annotate.relabelled', { label: labelDef(after.schema, intent.input.label)?.name ?? intent.input.label }));
    case 'relate':
      return step(state, ...linked(after, change));
    case 'unrelate':
      return step(state, say('annotate.unlinked'));
    case 'add-piece':
      return step(state, say('annotate.piece-added'));
    case 'remove-piece':
      return step(state, say('annotate.piece-removed'));
    case 'set-flag':
      return step(state, say(intent.input.flagged ? 'annotate.flagged' : 'annotate.unflagged'));
    case 'set-entity': {
      const { entity } = intent.input;
      const id = typeof entity === 'string' ? entity : addedEntity(change);
      if (!id) return step(state, say('annotate.entity-cleared'));
      const recent = [id, ...state.recent.filter((one) => one !== id)];
      return step({ ...state, recent }, say('annotate.entity-set', { entity: entityIn(after, id)?.name ?? id }));
    }
    case 'set-spans':
    case 'set-attribute':
    case 'set-note':
      return step(state, { kind: 'describe', annotation: intent.input.annotation });
    case 'set-status':
      return step(state);
  }
}
