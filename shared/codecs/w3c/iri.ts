/**
 * Names of our records as IRIs: `urn:doc:d1`, `urn:anno:d1:set-1:q1`, `urn:link:d1:set-1:r1`, `urn:entity:kb%3AP42`, `urn:annotator:A03`.
 * Each part is percent-encoded, so a colon always parts.
 */
export type IriKind = 'doc' | 'anno' | 'link' | 'entity' | 'annotator';

export const iri = (kind: IriKind, ...parts: readonly string[]): string => ['urn', kind, ...parts.map(encodeURIComponent)].join(':');

/** The parts again; `null` for an IRI that was not made here. */
export function partsOf(kind: IriKind, name: string): readonly string[] | null {
  const start = `urn:${kind}:`;
  if (!name.startsWith(start)) return null;
  const parts = name.slice(start.length).split(':').map(decoded);
  return parts.every((part) => part !== null) ? parts : null;
}

/** What a percent-encoded part of an IRI stands for; `null` when it stands for nothing. */
export function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
