import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodeLine } from '../../electron/journal-line.ts';
import { type Entry, genesis } from '../../shared/exchange/log.ts';
import { changeBetween } from '../../shared/model/change.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { settleAll } from '../../shared/review/bulk.ts';
import seed from '../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, setOf } from '../shared/exchange/bundle/laptop.ts';
import { projectOf } from './project-folder.ts';
import { naql } from './terminal.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'naql-audit-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const schema = seed as unknown as Schema;
const article = articleOf('1');

/** @param app the version by which the decision is entered in the Journal by itself; without one it is part of the first Entry */
function project(isDecided: boolean, app?: string): string {
  const base = { schema, articles: [article], annotators: [], entities: [], sets: [] };
  const [sara, reza] = ['sara', 'reza'].map((name) => new Laptop(name, schema, { dataset: base })) as [Laptop, Laptop];
  const lead = new Laptop('lead', schema, { dataset: base });
  lead.dataset = { ...lead.dataset, annotators: [...lead.dataset.annotators, sara.me, reza.me] };
  const sets = [setOf(sara, article.id, [0, 3]), setOf(reza, article.id, [0, 3])];
  for (const set of sets) lead.put(set);
  const before = lead.dataset;
  if (isDecided) lead.perform(article.id, (context) => settleAll(context, sets.map(({ id }) => id), { rule: 'unanimous' }));
  if (app === undefined) return projectOf(lead);
  const home = projectOf({ ...lead, dataset: before });
  const entry: Entry = {
    device: lead.device, channel: 'work', sequence: 2, previous: genesis, lamport: 7, wall: '2026-01-02T00:00:00.000Z', annotator: lead.me.id, scope: article.id,
    action: { kind: 'do', command: 'decide' }, change: changeBetween(before, lead.dataset), app,
  };
  const counts = { articles: 1, annotators: 3, entities: 0, sets: 3, annotations: 3, relations: 0, events: 1 };
  appendFileSync(path.join(home, 'journal.ndjson'), encodeLine({ entry, counts }));
  return home;
}

it('says who decided what of a project’s gold, as CSV that Excel opens', async () => {
  const { out, code } = await naql(['audit', project(true)]);
  expect(code).toBe(0);
  const [head, row, ...rest] = out.split('\r\n');
  expect(head).toMatch(/^\ufeffarticle,title,gold set of,turn,/);
  expect(row).toContain('unanimous,accepted,unanimous cases,,,lead,');
  expect(rest).toEqual(['']);
});

it('says on which device, when by its count and by which version, as the journal has it', async () => {
  const { out } = await naql(['audit', project(true, '1.2.0')]);
  expect(out.split('\r\n')[1]).toMatch(/,,,"SPEAKER \[0, 3\)",dev-lead,7,2,1\.2\.0$/);
  const { out: told } = await naql(['audit', project(true, '1.2.0'), '--json']);
  expect(JSON.parse(told)).toMatchObject({ lines: [{ trace: { device: 'dev-lead', lamport: 7, sequence: 2, app: '1.2.0' } }] });
});

it('writes the same bytes to a file, and nothing to the standard output', async () => {
  const home = project(true);
  const out = path.join(folder, 'audit.csv');
  const { out: told, code } = await naql(['audit', home, '--out', out]);
  expect([told, code]).toEqual(['', 0]);
  expect(readFileSync(out, 'utf8')).toBe((await naql(['audit', home])).out);
});

it('answers with lines for machines', async () => {
  const { out } = await naql(['audit', project(true), '--json']);
  expect(JSON.parse(out)).toMatchObject({ command: 'audit', lines: [{ act: 'accept', rule: 'unanimous', holds: true, item: { source: 'unanimous', people: 2 } }], problems: [] });
});

it('where there is no gold it says so, writes no empty table, and ends with 1', async () => {
  const { out, err, code } = await naql(['audit', project(false)]);
  expect([out, code]).toEqual(['', 1]);
  expect(err).toContain('gold');
});

it('wants one project', async () => expect((await naql(['audit'])).code).toBe(2));
