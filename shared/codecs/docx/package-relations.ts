import { SaxesParser } from 'saxes';
import { decodeUtf8 } from '../../text/utf8.ts';

/** What a part of an Office package leads to (ECMA-376 part 2, 9.3). */
export interface PackageRelation {
  /** The last word of its type's address: `officeDocument`, `hyperlink`, `attachedTemplate`. */
  readonly type: string;
  readonly target: string;
  /** It lies elsewhere: on the web, or on somebody's disk. */
  readonly isOutside: boolean;
}

/** Of a file of relations; those before whatever is no sound XML in it. */
export function packageRelations(bytes: Uint8Array): readonly PackageRelation[] {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return [];
  const found: PackageRelation[] = [];
  const parser = new SaxesParser({ xmlns: false, fileName: '' });
  let isBroken = false;
  parser.on('error', () => void (isBroken = true));
  parser.on('doctype', () => void (isBroken = true));
  parser.on('opentag', ({ name, attributes: { Type, Target, TargetMode } }) => {
    if (!isBroken && name === 'Relationship' && Target !== undefined) found.push({ type: /[^/]*$/.exec(Type ?? '')?.[0] ?? '', target: Target, isOutside: TargetMode === 'External' });
  });
  parser.write(decoded.text.replace(/^\ufeff/, '')).close();
  return found;
}
