import { type Annotation } from '../../model/annotation.ts';
import { attributeKinds } from '../../model/attribute-kinds.ts';
import { type LabelId, type RelationType } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';
import { type AttributeDef, labelDef, type Schema } from '../../model/schema.ts';
import { type SchemaEdit, type SchemaPart } from './schema-edit.ts';

/** How records follow an edit; `null` means that one goes. What else no longer fits is settled afterwards. */
export interface Migration {
  readonly annotation: (annotation: Annotation) => Annotation | null;
  readonly relation: (relation: Relation) => Relation | null;
}

const unmoved: Migration = { annotation: (annotation) => annotation, relation: (relation) => relation };

/** @param after the Schema as it will be */
export function migrationFor(edit: SchemaEdit, after: Schema): Migration {
  if (edit.kind === 'change-id') return migrationTo(edit.part, edit.id, after);
  if (edit.kind === 'retire') return migrationTo(edit.part, edit.into, after);
  return unmoved;
}

function migrationTo(part: SchemaPart, id: string | null, after: Schema): Migration {
  switch (part.kind) {
    case 'label':
      return {
        ...unmoved,
        annotation: (one) => (one.label !== part.label ? one : id === null ? null : { ...one, label: id as LabelId }),
      };
    case 'relation':
      return {
        ...unmoved,
        relation: (one) => (one.type !== part.relation ? one : id === null ? null : { ...one, type: id as RelationType }),
      };
    case 'attribute': {
      const target = labelDef(after, part.label)?.attributes.find((one) => one.id === id);
      return { ...unmoved, annotation: (one) => (one.label === part.label ? withAttributeMoved(one, part.attribute, target) : one) };
    }
    case 'choice':
      return {
        ...unmoved,
        annotation: (one) =>
          one.label === part.label && one.attributes[part.attribute] === part.choice ? withValue(one, part.attribute, id) : one,
      };
  }
}

function withValue(annotation: Annotation, attribute: string, value: string | null): Annotation {
  const { [attribute]: _, ...others } = annotation.attributes;
  return { ...annotation, attributes: value === null ? others : { ...others, [attribute]: value } };
}

/** The value goes where there is room for it: to an attribute that has none yet and allows this one. */
function withAttributeMoved(annotation: Annotation, attribute: string, target: AttributeDef | undefined): Annotation {
  const value = annotation.attributes[attribute];
  if (value === undefined) return annotation;
  const rest = withValue(annotation, attribute, null);
  if (!target || rest.attributes[target.id] !== undefined || !attributeKinds[target.kind].isValid(target, value)) return rest;
  return withValue(rest, target.id, value);
}
