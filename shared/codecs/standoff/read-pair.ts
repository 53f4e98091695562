import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet, type SetHead } from '../../model/annotation-set.ts';
import { type Entity } from '../../model/entity.ts';
import { type AnnotationId, type EntityId, type LabelId } from '../../model/id.ts';
import { at, type Place, problem } from '../../result.ts';
import { offsetMap } from '../../text/offsets.ts';
import { type Findings } from '../findings.ts';
import { spanOfFragment } from '../fragment.ts';
import { readRecords } from '../read-records.ts';
import { continues, joinPieces, type OwnerOf } from './join-pieces.ts';
import { readRelations } from './read-relations.ts';
import { type EntityRecord, entityShape, relationShape, spanShape, type StandoffFile } from './record.ts';

export interface PairContents {
  readonly set: AnnotationSet;
  readonly entities: readonly Entity[];
}

/** The set and the entities of one `.json`, over the text that it was made for. */
export function readPair(file: StandoffFile, text: string, head: SetHead, place: Place, found: Findings): PairContents {
  const entities = readRecords(entityShape, file.entities, place, found);
  const records = readRecords(relationShape, file.relations, place, found);
  const links = records.filter(({ type }) => type === continues);
  const { annotations, ownerOf } = joinPieces(readPieces(file.spans, text, place, found), links, place, found);
  const entityOf = mentions(entities, ownerOf, place, found);
  const entityIds = new Set(entities.map(({ id }) => id));
  return {
    set: {
      ...head,
      annotations: annotations.map((annotation) => ({ ...annotation, entity: entityOf.get(annotation.id) ?? null })),
      relations: readRelations(records.filter(({ type }) => type !== continues), { ownerOf, entityIds }, place, found),
    },
    entities: entities.map(({ id, name }) => ({ id: id as EntityId, name, kind: 'unknown', aliases: [], offices: [], note: '' })),
  };
}

function readPieces(records: readonly unknown[], text: string, place: Place, found: Findings): readonly Annotation[] {
  const offsets = offsetMap(text);
  const taken = new Set<string>();
  return readRecords(spanShape, records, place, found).flatMap((record) => {
    if (taken.has(record.id)) {
      found.add(problem('id-twice', { ...place, record: record.id }, { id: record.id }));
      return [];
    }
    taken.add(record.id);
    const span = spanOfFragment(record, text, offsets);
    if (!span.ok) {
      found.add(...at({ ...place, record: record.id }, span.problems));
      return [];
    }
    return [{
      id: record.id as AnnotationId,
      label: record.type as LabelId,
      spans: [span.value],
      attributes: record.attributes,
      entity: null,
      note: '',
      flagged: false,
      origin: 'manual' as const,
    }];
  });
}

type EntityOf = ReadonlyMap<AnnotationId, EntityId>;

/** Which Entity an Annotation stands for. A mention that is not there, or that stands for two, is a Problem. */
function mentions(entities: readonly EntityRecord[], ownerOf: OwnerOf, place: Place, found: Findings): EntityOf {
  const entityOf = new Map<AnnotationId, EntityId>();
  for (const { id, mentions: ids } of entities) {
    for (const mention of ids) {
      const owner = ownerOf.get(mention);
      const other = owner && entityOf.get(owner);
      if (!owner) found.add(problem('mention-missing', { ...place, record: id }, { mention }));
      else if (other && other !== id) found.add(problem('mention-twice', { ...place, record: id }, { mention, other }));
      else entityOf.set(owner, id as EntityId);
    }
  }
  return entityOf;
}
