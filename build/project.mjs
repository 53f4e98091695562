import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, with no separator at the end. */
export const projectDirectory = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** A path inside the project, from its parts. */
export const inProject = (/** @type {string[]} */ ...parts) => path.join(projectDirectory, ...parts);

/** What the scripts of this folder tell one another. It goes away with node_modules, and so it never outlives what it describes. */
export const cacheDirectory = inProject('node_modules', '.cache', 'naql');

/** @returns {any} the value in a JSON file; throws when the file is missing or no JSON. */
export const readJson = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));

export const sha256 = (/** @type {string | Buffer} */ data) => createHash('sha256').update(data).digest('hex');
