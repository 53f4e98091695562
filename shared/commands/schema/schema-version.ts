import { type Schema } from '../../model/schema.ts';
import { fail, ok, problem, type Result } from '../../result.ts';

const lastMinor = 9999;

/**
 * The version of a Schema after one more edit: the minor number counts edits of every kind. The major number is that of
 * the shape of Schemas, which only Naql itself alters (docs/decisions/0005-schema-versions.md). Problem: `schema-version-spent`.
 */
export function nextVersion({ version }: Schema): Result<string> {
  const [major, minor] = version.split('.').map(Number) as [number, number];
  return minor < lastMinor ? ok(`${major}.${minor + 1}`) : fail(problem('schema-version-spent', { field: 'version' }, { version }));
}
