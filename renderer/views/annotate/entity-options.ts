import { type RelateInput } from '../../../shared/commands/relate.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type Entity, type EntityKind, entityKinds } from '../../../shared/model/entity.ts';
import { fold } from '../../../shared/text/persian.ts';
import { entitiesByUse } from './link-candidates.ts';
import { type TargetChoice } from './linking.ts';
import { entityIn, type Scene, wordsOf } from './scene.ts';

/** One answer to "who is this?". */
export type EntityOption =
  /** `alias`: the name or office that was found, where it is not the first one. */
  | { readonly kind: 'known'; readonly entity: Entity; readonly alias: string | null }
  | { readonly kind: 'new'; readonly name: string };

const folded = (name: string): string => fold(name.trim()).text;
const names = ({ name, aliases }: Entity): readonly string[] => [name, ...aliases];
/** An office finds its holder, and is nobody's name: others hold it after them. */
const callings = (entity: Entity): readonly string[] => [...names(entity), ...entity.offices.map(({ title }) => title)];

/** Entities whose name or office holds what was typed, in any spelling, and then a new one of that name. Nobody is offered twice under one name. */
function matching(known: readonly Entity[], typed: string, newName: string, scene: Scene): readonly EntityOption[] {
  const wanted = folded(typed);
  const holds = (name: string): boolean => folded(name).includes(wanted);
  const found = known.flatMap((entity): readonly EntityOption[] => {
    const name = callings(entity).find(holds);
    return name === undefined ? [] : [{ kind: 'known', entity, alias: name === entity.name ? null : name }];
  });
  const isKnown = newName === '' || scene.entities.some((entity) => names(entity).some((one) => folded(one) === folded(newName)));
  return [...found, ...(isKnown ? [] : [{ kind: 'new', name: newName } as const])];
}

/** Whom the Annotation may stand for, likeliest first; while nothing is typed, its own words are the name of a new one. */
export const entityOptions = (scene: Scene, annotation: Annotation, typed: string): readonly EntityOption[] =>
  matching(entitiesByUse(scene, annotation), typed, typed.trim() || wordsOf(scene.text, annotation), scene);

/** Whom the relation may point at, in the order of the choice's targets; a new one only by a typed name. */
export const sourceOptions = (scene: Scene, { targets }: TargetChoice, typed: string): readonly EntityOption[] =>
  matching(targets.flatMap(({ kind, id }) => (kind === 'entity' ? (entityIn(scene, id) ?? []) : [])), typed, typed.trim(), scene);

/** What an option means for a relation. Of a source without a mention no kind is known. */
export const chosenTarget = (option: EntityOption): RelateInput['to'] =>
  option.kind === 'known'
    ? { kind: 'entity', id: option.entity.id }
    : { kind: 'new-entity', entity: { name: option.name, kind: 'unknown' } };

/** What the annotator has said already about the kind of source; else not known. */
export function kindOfMention({ attributes }: Annotation): EntityKind {
  return entityKinds.find((kind) => kind === attributes['source_kind']) ?? 'unknown';
}
