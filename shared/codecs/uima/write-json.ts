import { type Schema } from '../../model/schema.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { joined } from '../encode.ts';
import { countedFrom, numberRows, placesOf } from '../number-rows.ts';
import { initialView, membersOf, sofaId, type WrittenCas, type WrittenPlaces, type WrittenStructure } from './cas.ts';
import { type TypeDef, typesOf } from './type-system.ts';

/** UIMA JSON CAS 0.4.0 (apache/uima-uimaj-io-jsoncas): the types stand in the file itself, the Sofa comes first. */
export function jsonCasPrinter(schema: Schema): (cas: WrittenCas) => Uint8Array {
  const types = JSON.stringify(Object.fromEntries(typesOf(schema).map((one) => [one.name, typeRecord(one)])));
  return (cas) => {
    const members = numberRows([',', ''], [membersOf(cas)]).subarray(','.length);
    return joined([
      encodeUtf8(`{"%TYPES":${types},\n"%FEATURE_STRUCTURES":[\n${cas.head.map(structureText).join(',\n')}`),
      ...cas.segments.map(placeRows),
      encodeUtf8(`${cas.marks.map((one) => `,\n${structureText(one)}`).join('')}\n],\n"%VIEWS":{"${initialView}":{"%SOFA":${sofaId},"%MEMBERS":[`),
      members,
      encodeUtf8(']}}}\n'),
    ]);
  };
}

/** As `structureText` gives them, each behind a comma. */
const placeRows = ({ type, firstId, places }: WrittenPlaces): Uint8Array =>
  numberRows([',\n{"%ID":', `,"%TYPE":"${type}","@sofa":${sofaId},"begin":`, ',"end":', '}'], [countedFrom(firstId, places.length), ...placesOf(places)]);

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
