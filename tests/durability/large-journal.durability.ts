import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openJournal } from '../../electron/journal.ts';
import { countsAfter, noCounts } from '../../renderer/store/counts.ts';
import { type Counts, type JournalLine } from '../../shared/bridge.ts';
import { type Entry, entryHash, genesis } from '../../shared/exchange/log.ts';
import { type Annotation } from '../../shared/model/annotation.ts';
import { type Article, unknownSource } from '../../shared/model/article.ts';
import { type Change, type DataRecord, noChange } from '../../shared/model/change.ts';
import { type ArticleId, type LabelId, makeId, type SetId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { fingerprint } from '../../shared/text/fingerprint.ts';
import { span } from '../../shared/text/offsets.ts';
import seed from '../../seeds/schema.json' with { type: 'json' };
import { expect, test } from '../e2e/app.ts';
import { isWhole, say } from './extent.ts';
import { countsInDatabase, linesOf } from './profile.ts';

const articleCount = isWhole ? 5_000 : 100;
/** Of each article, one Entry each. */
const labelCount = 6;
const me = makeId('annotator', 'me');
const device = makeId('device', 'here');
const project = makeId('project', 'years');
const sentence = 'وزیر نیرو در نشست خبری گفت که برق صنایع تا پایان تابستان قطع نمی‌شود و سدها پر است. ';

const articleOf = (number: number): Article => {
  const text = `خبر شمارهٔ ${number}. ${sentence.repeat(30)}`;
  return {
    id: makeId('article', String(number)), title: `خبر شمارهٔ ${number}`, text, fingerprint: fingerprint(text), language: 'fa', group: null, source: unknownSource,
    added: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(), extra: {},
  };
};

const labelOf = (article: number, number: number): Annotation => ({
  id: makeId('annotation', `${article}-${number}`), label: 'SPEAKER' as LabelId, spans: [span(20 + number * 60, 24 + number * 60)], attributes: {}, entity: null, note: '',
  flagged: false, origin: 'manual',
});

/** Years of one person's work: articles that came in by 500, then labels, one Entry each. */
function* changes(): Generator<{ readonly change: Change; readonly scope: ArticleId | null; readonly command: string }> {
  yield { change: { ...noChange, added: [{ kind: 'schema', value: seed as unknown as Schema }] }, scope: null, command: 'begin-project' };
  yield { change: { ...noChange, added: [{ kind: 'annotator', value: { id: me, kind: 'person', name: 'سارا', version: null } }] }, scope: null, command: 'introduce-annotator' };
  for (let from = 0; from < articleCount; from += 500) {
    const added = Array.from({ length: Math.min(500, articleCount - from) }, (_, place): DataRecord => ({ kind: 'article', value: articleOf(from + place) }));
    yield { change: { ...noChange, added }, scope: null, command: 'take-in' };
  }
  for (let article = 0; article < articleCount; article++) {
    const id = makeId('article', String(article));
    const set: SetId = makeId('set', String(article));
    for (let number = 0; number < labelCount; number++) {
      const head: DataRecord = { kind: 'set', value: { id: set, article: id, annotator: me, role: 'work', status: 'in-progress' } };
      const label: DataRecord = { kind: 'annotation', set, value: labelOf(article, number) };
      yield { change: { ...noChange, added: number === 0 ? [head, label] : [label] }, scope: id, command: 'annotate' };
    }
  }
}

async function writeYears(folder: string): Promise<number> {
  const journal = await openJournal(folder);
  let [sequence, previous, counts] = [0, genesis, noCounts as Counts];
  let lines: JournalLine[] = [];
  for (const { change, scope, command } of changes()) {
    sequence += 1;
    const entry: Entry = {
      device, channel: 'work', sequence, previous, lamport: sequence, wall: new Date(Date.UTC(2026, 0, 1) + sequence * 1000).toISOString(), annotator: me, scope,
      action: { kind: 'do', command }, change,
    };
    previous = entryHash(entry);
    counts = countsAfter(counts, change);
    lines.push({ entry, counts });
    if (lines.length === 50) {
      await journal.append(lines);
      lines = [];
    }
  }
  await journal.append(lines);
  await journal.close();
  return sequence;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
};

test('years of work: the journal in segments, a start, and a start without any database', async ({ start }) => {
  const userData = await mkdtemp(path.join(tmpdir(), 'naql-years-'));
  const folder = path.join(userData, 'projects', project);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'project.json'), JSON.stringify({ id: project, name: 'سال‌ها', created: '2026-01-01T00:00:00.000Z' }));
  await writeFile(path.join(userData, 'settings.json'), JSON.stringify({ language: 'fa', theme: 'light', annotatorName: 'سارا', device, annotator: me, project }));
  const entries = await writeYears(folder);
  const files = await readdir(folder);
  const sizes = await Promise.all(files.filter((name) => name.endsWith('.ndjson')).map(async (name) => (await stat(path.join(folder, name))).size));
  const open = async () => {
    const journal = await openJournal(folder);
    expect(journal.end.sequence).toBe(entries);
    await journal.close();
  };
  const sealed = await timed(open);
  for (const name of files.filter((one) => one.endsWith('.seal.json'))) await rm(path.join(folder, name));
  const unsealed = await timed(open);
  say(`${entries} changes in ${sizes.length} segments, ${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6)} MB: opened in ${sealed} ms with their seals, in ${unsealed} ms without`);

  const ready = (what: string) => async () => {
    const running = await start({ userData });
    await expect(running.page.getByRole('grid').first(), what).toBeVisible({ timeout: 10 * 60_000 });
    return running;
  };
  const starting = async (what: string, isRebuilt: boolean, meanwhile: () => Promise<void> = async () => undefined): Promise<number> => {
    const began = performance.now();
    const { page, close } = await ready(what)();
    const took = Math.round(performance.now() - began);
    expect(await page.getByText('از روی دفتر ثبت دوباره ساخته شد').count()).toBe(isRebuilt ? 1 : 0);
    const last = (await linesOf(userData)).at(-1);
    expect(await countsInDatabase(page, project)).toEqual({ ...last?.counts, entries: last?.entry.sequence, head: last && entryHash(last.entry) });
    await meanwhile();
    await close();
    return took;
  };
  const rebuilt = await starting('a start without a database', true);
  /** Some half a minute after a start the program keeps what it has, where the Log has become much longer. */
  const kept = () => expect.poll(async () => (await readdir(folder)).some((name) => /^snapshot-\d+\.ndjson$/.test(name)), { timeout: 5 * 60_000, intervals: [1_000] }).toBe(true);
  const usual = await starting('a usual start', false, isWhole ? kept : undefined);
  await rm(path.join(userData, 'IndexedDB'), { recursive: true });
  const again = await starting('a start without a database, again', true);
  say(`${articleCount} articles, ${entries} changes: start to ready ${usual} ms; without any database, made anew of every line, ${rebuilt} ms, and ${isWhole ? 'from a snapshot' : 'again'} ${again} ms`);
});
