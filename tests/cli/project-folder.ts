import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { encodeLine } from '../../electron/journal-line.ts';
import { type Entry, genesis } from '../../shared/exchange/log.ts';
import { explode } from '../../shared/model/change.ts';
import { makeId } from '../../shared/model/id.ts';
import { type Laptop } from '../shared/exchange/bundle/laptop.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The project of a laptop on a disk; gone after the test. */
export function projectOf({ device, me, dataset }: Pick<Laptop, 'device' | 'me' | 'dataset'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'naql-project-'));
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

