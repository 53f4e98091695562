import { type Schema } from '../../model/schema.ts';
import { xmlAttribute, xmlContent, xmlLegal } from '../xml-text.ts';
import { type FeatureValue, shortName, sofaId, sofaType, type WrittenStructure } from './cas.ts';
import { type FeatureDef, type TypeDef, typesOf } from './type-system.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** XMI 2.0 as UIMA writes it: one element for each feature structure, its type in the element's name and namespace. */
export function xmiText(structures: readonly WrittenStructure[]): string {
  const types = new Set(structures.map(({ type }) => type));
  const packages = [...new Set(['uima.cas', ...Array.from(types, packageOf)])];
  const openings = new Map(Array.from(types, (type) => [type, `<${prefixOf(packageOf(type))}:${shortName(type)} xmi:id="`]));
  const namespaces = packages.map((one) => ` xmlns:${prefixOf(one)}="${namespaceOf(one)}"`).join('');
  if (structures[0]?.type !== sofaType) throw new Error('the Sofa of a CAS does not come first');
  const members = structures.slice(1).map(({ id }) => id).join(' ');
  // Thousands of tokens: a text that grows is made faster than a list that is joined.
  let written = `${declaration}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"${namespaces} xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n`;
  for (const one of structures) written += element(one, openings.get(one.type) ?? '');
  return `${written}<cas:View sofa="${sofaId}" members="${members}"/>\n</xmi:XMI>\n`;
}

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
