import schemaJson from '../../../../seeds/schema.json' with { type: 'json' };
import { type Annotation } from '../../../../shared/model/annotation.ts';
import { type Entity } from '../../../../shared/model/entity.ts';
import { type AnnotationId, type EntityId, type LabelId, type RelationId, type RelationType } from '../../../../shared/model/id.ts';
import { type Relation, type RelationTarget } from '../../../../shared/model/relation.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { type Span, span } from '../../../../shared/text/offsets.ts';
import { type Scene } from '../../../../renderer/views/annotate/scene.ts';

export const schema = schemaJson as unknown as Schema;
export const annotationId = (id: string) => id as AnnotationId;
export const entityId = (id: string) => id as EntityId;
export const labelId = (id: string) => id as LabelId;
export const relationType = (type: string) => type as RelationType;

/** Two paragraphs, an interrupted quote in the second. */
export const text = [
  'وزیر نیرو گفت: سدها پر می‌شود. او رفت.',
  '«راه را می‌سازیم»، شهردار افزود، «و باز می‌کنیم.»',
].join('\n');

/** The first occurrence of the words, as a Span. */
export function spanOf(words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return span(start, start + words.length);
}

export const annotation = (id: string, label: string, ...words: readonly string[]): Annotation => ({
  id: annotationId(id), label: labelId(label), spans: words.map(spanOf), attributes: {}, entity: null, note: '', flagged: false, origin: 'manual',
});

export const relation = (id: string, type: string, from: string, to: RelationTarget): Relation => ({
  id: id as RelationId, type: relationType(type), from: annotationId(from), to, attributes: {},
});

export const toAnnotation = (id: string): RelationTarget => ({ kind: 'annotation', id: annotationId(id) });
export const toEntity = (id: string): RelationTarget => ({ kind: 'entity', id: entityId(id) });

export const entity = (id: string, name: string): Entity => ({ id: entityId(id), name, kind: 'person', aliases: [], offices: [], note: '' });

export const minister = annotation('minister', 'SPEAKER', 'وزیر نیرو');
export const said = annotation('said', 'CUE', 'گفت');
export const dams = annotation('dams', 'QUOTE', 'سدها پر می‌شود');
export const road = annotation('road', 'QUOTE', 'راه را می‌سازیم', 'و باز می‌کنیم');
export const mayor = annotation('mayor', 'SPEAKER', 'شهردار');

export const scene: Scene = {
  schema, text, annotations: [minister, said, dams, road, mayor], relations: [], entities: [entity('e1', 'وزیر نیرو'), entity('e2', 'شهردار تهران')],
  recent: [], readOnly: false,
};
export const emptyScene: Scene = { ...scene, annotations: [] };
