import { type Annotation } from '../../../shared/model/annotation.ts';
import { type Entity, type EntityKind, entityKinds } from '../../../shared/model/entity.ts';
import { type EntityId } from '../../../shared/model/id.ts';
import { fold } from '../../../shared/text/persian.ts';
import { entitiesByUse } from './link-candidates.ts';
import { type Scene, wordsOf } from './scene.ts';

/** One answer to "who is this?". */
export type EntityOption =
  | { readonly kind: 'known'; readonly entity: Entity }
  | { readonly kind: 'new'; readonly name: string };

const folded = (name: string): string => fold(name.trim()).text;
const names = ({ name, aliases }: Entity): readonly string[] => [name, ...aliases];

/**
 * Known Entities whose name holds what was typed (in any spelling), likeliest first, and then a new one: of the typed name,
 * or of the Annotation's own words while nothing is typed. Nobody is offered twice under one name.
 */
export function entityOptions(scene: Scene, annotation: Annotation, recent: readonly EntityId[], typed: string): readonly EntityOption[] {
  const wanted = folded(typed);
  const known = entitiesByUse(scene, annotation, recent).filter((entity) => names(entity).some((name) => folded(name).includes(wanted)));
  const name = typed.trim() || wordsOf(scene.text, annotation);
  const isKnown = scene.entities.some((entity) => names(entity).some((one) => folded(one) === folded(name)));
  return [...known.map((entity) => ({ kind: 'known', entity }) as const), ...(isKnown ? [] : [{ kind: 'new', name } as const])];
}

/** What the annotator has said already about the kind of source; else not known. */
export function kindOfMention({ attributes }: Annotation): EntityKind {
  return entityKinds.find((kind) => kind === attributes['source_kind']) ?? 'unknown';
}
