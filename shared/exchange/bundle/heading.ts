import { type EnvelopeManifest } from './envelope.ts';
import { isIntroduction } from './introduction.ts';
import { type Manifest } from './manifest.ts';

/** What people know a Bundle by: whose it is, what it is for and when it was made. */
export interface Heading {
  readonly kind: Manifest['purpose'] | 'introduction' | 'envelope';
  /** A name; empty where there is none. */
  readonly person: string;
  readonly project: string;
  /** ISO 8601, UTC, by the clock of whoever made it. */
  readonly made: string;
}

export const headingOf = (manifest: Manifest | EnvelopeManifest): Heading => {
  const { purpose, person, project, made } = manifest;
  return { kind: purpose !== 'envelope' && isIntroduction(manifest) ? 'introduction' : purpose, person: person.name, project: project.name, made };
};
