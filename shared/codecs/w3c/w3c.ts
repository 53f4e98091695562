import { hasLoneSurrogate } from '../../text/offsets.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { everything } from '../capabilities.ts';
import { type Codec, type NamedBytes } from '../codec.ts';
import { reportPieces } from '../reductions/report-forms.ts';
import { decodeW3c } from './decode.ts';
import { textNames } from './sources.ts';
import { writeW3c } from './write.ts';

/** W3C Web Annotation as JSON-LD: docs/formats/w3c.md. */
export const w3c: Codec = {
  id: 'w3c',
  title: 'W3C Web Annotation (JSON-LD)',
  extensions: ['jsonld', 'json'],
  offsetUnit: 'code-point',
  capabilities: everything,
  // The standard lets each target of an annotation stand for itself.
  reductions: [reportPieces],
  bytes: 'utf-8',
  decode: decodeW3c,
  write: (schema, stem) => writeW3c(schema, stem, 'kept'),
  writeOffsets: (schema, stem) => writeW3c(schema, stem, 'withheld'),
};

const sniffedLength = 4096;

/** JSON that names the context of the standard near its beginning. */
export const looksW3c = ({ bytes }: NamedBytes): boolean =>
  String.fromCharCode(...bytes.subarray(0, sniffedLength)).includes('www.w3.org/ns/anno.jsonld');

/** Does the file speak of a text by this name, written out or percent-encoded, as the last part of an IRI? */
export function namesText({ bytes }: NamedBytes, name: string): boolean {
  const decoded = decodeUtf8(bytes);
  const [whole, bare] = textNames(name);
  // Alone between quotation marks a name without its ending may be any word of the file.
  const spelled = (one: string): readonly string[] => (hasLoneSurrogate(one) ? [one] : [one, encodeURIComponent(one)]);
  const written = [...spelled(whole).map((one) => `"${one}`), ...[whole, bare].flatMap(spelled).flatMap((one) => [`/${one}`, `:${one}`])];
  return decoded.ok && written.some((start) => ['"', '?', '#'].some((end) => decoded.text.includes(`${start}${end}`)));
}
