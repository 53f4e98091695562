import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { encodeLine } from '../../electron/journal-line.ts';
import { type Entry, genesis } from '../../shared/exchange/log.ts';
import { explode } from '../../shared/model/change.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { makeId, type SetId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { settleAll } from '../../shared/review/bulk.ts';
import { sealGold } from '../../shared/review/gold.ts';
import { submit } from '../../shared/review/work-commands.ts';
import seed from '../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, setOf } from '../shared/exchange/bundle/laptop.ts';
import { naql } from './terminal.ts';

const schema = seed as unknown as Schema;
const article = articleOf('1');
const base = { schema, articles: [article], annotators: [], entities: [], sets: [] };
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The project of this laptop on a disk. */
function projectOf({ device, me }: Laptop, dataset: Dataset): string {
  const folder = mkdtempSync(join(tmpdir(), 'naql-reviewed-'));
  folders.push(folder);
  const entry: Entry = {
    device, channel: 'work', sequence: 1, previous: genesis, lamport: 1, wall: '2026-01-01T00:00:00.000Z', annotator: me.id, scope: null,
    action: { kind: 'do', command: 'begin-project' }, change: { added: [...explode(dataset).values()], updated: [], removed: [] },
  };
  const counts = { articles: 1, annotators: dataset.annotators.length, entities: 0, sets: dataset.sets.length, annotations: 2, relations: 0, events: (dataset.events ?? []).length };
  writeFileSync(join(folder, 'journal.ndjson'), encodeLine({ entry, counts }));
  writeFileSync(join(folder, 'project.json'), JSON.stringify({ id: makeId('project', 'shared'), name: 'project', created: '2026-01-01T00:00:00.000Z' }));
  return folder;
}

const exported = async (folder: string, ...words: readonly string[]) => {
  const answer = await naql(['export', folder, '--to', 'native', '--out', join(folder, 'out'), '--names', ...words]);
  return { ...answer, read: (name: string) => readFileSync(join(folder, 'out', name), 'utf8') };
};

it('a project on the command line says how its gold came about, too', async () => {
  const lead = new Laptop('lead', schema, { dataset: base });
  const work: SetId[] = [];
  for (const name of ['sara', 'reza']) {
    const laptop = new Laptop(name, schema, { dataset: base });
    laptop.put(setOf(laptop, article.id, [0, 3]));
    lead.takeIn(laptop.handIn());
    work.push(setOf(laptop, article.id).id);
  }
  lead.perform(article.id, (context) => settleAll(context, work, { rule: 'unanimous' }));
  lead.perform(article.id, (context) => sealGold(context, work));
  const { code, read, err } = await exported(projectOf(lead, lead.dataset), '--set', 'adjudicated');
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(JSON.parse(read('gold.jsonl'))).toMatchObject({ label: 'SPEAKER', source: 'unanimous', people: 2 });
});

it('whoever works blind exports nothing of others’ work, is told so, and does when their own is handed in', async () => {
  const lead = new Laptop('lead', schema, { dataset: base });
  const reza = new Laptop('reza', schema, { dataset: base });
  reza.put(setOf(reza, article.id, [0, 5]));
  lead.takeIn(reza.handIn());
  lead.handOut([{ person: lead.me.id, articles: [article.id], repeats: [] }]);
  lead.put(setOf(lead, article.id, [0, 3]));
  const before = await exported(projectOf(lead, lead.dataset), '--set', 'everything');
  expect(before.read('project.jsonl')).not.toContain('set-reza');
  expect(before.read('project.jsonl')).toContain('set-lead');
  expect(before.err).toMatch(/blind/);
  lead.perform(article.id, submit);
  const after = await exported(projectOf(lead, lead.dataset), '--set', 'everything');
  expect(after.read('project.jsonl')).toContain('set-reza');
  expect(after.err).not.toMatch(/blind/);
});
