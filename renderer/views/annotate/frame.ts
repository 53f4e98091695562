import { type Finding } from '../../../shared/checks/finding.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type RelationType } from '../../../shared/model/id.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { type Bilingual, type RelationDef, relationsFrom } from '../../../shared/model/schema.ts';
import { isAbout } from './check-list.ts';
import { statusOfSource } from './linking.ts';
import { relationsOf, type Scene } from './scene.ts';

/** One part of a frame: a relation that the Schema lets start here, with what it points at. */
export interface FrameRow {
  readonly def: RelationDef;
  /** Place among the label's relations, from 0: the first has the link key, the others a digit after the relation key. */
  readonly index: number;
  readonly relations: readonly Relation[];
  /** «ضمنی», «نامعلوم»: what is said of a source that the text does not name. */
  readonly status: Bilingual | null;
  readonly finding: Finding | null;
}

/** The parts of an Annotation as the Schema has them, in its order; none for a Label where no relation starts. */
export function frameOf(scene: Scene, annotation: Annotation, findings: readonly Finding[]): readonly FrameRow[] {
  const relations = relationsOf(scene, annotation.id);
  return relationsFrom(scene.schema, annotation.label).map((def, index) => ({
    def,
    index,
    relations: relations.filter(({ type }) => type === def.type),
    status: statusOfSource(scene, { from: annotation, def }),
    finding: findings.find((one) => isAbout(one, annotation.id) && one.relation === def.type) ?? null,
  }));
}

/** Relations of one type, of which there is one at least. */
export type ServedRow = readonly [Relation, ...Relation[]];

/** What points at an Annotation, by the type of the relation: the quotes that a speaker said, the quote that a cue serves. */
export function servedBy({ relations }: Scene, { id }: Annotation): readonly ServedRow[] {
  const rows = new Map<RelationType, [Relation, ...Relation[]]>();
  for (const relation of relations) {
    if (relation.to.kind !== 'annotation' || relation.to.id !== id) continue;
    const row = rows.get(relation.type);
    if (row) row.push(relation);
    else rows.set(relation.type, [relation]);
  }
  return [...rows.values()];
}
