import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../project.mjs';

/** Every file at or below a path inside the project, in a fixed order. */
function filesAt(/** @type {string} */ name) {
  const place = inProject(...name.split('/'));
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
}

/** One hash of the names and contents of all that a bundle is made of. */
export function sourceHash(/** @type {import('./bundles.mjs').Bundle} */ { sources }) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesAt)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

const recordOf = (/** @type {import('./bundles.mjs').Bundle} */ { name }) => inProject('dist', `${name}.sha256`);

/**
 * Whether a bundle is there and was made of exactly these sources.
 * @param {import('./bundles.mjs').Bundle} bundle
 * @param {string} hash
 */
export const isFresh = (bundle, hash) =>
  existsSync(inProject(...bundle.product.split('/'))) && existsSync(recordOf(bundle)) && readFileSync(recordOf(bundle), 'utf8') === hash;

/**
 * @param {import('./bundles.mjs').Bundle} bundle
 * @param {string} hash of the sources as they were when the build began
 */
export function recordFreshness(bundle, hash) {
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(recordOf(bundle), hash);
}
