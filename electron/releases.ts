import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type KeptRelease } from '../shared/bridge.ts';
import { compareVersions } from '../shared/dataset/release-changes.ts';
import { splitNames } from '../shared/dataset/split-options.ts';
import { syncFolder, writeAtomically } from './atomic-write.ts';
import { FileRefusal, ifThere } from './file-failure.ts';
import { innerFolder } from './inner-folder.ts';
import { parseJson } from './parse-json.ts';

/** What a project remembers of what it gave away: beside its Journal, for it is no statement about any Article. */
export interface Releases {
  /** Oldest first. */
  list(folder: string): Promise<readonly KeptRelease[]>;
  /** @throws FileRefusal when this version was released already: what others hold must not be made anew. */
  keep(folder: string, release: KeptRelease): Promise<void>;
  /** 32 random bytes in hexadecimal, made when they are first asked for. Pseudonyms are made with them; they never leave. */
  secret(folder: string): Promise<string>;
  /** The same, or `null` where nobody has asked for it yet. */
  knownSecret(folder: string): Promise<string | null>;
  /** What a backup kept of both, in a new project's folder. */
  putBack(folder: string, kept: { readonly secret: string | null; readonly releases: readonly KeptRelease[] }): Promise<void>;
}

export const versionSchema = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/);
const line = z.strictObject({ article: z.string().min(1).max(128), split: z.enum(splitNames), group: z.string().min(1).max(128) });
const terms = z.array(z.string().max(300)).max(10_000);
const contents = z.strictObject({
  schema: z.string().max(300),
  labels: terms,
  attributes: terms,
  unit: z.enum(['code-point', 'utf-16', 'grapheme', 'none']),
  articles: z.record(z.string().min(1).max(128), z.string().regex(/^[0-9a-f]{16}$/)),
});
export const releaseSchema = z.strictObject({
  version: versionSchema,
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  lock: z.array(line).max(1_000_000).nullable(),
  contents: contents.optional(),
}) satisfies z.ZodType<KeptRelease>;

const inside = 'releases';
const folderOf = (project: string): string => join(project, inside);
const fileOf = (project: string, { version }: Pick<KeptRelease, 'version'>): string => join(folderOf(project), `${version}.json`);
const secretForm = /^[0-9a-f]{64}$/;

async function list(project: string): Promise<readonly KeptRelease[]> {
  const names = (await ifThere(() => readdir(folderOf(project)))) ?? [];
  const found = await Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => readFile(join(folderOf(project), name), 'utf8')));
  // One that cannot be read must be seen: without it a released split would be made anew.
  return found.map((text) => releaseSchema.parse(parseJson(text))).sort((a, b) => compareVersions(a.version, b.version));
}

async function keep(project: string, release: KeptRelease): Promise<void> {
  if (await ifThere(() => readFile(fileOf(project, release)))) throw new FileRefusal('released-already', `version ${release.version}`);
  await innerFolder(project, inside);
  await writeAtomically(fileOf(project, release), `${JSON.stringify(release)}\n`);
  await syncFolder(project);
}

const secretOf = (project: string): string => join(project, 'secret');

async function knownSecret(project: string): Promise<string | null> {
  const there = (await ifThere(() => readFile(secretOf(project), 'utf8')))?.trim();
  if (there === undefined || secretForm.test(there)) return there ?? null;
  // A damaged one is never replaced: earlier pseudonyms could not be made again.
  throw new FileRefusal('read-failed', 'the secret of the project is damaged');
}

async function secret(project: string): Promise<string> {
  const there = await knownSecret(project);
  if (there !== null) return there;
  const made = randomBytes(32).toString('hex');
  await writeAtomically(secretOf(project), `${made}\n`);
  return made;
}

const putBack: Releases['putBack'] = async (project, kept) => {
  if (kept.secret !== null) await writeAtomically(secretOf(project), `${kept.secret}\n`);
  for (const release of kept.releases) await keep(project, release);
};

export const releases: Releases = { list, keep, secret, knownSecret, putBack };
