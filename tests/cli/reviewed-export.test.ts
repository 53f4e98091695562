import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type SetId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { settleAll } from '../../shared/review/bulk.ts';
import { sealGold } from '../../shared/review/gold.ts';
import { submit } from '../../shared/review/work-commands.ts';
import seed from '../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, setOf } from '../shared/exchange/bundle/laptop.ts';
import { projectOf } from './project-folder.ts';
import { naql } from './terminal.ts';

const schema = seed as unknown as Schema;
const article = articleOf('1');
const base = { schema, articles: [article], annotators: [], entities: [], sets: [] };

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
  const { code, read, err } = await exported(projectOf(lead), '--set', 'adjudicated');
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
  const before = await exported(projectOf(lead), '--set', 'everything');
  expect(before.read('project.jsonl')).not.toContain('set-reza');
  expect(before.read('project.jsonl')).toContain('set-lead');
  expect(before.err).toMatch(/blind/);
  lead.perform(article.id, submit);
  const after = await exported(projectOf(lead), '--set', 'everything');
  expect(after.read('project.jsonl')).toContain('set-reza');
  expect(after.err).not.toMatch(/blind/);
});
