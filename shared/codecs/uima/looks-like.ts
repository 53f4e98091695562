import { type NamedBytes } from '../codec.ts';
import { jsonBeginning } from '../json-beginning.ts';
import { isZip, unzipped, zipLimits } from '../zip.ts';
import { isJsonCas } from './parse-json.ts';

/** Of an archive only what may tell is unpacked. */
const inside = (file: NamedBytes, ...endings: readonly string[]): readonly NamedBytes[] =>
  isZip(file.bytes) ? unzipped(file, zipLimits, (name) => endings.some((ending) => name.toLowerCase().endsWith(ending))).files : [file];
const has = (ending: string) => ({ name }: NamedBytes): boolean => name.toLowerCase().endsWith(ending);

/** An XMI file, the type system of some, or an archive with such files. */
export const looksLikeXmi = (file: NamedBytes): boolean => inside(file, '.xmi', 'typesystem.xml').some((one) => has('.xmi')(one) || has('typesystem.xml')(one));

/** A JSON CAS, or an archive with one. */
export function looksLikeJsonCas(file: NamedBytes): boolean {
  const first = inside(file, '.json').find(has('.json'));
  if (!first) return false;
  const { isList, value } = jsonBeginning(first);
  return !isList && isJsonCas(value);
}
