import { canonicalJson } from '../../../../shared/canonical-json.ts';
import { type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { unzipped } from '../../../../shared/codecs/zip.ts';
import { hashOf, wholeFile } from '../../../../shared/exchange/bundle/whole-file.ts';
import { encodeUtf8 } from '../../../../shared/text/utf8.ts';

export const filesIn = (bytes: Uint8Array): readonly NamedBytes[] => unzipped({ name: 'a', bytes }).files;
const textOf = ({ bytes }: NamedBytes): string => new TextDecoder().decode(bytes);

export type Manifest = { [field: string]: unknown; files: { name: string; size: number; sha256: string }[] };
/** The file with another manifest and other contents, whole again: what somebody who knows the format could make. */
export function forged(bytes: Uint8Array, alter: (manifest: Manifest, files: Map<string, string>) => void): Uint8Array {
  const files = new Map(filesIn(bytes).map((file) => [file.name, textOf(file)]));
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as Manifest;
  files.delete('manifest.json');
  alter(manifest, files);
  for (const listed of manifest.files) {
    const content = files.get(listed.name);
    if (content !== undefined) Object.assign(listed, { size: encodeUtf8(content).length, sha256: hashOf(encodeUtf8(content)) });
  }
  return wholeFile([['manifest.json', canonicalJson(manifest)] as const, ...files].map(([name, content]) => ({ name, bytes: encodeUtf8(content) })));
}

/** Forty megabytes in less than a hundred kilobytes. */
export const bombFrom = (bytes: Uint8Array): Uint8Array => wholeFile([...filesIn(bytes), { name: `docs/${'1'.repeat(64)}.json`, bytes: new Uint8Array(40_000_000) }]);
