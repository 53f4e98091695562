import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { problem, type Problem } from '../../result.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { excerpt } from '../shape-problems.ts';
import { type FeatureStructure, type FeatureValue } from './cas.ts';

const xmiNamespace = 'http://www.omg.org/XMI';
/** Document, feature structure, feature: nothing in XMI lies deeper. */
const maximumDepth = 3;

/**
 * The feature structures of an XMI file, its Sofas among them; `null`, with a Problem, where the file is none. References are numbers as
 * text. A document type is refused: what entities expand to may have any size, and XMI has none. So is XML 1.1, which has other line ends.
 */
export function parseXmi({ name, bytes }: NamedBytes, found: Findings): readonly FeatureStructure[] | null {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    found.add(problem('file-not-utf8', { file: name }, { encoding: 'unknown', byte: decoded.byte + 1 }));
    return null;
  }
  try {
    return parsed(decoded.text.replace(/^\ufeff/, ''), name, found);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    found.add(error.why);
    return null;
  }
}

class Refused extends Error {
  readonly why: Problem;
  constructor(why: Problem) {
    super(why.code);
    this.why = why;
  }
}

function parsed(text: string, file: string, found: Findings): readonly FeatureStructure[] {
  const parser = new SaxesParser({ xmlns: true, fileName: '' });
  const structures: FeatureStructure[] = [];
  let depth = 0;
  const refuse = (code: string, values: Problem['values'] = {}): never => {
    throw new Refused(problem(code, { file, line: parser.line }, values));
  };
  parser.on('error', () => refuse('xml-broken', { column: parser.column + 1 }));
  parser.on('doctype', () => refuse('xml-doctype'));
  parser.on('xmldecl', ({ version = '1.0', encoding = 'UTF-8' }) => {
    if (version !== '1.0') refuse('xml-version', { version: version.slice(0, 20) });
    if (!/^utf-?8$/i.test(encoding)) refuse('file-not-utf8', { encoding: encoding.slice(0, 40), byte: 1 });
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth === 1 && (tag.uri !== xmiNamespace || tag.local !== 'XMI')) refuse('cas-missing', { expected: 'xmi:XMI' });
    if (depth > maximumDepth) refuse('xml-too-deep', { maximum: maximumDepth });
    if (depth !== 2) return;
    const structure = structureOf(tag, parser.line, file, found);
    if (structure) structures.push(structure);
  });
  parser.on('closetag', () => void depth--);
  parser.write(text).close();
  return structures;
}

const packagePattern = /^http:\/\/\/(.+)\.ecore$/;

/** `null` for what is no feature structure: the null value and the lists of members. */
function structureOf(tag: SaxesTagNS, line: number, file: string, found: Findings): FeatureStructure | null {
  const inside = packagePattern.exec(tag.uri)?.[1]?.replaceAll('/', '.');
  const type = inside === undefined || inside === 'uima.noNamespace' ? tag.local : `${inside}.${tag.local}`;
  if (type === 'uima.cas.NULL' || type === 'uima.cas.View') return null;
  let id: string | null = null;
  const features = new Map<string, FeatureValue>();
  for (const { uri, local, prefix, value } of Object.values<SaxesAttributeNS>(tag.attributes)) {
    if (uri === xmiNamespace && local === 'id') id = value;
    else if (prefix === '') features.set(local, value);
  }
  if (id !== null && /^[1-9]\d{0,9}$/.test(id)) return { id: Number(id), type, features, line };
  const field = 'xmi:id';
  found.add(problem('field-wrong', { file, line, field }, { field, expected: '1, 2, 3 …', found: excerpt(id) }));
  return null;
}
