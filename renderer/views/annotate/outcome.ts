import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { attributeKinds } from '../../../shared/model/attribute-kinds.ts';
import { type Change } from '../../../shared/model/change.ts';
import { readFollowUps } from '../../../shared/model/follow-up.ts';
import { type AnnotationId, type EntityId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { anchored } from './anchor.ts';
import { type Intent } from './intent.ts';
import { type Effect, idle, type Interaction, say, type Step, step, type WordValues } from './mode.ts';
import { annotationIn, entityIn, labelIn, relationDefIn, type Scene, targetWords } from './scene.ts';

const addedAnnotations = (change: Change): readonly AnnotationId[] =>
  change.added.flatMap((record) => (record.kind === 'annotation' ? [record.value.id] : []));

const addedEntity = (change: Change): EntityId | undefined =>
  change.added.flatMap((record) => (record.kind === 'entity' ? [record.value.id] : []))[0];

/** Whatever goes can be had back by a press, too. */
const offerUndo = (code: MessageCode, values: WordValues = {}): Effect => ({ kind: 'offer-undo', code, values });

function removed(before: Scene, id: AnnotationId): Effect {
  const annotation = annotationIn(before, id);
  if (!annotation) throw new Error(`annotation ${id} was removed and not in the set before`);
  return offerUndo('annotate.deleted', { label: labelIn(before, annotation).name });
}

/** A day of the log was written, with where it is proven: it can be had back as whatever else is taken away. */
function followUpGone({ annotation: id, attribute, value }: Extract<Intent, { readonly name: 'set-attribute' }>['input'], before: Scene): Effect | null {
  const annotation = annotationIn(before, id);
  const def = annotation && labelIn(before, annotation).attributes.find((one) => one.id === attribute);
  if (!annotation || !def || attributeKinds[def.kind].widget !== 'follow-up') return null;
  const entries = (written: string | null | undefined): number => readFollowUps(written ?? '')?.length ?? 0;
  return entries(value) < entries(annotation.attributes[attribute]) ? offerUndo('annotate.follow-up-removed') : null;
}

/** What was linked to what; `code` says whether that was asked for. */
function linked(scene: Scene, change: Change, code: 'annotate.linked' | 'annotate.linked-at-once'): readonly Effect[] {
  return change.added.flatMap((record) => {
    const from = record.kind === 'relation' ? annotationIn(scene, record.value.from) : undefined;
    if (record.kind !== 'relation' || !from) return [];
    const words = { source: labelIn(scene, from).name, relation: relationDefIn(scene, record.value).name };
    return [say(code, { ...words, target: targetWords(scene, record.value.to) ?? '' })];
  });
}

/**
 * What follows when a command has succeeded: what was made has the focus, and what happened is said.
 * `before` and `after` are the scene around the Change.
 */
export function succeeded(state: Interaction, intent: Intent, change: Change, before: Scene, after: Scene): Step {
  const made = [...addedAnnotations(change)].reverse();
  return anchored(following({ ...state, made: [...made, ...state.made] }, intent, change, before, after), after);
}

function following(state: Interaction, intent: Intent, change: Change, before: Scene, after: Scene): Step {
  switch (intent.name) {
    case 'annotate': {
      const [made] = addedAnnotations(change);
      return made ? step({ ...state, focused: made }, { kind: 'describe', annotation: made }) : step(state);
    }
    case 'annotate-linked': {
      const [made] = addedAnnotations(change);
      return step({ ...state, focused: made ?? state.focused }, ...linked(after, change, 'annotate.linked-at-once'));
    }
    case 'annotate-all': {
      const made = addedAnnotations(change);
      const values = { n: made.length, label: labelDef(after.schema, intent.input.label)?.name ?? intent.input.label };
      return step({ ...state, focused: intent.input.like ?? made[0] ?? null }, offerUndo('annotate.same.made', values));
    }
    case 'complete-frame':
      return step(state, { kind: 'describe', annotation: intent.input.of });
    case 'remove':
      return step({ ...state, focused: null, mode: idle }, removed(before, intent.input.annotation));
    case 'set-label':
      return step(state, say('annotate.relabelled', { label: labelDef(after.schema, intent.input.label)?.name ?? intent.input.label }));
    case 'relate':
      return step(state, ...linked(after, change, 'annotate.linked'));
    case 'unrelate':
      return step(state, offerUndo('annotate.unlinked'));
    case 'add-piece':
      return step(state, say('annotate.piece-added'));
    case 'remove-piece':
      return step(state, offerUndo('annotate.piece-removed'));
    case 'set-flag':
      return step(state, say(intent.input.flagged ? 'annotate.flagged' : 'annotate.unflagged'));
    case 'set-entity': {
      const { entity } = intent.input;
      const id = typeof entity === 'string' ? entity : addedEntity(change);
      if (!id) return step(state, offerUndo('annotate.entity-cleared'));
      return step(state, say('annotate.entity-set', { entity: entityIn(after, id)?.name ?? id }));
    }
    case 'set-attribute': {
      const { annotation, attribute } = intent.input;
      return step(state, followUpGone(intent.input, before) ?? { kind: 'say-attribute', annotation, attribute });
    }
    case 'name-nobody':
    case 'set-spans':
    case 'set-note':
      return step(state, { kind: 'describe', annotation: intent.input.annotation });
    case 'copy-attributes':
      return step(state, say(change.updated.length === 0 ? 'annotate.copied.same' : 'annotate.copied', { words: targetWords(after, { kind: 'annotation', id: intent.input.from }) ?? '' }));
    case 'set-status':
      return step(state);
  }
}
