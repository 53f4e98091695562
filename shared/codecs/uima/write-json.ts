import { type Schema } from '../../model/schema.ts';
import { type FeatureStructure, initialView, sofaType } from './cas.ts';
import { type TypeDef, typesOf } from './type-system.ts';

/** UIMA JSON CAS 0.4.0 (apache/uima-uimaj-io-jsoncas): the types stand in the file itself, the Sofa comes first. */
export function jsonCasText(structures: readonly FeatureStructure[], schema: Schema): string {
  const [sofa, ...others] = structures;
  if (sofa?.type !== sofaType) throw new Error('the Sofa of a CAS does not come first');
  const types = Object.fromEntries(typesOf(schema).map((one) => [one.name, typeRecord(one)]));
  const views = { [initialView]: { '%SOFA': sofa.id, '%MEMBERS': others.map(({ id }) => id) } };
  const lines = structures.map(structureText).join(',\n');
  return `{"%TYPES":${JSON.stringify(types)},\n"%FEATURE_STRUCTURES":[\n${lines}\n],\n"%VIEWS":${JSON.stringify(views)}}\n`;
}

const typeRecord = ({ name, supertype, features }: TypeDef): object => ({
  '%NAME': name,
  '%SUPER_TYPE': supertype,
  ...Object.fromEntries(features.map((one) => [one.name, { '%NAME': one.name, '%RANGE': one.range }])),
});

/** Names of types and features are letters, digits, `_` and dots: they need no escape. */
function structureText({ id, type, features }: FeatureStructure): string {
  let written = `{"%ID":${id},"%TYPE":"${type}"`;
  for (const [name, value] of features) written += typeof value === 'object' ? `,"@${name}":${value.reference}` : `,"${name}":${JSON.stringify(value)}`;
  return `${written}}`;
}
