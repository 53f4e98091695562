import { type Schema } from '../../model/schema.ts';
import { initialView, sofaId, sofaType, type WrittenStructure } from './cas.ts';
import { type TypeDef, typesOf } from './type-system.ts';

/** UIMA JSON CAS 0.4.0 (apache/uima-uimaj-io-jsoncas): the types stand in the file itself, the Sofa comes first. */
export function jsonCasPrinter(schema: Schema): (structures: readonly WrittenStructure[]) => string {
  const types = JSON.stringify(Object.fromEntries(typesOf(schema).map((one) => [one.name, typeRecord(one)])));
  return (structures) => {
    if (structures[0]?.type !== sofaType) throw new Error('the Sofa of a CAS does not come first');
    const views = { [initialView]: { '%SOFA': sofaId, '%MEMBERS': structures.slice(1).map(({ id }) => id) } };
    const lines = structures.map(structureText).join(',\n');
    return `{"%TYPES":${types},\n"%FEATURE_STRUCTURES":[\n${lines}\n],\n"%VIEWS":${JSON.stringify(views)}}\n`;
  };
}

const typeRecord = ({ name, supertype, features }: TypeDef): object => ({
  '%NAME': name,
  '%SUPER_TYPE': supertype,
  ...Object.fromEntries(features.map((one) => [one.name, { '%NAME': one.name, '%RANGE': one.range }])),
});

/** Names of types and features are letters, digits, `_` and dots: they need no escape. */
function structureText({ id, type, place, features }: WrittenStructure): string {
  let written = `{"%ID":${id},"%TYPE":"${type}"`;
  if (place) written += `,"@sofa":${sofaId},"begin":${place.start},"end":${place.end}`;
  for (const [name, value] of features) written += typeof value === 'object' ? `,"@${name}":${value.reference}` : `,"${name}":${JSON.stringify(value)}`;
  return `${written}}`;
}
