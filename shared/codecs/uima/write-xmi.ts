import { type Schema } from '../../model/schema.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { joined } from '../encode.ts';
import { countedFrom, numberRows, placesOf } from '../number-rows.ts';
import { xmlAttribute, xmlContent, xmlLegal } from '../xml-text.ts';
import { type FeatureValue, membersOf, shortName, sofaId, type WrittenCas, type WrittenPlaces, type WrittenStructure } from './cas.ts';
import { type FeatureDef, type TypeDef, typesOf } from './type-system.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** XMI 2.0 as UIMA writes it: one element for each feature structure, its type in the element's name and namespace. */
export function xmiBytes(cas: WrittenCas): Uint8Array {
  const types = new Set([...cas.head, ...cas.segments.filter(({ places }) => places.length > 0), ...cas.marks].map(({ type }) => type));
  const packages = [...new Set(['uima.cas', ...Array.from(types, packageOf)])];
  const openings = new Map(Array.from(types, (type) => [type, openingOf(type)]));
  const namespaces = packages.map((one) => ` xmlns:${prefixOf(one)}="${namespaceOf(one)}"`).join('');
  const elements = (structures: readonly WrittenStructure[]): string => structures.map((one) => element(one, openings.get(one.type) ?? '')).join('');
  const members = numberRows([' ', ''], [membersOf(cas)]).subarray(' '.length);
  return joined([
    encodeUtf8(
      `${declaration}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"${namespaces} xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n${elements(cas.head)}`,
    ),
    ...cas.segments.map(placeElements),
    encodeUtf8(`${elements(cas.marks)}<cas:View sofa="${sofaId}" members="`),
    members,
    encodeUtf8('"/>\n</xmi:XMI>\n'),
  ]);
}

/** As `element` gives them. */
const placeElements = ({ type, firstId, places }: WrittenPlaces): Uint8Array =>
  numberRows([openingOf(type), `" sofa="${sofaId}" begin="`, '" end="', '"/>\n'], [countedFrom(firstId, places.length), ...placesOf(places)]);

const openingOf = (type: string): string => `<${prefixOf(packageOf(type))}:${shortName(type)} xmi:id="`;
const packageOf = (type: string): string => type.slice(0, -shortName(type).length - 1);
const prefixOf = shortName;
const namespaceOf = (name: string): string => `http:///${name.replaceAll('.', '/')}.ecore`;

/** A line; `opening` leads to the id. */
function element({ id, place, features }: WrittenStructure, opening: string): string {
  let written = place ? `${opening}${id}" sofa="${sofaId}" begin="${place.start}" end="${place.end}"` : `${opening}${id}"`;
  for (const [name, value] of features) written += ` ${name}="${inAttribute(value)}"`;
  return `${written}/>\n`;
}

function inAttribute(value: FeatureValue): string {
  if (typeof value === 'object') return String(value.reference);
  return typeof value === 'string' ? xmlAttribute(value) : String(value);
}

/** `TypeSystem.xml`, without which no program reads an XMI file: UIMA's type system descriptor. */
export const typeSystemText = (schema: Schema): string =>
  `${declaration}<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
<name>${schema.id}</name>
<description>${said(`${schema.name.fa} / ${schema.name.en}`)}</description>
<version>${schema.version}</version>
<types>
${typesOf(schema).map(typeElement).join('')}</types>
</typeSystemDescription>
`;

const said = (text: string): string => xmlContent(xmlLegal(text));

const typeElement = ({ name, supertype, description, features }: TypeDef): string =>
  `<typeDescription>
<name>${name}</name>
<description>${said(description)}</description>
<supertypeName>${supertype}</supertypeName>
<features>
${features.map(featureElement).join('')}</features>
</typeDescription>
`;

const featureElement = ({ name, range, description }: FeatureDef): string =>
  `<featureDescription><name>${name}</name><description>${said(description)}</description><rangeTypeName>${range}</rangeTypeName></featureDescription>
`;
