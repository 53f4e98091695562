import fc from 'fast-check';
import { expect } from 'vitest';
import { type SetContext } from '../../../shared/commands/command.ts';
import { join } from '../../../shared/commands/join.ts';
import { applyChange, type Change, isEmptyChange, noChange, reverse } from '../../../shared/model/change.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { datasetOf as anyDatasetOf } from '../../arbitraries/dataset.ts';
import { copyOf, type DatabaseCopy, restore } from './database-copy.ts';
import { datasetOf, type Desk, entityOf, first, mark, markNew, me, schema, second, setStatus } from './desk.ts';

type CommandMaker = (pick: number) => (context: SetContext) => Result<Change>;

const pickFrom = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(items.length, 1)];

/** Commands that always find something to do or do nothing; `pick` chooses among what is there. */
const commands = {
  mark: (pick) => mark(pick, pick + 1),
  'mark-entity': (pick) => (context) => mark(pick, pick + 2, pickFrom(context.entities, pick)?.id ?? null)(context),
  'mark-new-entity': (pick) => (context) => markNew(entityOf(`${context.newId('entity')}-${pick}`))(context),
  'set-status': (pick) => (context) => {
    const status = pickFrom(['todo', 'in-progress', 'needs-review', 'done'] as const, pick);
    return status && status !== context.set.status ? setStatus(status)(context) : ok(noChange);
  },
  'set-note': (pick) => ({ set }) => {
    const before = pickFrom(set.annotations, pick);
    if (!before) return ok(noChange);
    const after = { ...before, note: `${before.note}+` };
    const record = { kind: 'annotation', set: set.id } as const;
    return ok({ ...noChange, updated: [[{ ...record, value: before }, { ...record, value: after }]] });
  },
  remove: (pick) => ({ set }) => {
    const value = pickFrom(set.annotations, pick);
    return ok(value ? { ...noChange, removed: [{ kind: 'annotation', set: set.id, value }] } : noChange);
  },
} as const satisfies Readonly<Record<string, CommandMaker>>;

/** What can happen to a project. */
export type Happening =
  | { readonly kind: 'perform'; readonly article: ArticleId; readonly command: keyof typeof commands; readonly pick: number }
  | { readonly kind: 'undo' | 'redo'; readonly article: ArticleId }
  | { readonly kind: 'take-in'; readonly incoming: Dataset }
  | { readonly kind: (typeof accidents)[number] };

/** `kill`: the page is gone without closing anything, and opened again. The others say what was found then, or what goes wrong. */
const accidents = ['close', 'kill', 'journal-fails', 'journal-heals', 'database-lost', 'database-copied', 'old-copy-restored'] as const;

const article = fc.constantFrom(first, second);

/** A life of a project: work on two articles, imports, and accidents. */
export const lives: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record<Happening & { kind: 'perform' }>({
        kind: fc.constant('perform'),
        article,
        command: fc.constantFrom(...(Object.keys(commands) as (keyof typeof commands)[])),
        pick: fc.nat(6),
      }),
    },
    { weight: 6, arbitrary: fc.record<Happening & { kind: 'undo' | 'redo' }>({ kind: fc.constantFrom('undo', 'undo', 'redo'), article }) },
    { weight: 1, arbitrary: fc.record<Happening & { kind: 'take-in' }>({ kind: fc.constant('take-in'), incoming: anyDatasetOf(schema) }) },
    { weight: 4, arbitrary: fc.constantFrom(...accidents).map((kind): Happening => ({ kind })) },
  ),
  { maxLength: 16 },
);

interface Steps {
  readonly undo: readonly Change[];
  readonly redo: readonly Change[];
}

const noSteps: Steps = { undo: [], redo: [] };

/** Lives a life twice: in the store, and in a plain Dataset with nothing but `applyChange` and `reverse`. */
export class Life {
  readonly #desk: Desk;
  #store: ProjectStore;
  #model: Dataset;
  readonly #steps = new Map<ArticleId, Steps>();
  #copy: DatabaseCopy | null = null;

  private constructor(desk: Desk, store: ProjectStore, model: Dataset) {
    this.#desk = desk;
    this.#store = store;
    this.#model = model;
  }

  static async begin(desk: Desk): Promise<Life> {
    const seed = datasetOf('1', '2');
    return new Life(desk, await desk.open({ seed: () => seed }), seed);
  }

  async happen(happening: Happening): Promise<void> {
    switch (happening.kind) {
      case 'perform':
        return this.#perform(happening.article, happening.command, happening.pick);
      case 'undo':
      case 'redo':
        return this.#goBack(happening.article, happening.kind);
      case 'take-in':
        return this.#takeIn(happening.incoming);
      case 'journal-fails':
        this.#desk.memory.appendFailure = 'disk-full';
        return;
      case 'journal-heals':
        return this.#heal();
      case 'kill':
        this.#desk.memory.appendFailure = null;
        return this.#reopen();
      case 'close':
        await this.#store.close();
        return this.#reopen();
      case 'database-copied':
        await this.#heal();
        this.#copy = await this.#desk.tamper(copyOf);
        return;
      case 'database-lost':
        await this.#heal();
        await this.#store.close();
        await this.#desk.tamper((database) => database.delete());
        return this.#reopen();
      case 'old-copy-restored': {
        const copy = this.#copy;
        if (!copy) return;
        await this.#heal();
        await this.#store.close();
        await this.#desk.tamper((database) => restore(database, copy));
        return this.#reopen();
      }
    }
  }

  /** Store, Journal, model and every counter agree. */
  async expectAgreement(): Promise<void> {
    await this.#heal();
    expect(this.#store.saveState().kind).toBe('saved');
    expect(await this.#store.dataset()).toEqual(this.#model);
    await this.#desk.expectSound(this.#store);
  }

  async #heal(): Promise<void> {
    this.#desk.memory.appendFailure = null;
    await this.#store.retry();
  }

  async #reopen(): Promise<void> {
    this.#store = await this.#desk.open();
    expect(await this.#store.dataset()).toEqual(this.#model);
  }

  async #perform(id: ArticleId, name: keyof typeof commands, pick: number): Promise<void> {
    const result = await this.#store.perform(id, name, commands[name](pick));
    if (!result.ok) return expect.unreachable(JSON.stringify(result.problems));
    if (isEmptyChange(result.value)) return;
    this.#introduceMe();
    this.#model = applyChange(this.#model, result.value);
    this.#steps.set(id, { undo: [...(this.#steps.get(id) ?? noSteps).undo, result.value], redo: [] });
  }

  #introduceMe(): void {
    if (this.#model.annotators.some((annotator) => annotator.id === me)) return;
    const record = { kind: 'annotator', value: { id: me, kind: 'person', name: 'من', version: null } } as const;
    this.#model = applyChange(this.#model, { ...noChange, added: [record] });
  }

  async #goBack(id: ArticleId, kind: 'undo' | 'redo'): Promise<void> {
    const steps = this.#steps.get(id) ?? noSteps;
    const last = steps[kind].at(-1);
    const result = await this.#store[kind](id);
    if (!last) return expect(result).toEqual({ ok: true, value: null });
    const change = kind === 'undo' ? reverse(last) : last;
    if (!result.ok) return expect(() => soundAfter(this.#model, change)).toThrow();
    this.#model = soundAfter(this.#model, change);
    const other = kind === 'undo' ? 'redo' : 'undo';
    this.#steps.set(id, { ...noSteps, [kind]: steps[kind].slice(0, -1), [other]: [...steps[other], last] });
  }

  /** The store loads only what is concerned; the model joins everything. Both must come to the same. */
  async #takeIn(incoming: Dataset): Promise<void> {
    const result = await this.#store.takeIn(incoming);
    expect(result.ok).toBe(true);
    this.#model = applyChange(this.#model, join(this.#model, incoming).change);
  }
}

/** @throws if the Change does not fit, or leaves a mention of an Entity that is not there. */
function soundAfter(dataset: Dataset, change: Change): Dataset {
  const after = applyChange(dataset, change);
  const known = new Set<string>(after.entities.map((entity) => entity.id));
  const named = after.sets.flatMap((set) => set.annotations.flatMap((annotation) => annotation.entity ?? []));
  const lost = named.filter((id) => !known.has(id));
  if (lost.length > 0) throw new Error(`entities ${lost.join()} are gone`);
  return after;
}
