import { type ArticleId, type SetId } from '../../model/id.ts';
import { fingerprint } from '../../text/fingerprint.ts';

/** Lower case only: two names that differ in case are one on some disks. */
const plain = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9][a-z0-9_-]{0,59}$/;

/** The id itself where every system takes it for a file name; otherwise what of it can be read, and a fingerprint that keeps it apart. */
const part = (id: string): string =>
  plain.test(id) ? id : `${id.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 40)}~${fingerprint(id).slice(0, 16)}`;

/** The name of the file of one set, or of an Article without one, before its extension. */
export const casName = (article: ArticleId, set: SetId | null): string => (set === null ? part(article) : `${part(article)}.${part(set)}`);
