import { expect, vi } from 'vitest';
import { type ProjectInfo } from '../../../shared/bridge.ts';
import { type NewId, type SetContext } from '../../../shared/commands/command.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { headOf, type SetStatus } from '../../../shared/model/annotation-set.ts';
import { type Article, unknownSource } from '../../../shared/model/article.ts';
import { type Change, noChange } from '../../../shared/model/change.ts';
import { type Dataset, normalised } from '../../../shared/model/dataset.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { fold } from '../../../shared/exchange/log.ts';
import { type AnnotatorId, type ArticleId, type DeviceId, type EntityId, type LabelId, makeId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';
import { span } from '../../../shared/text/offsets.ts';
import seedSchema from '../../../seeds/schema.json' with { type: 'json' };
import { ProjectDatabase } from '../../../renderer/store/database.ts';
import { flawIn, inspect } from '../../../renderer/store/inspect.ts';
import { openProject, type OpenProjectOptions } from '../../../renderer/store/open-project.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { runs } from '../../arbitraries/runs.ts';
import { MemoryBridge } from './memory-bridge.ts';

/** fake-indexeddb is slow where the machine is busy; that is not what these tests are about. */
export const patience = { timeout: 30_000 };
vi.setConfig({ testTimeout: patience.timeout });

/** One run of a law of the store opens databases and writes dozens of transactions: as dear as five of the pure laws. */
export const storeRuns = Math.ceil(runs / 5);

export const schema = seedSchema as unknown as Schema;
export const me = makeId('annotator', 'me') as AnnotatorId;
export const device = makeId('device', 'here') as DeviceId;

let made = 0;
export const newId: NewId = (kind) => makeId(kind, String((made += 1)));
let seconds = 0;
export const now = (): string => new Date(Date.UTC(2026, 0, 1) + (seconds += 1) * 1000).toISOString();

export type Options = Partial<Omit<OpenProjectOptions, 'bridge' | 'project'>>;

/** One project on one machine: its Journal, its database, and a way to open it as often as a test likes. */
export class Desk {
  readonly project: ProjectInfo = { id: newId('project'), name: 'آزمون', created: '2026-01-01T00:00:00.000Z' };
  readonly memory = new MemoryBridge(this.project);

  tryOpen(options: Options = {}): Promise<Result<ProjectStore>> {
    const settings = { device, annotator: me, annotatorName: 'من' };
    return openProject({ bridge: this.memory.bridge, project: this.project, settings, schema, now, newId, app: '0', ...options });
  }

  async open(options: Options = {}): Promise<ProjectStore> {
    const opened = await this.tryOpen(options);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    return opened.value;
  }

  /** Does something to the database behind the store's back. */
  async tamper<T>(work: (database: ProjectDatabase) => Promise<T>): Promise<T> {
    const database = new ProjectDatabase(this.project.id);
    await database.open();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }

  /** The store, the Journal and a recount of every number agree. */
  async expectSound(store: ProjectStore): Promise<void> {
    const dataset = await store.dataset();
    expect(dataset).toEqual(fold(this.memory.entries()));
    const found = await this.tamper((database) => inspect(database));
    expect({ ...found, flaw: flawIn(found) }).toMatchObject({ head: { counts: found.real.counts }, totals: found.real.totals, flaw: null });
    expect(this.memory.lines.at(-1)?.counts).toEqual(found.real.counts);
    // As they are stored: what is shown of them goes by who looks.
    for (const row of await this.tamper((database) => database.articles.toArray())) {
      const sets = dataset.sets.filter((set) => set.article === row.id);
      const own = sets.find((set) => set.annotator === me && set.role === 'work');
      expect(row).toMatchObject({
        status: own?.status ?? 'todo',
        annotations: own?.annotations.length ?? 0,
        otherSets: sets.filter((set) => set.annotator !== me).length,
      });
    }
  }
}

export const articleOf = (token: string, text = `خبر ${token}. وزیر نیرو گفت: برق می‌آید.`): Article => ({
  id: makeId('article', token),
  title: `خبر ${token}`,
  text,
  fingerprint: fingerprint(text),
  language: 'fa',
  group: null,
  source: unknownSource,
  added: `2026-01-01T00:00:${token.padStart(2, '0').slice(-2)}.000Z`,
  extra: {},
});

export const datasetOf = (...tokens: readonly string[]): Dataset =>
  normalised({ schema, articles: tokens.map((token) => articleOf(token)), annotators: [], entities: [], sets: [] });

export const [first, second, third] = ['1', '2', '3'].map((token) => makeId('article', token)) as [ArticleId, ArticleId, ArticleId];

const annotationAt = (context: SetContext, start: number, end: number, entity: EntityId | null): Annotation => ({
  id: context.newId('annotation'),
  label: 'SPEAKER' as LabelId,
  spans: [span(start, end)],
  attributes: {},
  entity,
  note: '',
  flagged: false,
  origin: 'manual',
});

export const mark = (start: number, end: number, entity: EntityId | null = null) => (context: SetContext): Result<Change> =>
  ok({ ...noChange, added: [{ kind: 'annotation', set: context.set.id, value: annotationAt(context, start, end, entity) }] });

/** Marks a speaker and makes the Entity that it stands for. */
export const markNew = (entity: Entity) => (context: SetContext): Result<Change> =>
  ok({
    ...noChange,
    added: [
      { kind: 'entity', value: entity },
      { kind: 'annotation', set: context.set.id, value: annotationAt(context, 0, 3, entity.id) },
    ],
  });

export const setStatus = (status: SetStatus) => ({ set }: SetContext): Result<Change> =>
  ok({ ...noChange, updated: [[{ kind: 'set', value: headOf(set) }, { kind: 'set', value: { ...headOf(set), status } }]] });

export const entityOf = (token: string): Entity => ({
  id: makeId('entity', token), name: `شخص ${token}`, kind: 'person', aliases: [], offices: [], note: '',
});
