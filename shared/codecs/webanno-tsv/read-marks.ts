import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet, type SetHead } from '../../model/annotation-set.ts';
import { type AnnotationId, type LabelId, type RelationId, type RelationType } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';
import { type Schema } from '../../model/schema.ts';
import { type Place, problem } from '../../result.ts';
import { span } from '../../text/offsets.ts';
import { type Findings } from '../findings.ts';
import { joinPieces } from '../standoff/join-pieces.ts';
import { stackedValues, unescapeValue, valueAndNumber } from './escape.ts';
import { continuation, featureNames, labelFeature } from './layers.ts';
import { type Layer, type Row, type Table } from './read-rows.ts';

/** Something that stands on one row or several. */
interface Mark {
  readonly id: AnnotationId;
  readonly layer: Layer;
  readonly place: Place;
  readonly features: Map<string, string>;
  readonly rows: Row[];
}

/** Marks by the number in their brackets, or by row and place in the stack where they have none. */
type Marks = ReadonlyMap<string, Mark>;

const stackKey = (layer: string, unit: string, index: number): string => `${layer} ${unit} ${index}`;

/** What the rows say: marks with their pieces joined, and what leads from one to another. Whether the Schema allows it is asked elsewhere. */
export function readMarks(table: Table, schema: Schema, head: SetHead, found: Findings): AnnotationSet {
  const marks = marksOf(table);
  const links = linksOf(table, marks, found);
  const type = continuation(schema);
  const attributeOf = new Map(Array.from(featureNames(schema), ([attribute, name]) => [name, attribute]));
  const pieces = [...new Set(marks.values())].flatMap((mark) => pieceOf(mark, schema, attributeOf));
  const known = new Set<string>(pieces.map(({ id }) => id));
  const joining = links.filter((link) => link.type === type && known.has(link.from) && known.has(link.to));
  const { annotations, ownerOf } = joinPieces(pieces, joining, { file: table.rows[0]?.place.file ?? '' }, found);
  const relations = links.filter((link) => link.type !== type).map((link, index): Relation => ({
    id: `r${index + 1}` as RelationId,
    type: link.type as RelationType,
    from: ownerOf.get(link.from) ?? link.from,
    to: { kind: 'annotation', id: ownerOf.get(link.to) ?? link.to },
    attributes: {},
  }));
  return { ...head, annotations, relations };
}

function marksOf({ layers, rows }: Table): Marks {
  const marks = new Map<string, Mark>();
  let count = 0;
  for (const row of rows)
    for (const layer of layers) {
      if (layer.kind !== 'span') continue;
      for (const [index, { number }] of valuesOf(row, layer, 0).entries()) {
        const key = number === null || number === '0' ? stackKey(layer.name, row.unit, index) : number;
        let mark = marks.get(key);
        if (!mark) marks.set(key, (mark = { id: `m${++count}` as AnnotationId, layer, place: row.place, features: new Map(), rows: [] }));
        mark.rows.push(row);
        for (const [place, feature] of layer.features.entries()) {
          const value = valuesOf(row, layer, place)[index]?.value;
          if (feature && value !== undefined && value !== '*' && !mark.features.has(feature)) mark.features.set(feature, unescapeValue(value));
        }
      }
    }
  return marks;
}

/** The stack of one column in one row; nothing where nothing is. */
function valuesOf({ cells }: Row, { column }: Layer, place: number): readonly { readonly value: string; readonly number: string | null }[] {
  const cell = cells[column + place] ?? '_';
  return cell === '_' || cell === '' ? [] : stackedValues(cell).map(valueAndNumber);
}

/** Nothing for a mark of which a row was unsound: what is left of it would lie elsewhere. */
function pieceOf(mark: Mark, schema: Schema, attributeOf: ReadonlyMap<string, string>): readonly Annotation[] {
  if (mark.rows.some(({ isSound }) => !isSound)) return [];
  const { label, used } = labelOf(mark, schema);
  const attributes = [...mark.features].filter(([feature]) => feature !== used).map(([feature, value]) => [attributeOf.get(feature) ?? feature, value]);
  const start = Math.min(...mark.rows.map((row) => row.span.start));
  const end = Math.max(...mark.rows.map((row) => row.span.end));
  return [{
    id: mark.id,
    label: label as LabelId,
    spans: [span(start, end)],
    attributes: Object.fromEntries(attributes) as Record<string, string>,
    entity: null,
    note: '',
    flagged: false,
    origin: 'manual',
  }];
}

/** The feature `label`, or the layer's own name where the Schema has such a label, or `value`, or the first feature there is. */
function labelOf({ layer, features }: Mark, schema: Schema): { readonly label: string; readonly used: string | null } {
  const own = layer.name.replace(/^.*\./, '');
  const named = features.get(labelFeature);
  if (named !== undefined) return { label: named, used: labelFeature };
  if (schema.labels.some(({ id }) => id === own)) return { label: own, used: null };
  const used = ['value', ...features.keys()].find((feature) => features.has(feature)) ?? null;
  return { label: used === null ? own : (features.get(used) ?? own), used };
}

interface MarkLink {
  readonly id: string;
  readonly type: string;
  readonly from: AnnotationId;
  readonly to: AnnotationId;
}

function linksOf({ layers, rows }: Table, marks: Marks, found: Findings): readonly MarkLink[] {
  const spanLayers = layers.filter(({ kind }) => kind === 'span');
  const at = (unit: string, number: string | undefined): Mark | undefined =>
    number === undefined || number === '0'
      ? spanLayers.map(({ name }) => marks.get(stackKey(name, unit, 0))).find((mark) => mark !== undefined)
      : marks.get(number);
  const links: MarkLink[] = [];
  for (const row of rows)
    for (const layer of layers) {
      if (layer.kind !== 'relation') continue;
      const base = layer.features.indexOf('BT_');
      const name = Math.max(0, layer.features.findIndex((feature) => feature === labelFeature));
      const types = valuesOf(row, layer, name);
      for (const [index, source] of valuesOf(row, layer, base < 0 ? layer.features.length - 1 : base).entries()) {
        const [one, other] = source.number?.split('_') ?? [];
        const [from, to] = [at(source.value, one), at(row.unit, other)];
        const type = unescapeValue(name === base ? layer.name.replace(/^.*\./, '') : (types[index]?.value ?? ''));
        if (from && to) links.push({ id: `${links.length}`, type, from: from.id, to: to.id });
        else found.add(problem('relation-end-missing', row.place, { id: from ? row.unit : source.value }));
      }
    }
  return links;
}
