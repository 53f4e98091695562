import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inProject } from '../../build/project.mjs';
import schema from '../../seeds/schema.json' with { type: 'json' };
import { standoff } from '../../shared/codecs/standoff/standoff.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type Schema } from '../../shared/model/schema.ts';

/** The finished annotation of the seed article, as the program reads it. */
export async function sampleDataset(): Promise<Dataset> {
  const read = async (name: string) => ({ name, bytes: new Uint8Array(await readFile(inProject('seeds', 'sample', name))) });
  const files = await Promise.all(['seed.txt', 'seed.json'].map(read));
  const decoded = standoff.decode?.(files, { schemas: [schema as unknown as Schema], now: '2026-11-22T00:00:00.000Z' });
  if (!decoded?.dataset) throw new Error(`the sample cannot be read: ${JSON.stringify(decoded?.problems)}`);
  return decoded.dataset;
}

/** `npm run -s cli -- convert seeds/sample --to native --out FILE` */
export async function convertSample(file: string): Promise<void> {
  await promisify(execFile)(process.execPath, [inProject('build', 'cli.mjs'), 'convert', 'seeds/sample', '--to', 'native', '--out', file], {
    cwd: inProject('.'),
  });
}

interface NativeLine {
  readonly text: string;
  readonly set: { readonly role: string } | null;
  readonly annotator: string | null;
  readonly spans: readonly {
    readonly id: string;
    readonly label: string;
    readonly fragments: readonly { readonly start: number; readonly end: number; readonly text: string }[];
    readonly attributes: readonly { readonly name: string; readonly value: string }[];
    readonly links: readonly string[];
  }[];
  readonly relations: readonly { readonly label: string; readonly head: string; readonly tail: string }[];
  readonly entities: readonly { readonly id: string; readonly name: string }[];
}

export const nativeLines = async (file: string): Promise<readonly NativeLine[]> =>
  (await readFile(file, 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as NativeLine);

/** What a line states, without the ids that each person's work gives anew: spans with their attributes and names, links between them. */
export function statements({ spans, relations, entities }: NativeLine): { readonly spans: readonly string[]; readonly relations: readonly string[] } {
  const entityName = new Map(entities.map(({ id, name }) => [id, name]));
  const place = new Map(
    spans.map(({ id, label, fragments }) => [id, `${label} ${fragments.map(({ start, end, text }) => `${start}-${end} ${text}`).join(' + ')}`]),
  );
  const nameOf = (id: string) => place.get(id) ?? entityName.get(id) ?? `unknown ${id}`;
  return {
    spans: spans
      .map(({ id, attributes, links }) => {
        const values = attributes.map(({ name, value }) => `${name}=${value}`).sort();
        return [nameOf(id), ...values, ...links.map(nameOf)].join(' | ');
      })
      .sort(),
    relations: relations.map(({ label, head, tail }) => `${label}: ${nameOf(head)} -> ${nameOf(tail)}`).sort(),
  };
}
