import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ProjectStore, type SaveState } from '../../../renderer/store/project-store.ts';
import { fail, ok, problem, type Result } from '../../../shared/result.ts';
import { type Change, noChange } from '../../../shared/model/change.ts';
import { type ProjectDatabase } from '../../../renderer/store/database.ts';
import { copyOf, restore } from './database-copy.ts';
import { articleOf, datasetOf, Desk, device, first, mark, me, patience, second, setStatus, third } from './desk.ts';

const seed = () => datasetOf('1', '2', '3');

async function begun(): Promise<{ readonly desk: Desk; readonly store: ProjectStore }> {
  const desk = new Desk();
  return { desk, store: await desk.open({ seed }) };
}

/** The states that a listener sees, in order. */
function states(store: ProjectStore): SaveState['kind'][] {
  const seen: SaveState['kind'][] = [];
  store.onSaveState(() => seen.push(store.saveState().kind));
  return seen;
}

/** The disk behind the database refuses its writes until the answer is called. */
function refuseWrites(name: string): () => void {
  const refuse = (): never => {
    throw new DOMException('no', name);
  };
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse);
  return () => spy.mockRestore();
}

afterEach(() => void vi.restoreAllMocks());

describe('a new project', () => {
  it('begins with its schema and then its seed, in database and journal', async () => {
    const { desk, store } = await begun();
    expect(desk.memory.entries().map((entry) => entry.action)).toEqual([
      { kind: 'do', command: 'begin-project' },
      { kind: 'do', command: 'take-in' },
    ]);
    expect(desk.memory.appends).toBe(1);
    expect(await store.totals()).toEqual({ todo: 3, 'in-progress': 0, 'needs-review': 0, done: 0 });
    expect(store.recovery).toEqual({ kind: 'none', reason: 'none', entries: 0, setAsideBytes: 0, damagedLine: null, refilled: 0, salvaged: null });
    await desk.expectSound(store);
  });

  it('is not begun when the disk is full: the next opening finds nothing half made', async () => {
    const desk = new Desk();
    await desk.tamper(() => Promise.resolve());
    const heal = refuseWrites('QuotaExceededError');
    expect(await desk.tryOpen({ seed })).toMatchObject({ ok: false, problems: [{ code: 'disk-full' }] });
    heal();
    const store = await desk.open({ seed });
    expect(desk.memory.lines).toHaveLength(2);
    await desk.expectSound(store);
  });
});

describe('the first change on an article', () => {
  it('makes the own set, its status and the annotator', async () => {
    const { desk, store } = await begun();
    expect(await store.ownSet(first)).toBeNull();
    expect((await store.perform(first, 'annotate', mark(0, 3))).ok).toBe(true);
    expect(await store.row(first)).toMatchObject({ status: 'in-progress', annotations: 1 });
    expect(await store.totals()).toMatchObject({ todo: 2, 'in-progress': 1 });
    expect((await store.annotators()).map((one) => one.name)).toEqual(['من']);
    await desk.expectSound(store);
  });

  it('lets a status hold that the very first command gives', async () => {
    const { desk, store } = await begun();
    await store.perform(first, 'set-status', setStatus('done'));
    expect(await store.row(first)).toMatchObject({ status: 'done' });
    await desk.expectSound(store);
  });

  it('takes up a set that was put back to do', async () => {
    const { desk, store } = await begun();
    await store.perform(first, 'annotate', mark(0, 3));
    await store.perform(first, 'set-status', setStatus('todo'));
    expect(await store.row(first)).toMatchObject({ status: 'todo' });
    await store.perform(first, 'annotate', mark(4, 6));
    expect(await store.row(first)).toMatchObject({ status: 'in-progress', annotations: 2 });
    await desk.expectSound(store);
  });

  it('renames the annotator when the settings do', async () => {
    const { desk, store } = await begun();
    await store.perform(first, 'annotate', mark(0, 3));
    const again = await desk.open({ settings: { device, annotator: me, annotatorName: 'نام تازه' } });
    await again.perform(first, 'annotate', mark(4, 6));
    expect((await again.annotators()).map((one) => one.name)).toEqual(['نام تازه']);
    await desk.expectSound(again);
  });
});

describe('performing', () => {
  it('shows each of many quick commands what the one before it did', async () => {
    const { desk, store } = await begun();
    const seen: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        store.perform(first, 'annotate', (context) => {
          seen.push(context.set.annotations.length);
          return mark(index, index + 1)(context);
        }),
      ),
    );
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index));
    await desk.expectSound(store);
  });

  it('writes nothing for a command that refuses or has nothing to do', async () => {
    const { desk, store } = await begun();
    const [lines, before] = [desk.memory.lines.length, store.saveState()];
    expect(await store.perform(first, 'annotate', () => fail(problem('label-crosses')))).toMatchObject({ ok: false });
    expect(await store.perform(first, 'annotate', () => ok(noChange))).toEqual({ ok: true, value: noChange });
    expect(desk.memory.lines).toHaveLength(lines);
    expect(store.saveState()).toEqual(before);
    expect(await store.ownSet(first)).toBeNull();
  });

  it('rejects with the bug of a command and goes on with the next', async () => {
    const { desk, store } = await begun();
    await expect(
      store.perform(first, 'annotate', () => {
        throw new RangeError('span 812–840 outside text of 800');
      }),
    ).rejects.toThrow('span 812–840');
    const wrong: Change = { ...noChange, removed: [{ kind: 'article', value: { ...articleOf('2'), title: 'دیگر' } }] };
    await expect(store.perform(first, 'annotate', () => ok(wrong))).rejects.toThrow('not as the change says');
    expect((await store.perform(first, 'annotate', mark(0, 3))).ok).toBe(true);
    expect(store.saveState().kind).toBe('saved');
    await desk.expectSound(store);
  });

  it('throws for an article that is not there', async () => {
    const { store } = await begun();
    await expect(store.perform('art-9' as typeof first, 'annotate', mark(0, 3))).rejects.toThrow('no article art-9');
  });

  it('gives records that nobody can alter', async () => {
    const { store } = await begun();
    await store.perform(first, 'annotate', mark(0, 3));
    const set = await store.ownSet(first);
    expect(Object.isFrozen(set?.annotations[0]?.spans[0])).toBe(true);
  });
});

describe('the state of saving', () => {
  it('is saving at once and saved when database and journal have it', async () => {
    const { desk, store } = await begun();
    const seen = states(store);
    const done = store.perform(first, 'annotate', mark(0, 3));
    expect(store.saveState()).toMatchObject({ kind: 'saving' });
    await done;
    expect(seen).toEqual(['saving', 'saved']);
    expect(store.saveState()).toMatchObject({ kind: 'saved', at: expect.stringContaining('2026-01-01') as string });
    expect(desk.memory.lines.at(-1)?.entry.action).toEqual({ kind: 'do', command: 'annotate' });
  });

  it('stays saving until the last of several is through', async () => {
    const { store } = await begun();
    const seen = states(store);
    void store.perform(first, 'annotate', mark(0, 3));
    void store.perform(first, 'annotate', mark(4, 6));
    await store.flush();
    expect(seen).toEqual(['saving', 'saved']);
  });

  it('tells nobody who no longer listens', async () => {
    const { store } = await begun();
    const listener = vi.fn();
    store.onSaveState(listener)();
    await store.perform(first, 'annotate', mark(0, 3));
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('a write that is shown while it is saved', () => {
  it('is told of once the database has it, before the Journal does', async () => {
    const { desk, store } = await begun();
    const lines = desk.memory.lines.length;
    const told: unknown[] = [];
    const tell = (result: Result<unknown>) => void told.push([result.ok, desk.memory.lines.length - lines, store.saveState().kind]);
    await store.perform(first, 'annotate', mark(0, 3), { onWritten: tell });
    const made = desk.memory.lines.length - lines;
    expect(made).toBeGreaterThan(0);
    await store.undo(first, { onWritten: tell });
    expect(told).toEqual([[true, 0, 'saving'], [true, made, 'saving']]);
  });

  it('leaves at hand what the database has, whatever was done and taken back', async () => {
    const { store } = await begun();
    const stored = async () => ({ schema: await store.schema(), set: await store.ownSet(first), entities: await store.entities(), recentEntities: await store.recentEntities() });
    const same = async () => expect(await store.atHand(first)).toEqual(await stored());
    await same();
    await store.perform(first, 'annotate', mark(0, 3));
    await same();
    await store.undo(first);
    await same();
    expect((await store.atHand(first)).set).toBeNull();
    await store.redo(first);
    await same();
    await store.perform(first, 'annotate', mark(4, 6));
    await same();
    expect((await store.atHand(first)).set?.annotations).toHaveLength(2);
  });
});

describe('when the journal refuses', () => {
  it('shows the work, says failed, and saves it all in order on retry', async () => {
    const { desk, store } = await begun();
    const lines = desk.memory.lines.length;
    desk.memory.appendFailure = 'disk-full';
    expect((await store.perform(first, 'annotate', mark(0, 3))).ok).toBe(true);
    expect((await store.perform(second, 'annotate', mark(0, 3))).ok).toBe(true);
    expect(store.saveState()).toMatchObject({ kind: 'failed', code: 'disk-full' });
    expect((await store.ownSet(second))?.annotations).toHaveLength(1);
    await store.retry();
    expect(store.saveState().kind).toBe('failed');
    desk.memory.appendFailure = null;
    await store.retry();
    expect(store.saveState().kind).toBe('saved');
    expect(desk.memory.lines).toHaveLength(lines + 3);
    await desk.expectSound(store);
  });

  it('saves what it owes with the next write', async () => {
    const { desk, store } = await begun();
    desk.memory.appendFailure = 'no-permission';
    await store.perform(first, 'annotate', mark(0, 3));
    desk.memory.appendFailure = null;
    const seen = states(store);
    await store.perform(first, 'annotate', mark(4, 6));
    expect(seen).toEqual(['saved']);
    await desk.expectSound(store);
  });

  it('takes a call that breaks for a failed write', async () => {
    const { desk, store } = await begun();
    vi.spyOn(desk.memory.bridge, 'appendJournal').mockRejectedValueOnce(new Error('the main process is gone'));
    await store.perform(first, 'annotate', mark(0, 3));
    expect(store.saveState()).toEqual({ kind: 'failed', code: 'write-failed', detail: 'Error: the main process is gone' });
    await store.retry();
    await desk.expectSound(store);
  });
});

describe('when the database refuses', () => {
  it.each([
    ['QuotaExceededError', 'disk-full'],
    ['AbortError', 'database-failed'],
    ['UnknownError', 'database-failed'],
  ])('applies nothing after %s, says %s, and does it on retry', async (name, code) => {
    const { desk, store } = await begun();
    const before = await store.dataset();
    const lines = desk.memory.lines.length;
    const heal = refuseWrites(name);
    expect(await store.perform(first, 'annotate', mark(0, 3))).toMatchObject({ ok: false, problems: [{ code: 'save-failed' }] });
    expect(store.saveState()).toMatchObject({ kind: 'failed', code });
    expect(await store.dataset()).toEqual(before);
    expect(desk.memory.lines).toHaveLength(lines);
    heal();
    await store.retry();
    expect(store.saveState().kind).toBe('saved');
    expect((await store.ownSet(first))?.annotations).toHaveLength(1);
    await desk.expectSound(store);
  });

  it('keeps later writes behind it, in order, and runs each on the state that it finds', async () => {
    const { desk, store } = await begun();
    await store.perform(first, 'annotate', mark(0, 1));
    const heal = refuseWrites('QuotaExceededError');
    const seen: { readonly start: number; readonly found: number }[] = [];
    const looking = (start: number): Parameters<ProjectStore['perform']>[2] => (context) => {
      seen.push({ start, found: context.set.annotations.length });
      return mark(start, start + 1)(context);
    };
    await Promise.all([store.perform(first, 'annotate', looking(2)), store.perform(first, 'annotate', looking(3))]);
    await store.retry();
    heal();
    seen.length = 0;
    await store.perform(first, 'annotate', looking(4));
    expect(seen).toEqual([{ start: 2, found: 1 }, { start: 3, found: 2 }, { start: 4, found: 3 }]);
    expect((await store.ownSet(first))?.annotations.map(({ spans }) => spans[0]?.start)).toEqual([0, 2, 3, 4]);
    await desk.expectSound(store);
  });

  it('does not hold up flush', async () => {
    const { store } = await begun();
    refuseWrites('QuotaExceededError');
    void store.perform(first, 'annotate', mark(0, 3));
    await store.flush();
    expect(store.saveState().kind).toBe('failed');
  });

  it('applies nothing when the transaction fails halfway', async () => {
    const { desk, store } = await begun();
    const before = await store.dataset();
    const put = IDBObjectStore.prototype.put;
    const putUnlessEntry: typeof put = function (this: IDBObjectStore, ...values) {
      if (this.name === 'entries') throw new DOMException('no', 'QuotaExceededError');
      return put.apply(this, values);
    };
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(putUnlessEntry);
    expect((await store.perform(first, 'annotate', mark(0, 3))).ok).toBe(false);
    expect(await store.dataset()).toEqual(before);
    vi.restoreAllMocks();
    await store.retry();
    await desk.expectSound(store);
  });
});

describe('reading', () => {
  it('lists the newest first, in pages', async () => {
    const { store } = await begun();
    expect((await store.rows(0, 2)).map((row) => row.id)).toEqual([third, second]);
    expect((await store.rows(2, 2)).map((row) => row.id)).toEqual([first]);
  });

  it('finds the next article that is not done, whatever its status', async () => {
    const { store } = await begun();
    expect(await store.nextToDo(third)).toBe(second);
    await store.perform(second, 'set-status', setStatus('done'));
    expect(await store.nextToDo(third)).toBe(first);
    await store.perform(first, 'set-status', setStatus('needs-review'));
    expect(await store.nextToDo(third)).toBe(first);
    // From the last one it goes round to the first that was left out: "done" is said of all only where it is so of all.
    expect(await store.nextToDo(first)).toBe(third);
    await store.perform(third, 'set-status', setStatus('done'));
    expect(await store.nextToDo(first)).toBeNull();
    expect(await store.nextToDo('art-9' as typeof first)).toBeNull();
  });

  it('finds the articles beside one in library order', async () => {
    const { store } = await begun();
    expect(await store.neighbours(third)).toEqual({ previous: null, next: second, place: 1, count: 3 });
    expect(await store.neighbours(second)).toEqual({ previous: third, next: first, place: 2, count: 3 });
    expect(await store.neighbours(first)).toEqual({ previous: second, next: null, place: 3, count: 3 });
    expect(await store.neighbours('art-9' as typeof first)).toEqual({ previous: null, next: null, place: 0, count: 3 });
  });

  it('answers a live query again after a change, and only where the change touched what it read', async () => {
    const { store } = await begun();
    const annotations: (number | undefined)[] = [];
    const others = vi.fn();
    const subscriptions = [
      liveQuery(() => store.ownSet(first)).subscribe((set) => annotations.push(set?.annotations.length)),
      liveQuery(() => store.ownSet(second)).subscribe(others),
    ];
    await vi.waitFor(() => expect(annotations).toEqual([undefined]), patience);
    await store.perform(first, 'annotate', mark(0, 3));
    await vi.waitFor(() => expect(annotations).toEqual([undefined, 1]), patience);
    expect(others).toHaveBeenCalledTimes(1);
    subscriptions.forEach((subscription) => subscription.unsubscribe());
  });

  it('ends with close', async () => {
    const { store } = await begun();
    await store.close();
    await expect(store.rows(0, 1)).rejects.toThrow();
  });
});

/** Connections that are opened from now on, to be ended as the browser ends them. */
function watchConnections(): () => void {
  const made: IDBDatabase[] = [];
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
    const request = open(...args);
    request.addEventListener('success', () => made.push(request.result));
    return request;
  });
  return () => {
    for (const connection of made.splice(0)) {
      connection.close();
      connection.onclose?.(new Event('close'));
    }
  };
}

/** A store with one label, whose connection was ended and whose database came back with nothing. */
async function emptied() {
  const desk = new Desk();
  const cutOff = watchConnections();
  const store = await desk.open({ seed });
  await store.perform(first, 'annotate', mark(0, 3));
  cutOff();
  await desk.tamper((database) => restore(database, new Map()));
  return { desk, store };
}

describe('a connection that the browser ends, as it does on a full disk', () => {
  it('is opened again for the next write, and nothing is lost', async () => {
    const desk = new Desk();
    const cutOff = watchConnections();
    const store = await desk.open({ seed });
    await store.perform(first, 'annotate', mark(0, 3));
    cutOff();
    expect((await store.perform(first, 'annotate', mark(4, 8))).ok).toBe(true);
    expect(store.saveState().kind).toBe('saved');
    expect((await store.ownSet(first))?.annotations).toHaveLength(2);
    await desk.expectSound(store);
  });

  it.each(['emptied', 'cut back to an earlier state'] as const)('and that comes back %s is made anew of the Journal and of what it is owed, before the next write', async (how) => {
    const desk = new Desk();
    const cutOff = watchConnections();
    const store = await desk.open({ seed });
    await store.perform(first, 'annotate', mark(0, 3));
    const earlier = await desk.tamper(copyOf);
    await store.perform(first, 'annotate', mark(4, 8));
    // In the database and on the screen, but the Journal has not taken it.
    desk.memory.appendFailure = 'disk-full';
    await store.perform(first, 'annotate', mark(9, 12));
    const lines = desk.memory.lines.length;
    cutOff();
    await desk.tamper((database) => restore(database, how === 'emptied' ? new Map() : earlier));
    desk.memory.appendFailure = null;
    // Screens go on reading all the while, and never see half of it.
    const look = (database: ProjectDatabase) => database.transaction('r', [database.meta, database.entries], async () => [(await database.meta.count()) > 0, await database.entries.count()].join(' '));
    const found = await desk.tamper(look);
    const seen = new Set<string>();
    const done = { yet: false };
    const watching = desk.tamper(async (database) => {
      while (!done.yet) seen.add(await look(database));
    });
    expect((await store.perform(first, 'annotate', mark(13, 15))).ok).toBe(true);
    done.yet = true;
    await watching;
    expect([...seen].filter((state) => state !== found && state !== `true ${lines + 1}` && state !== `true ${lines + 2}`)).toEqual([]);
    expect(store.saveState().kind).toBe('saved');
    expect((await store.ownSet(first))?.annotations).toHaveLength(4);
    expect(desk.memory.lines).toHaveLength(lines + 2);
    await desk.expectSound(store);
    await store.undo(first);
    await desk.expectSound(store);
  });

  it('and that comes back emptied lets no reader of ours in before it is level', async () => {
    const { store } = await emptied();
    const read = () => store.ownSet(first).then((set) => String(set?.annotations.length), (error: Error) => error.name);
    const seen = new Set<string>();
    const done = { yet: false };
    const reading = (async () => {
      while (!done.yet) {
        seen.add(await read());
        await new Promise((resolve) => setTimeout(resolve));
      }
    })();
    expect((await store.perform(first, 'annotate', mark(4, 8))).ok).toBe(true);
    done.yet = true;
    await reading;
    seen.add(await read());
    expect([...seen].filter((state) => !['DatabaseClosedError', '1', '2'].includes(state))).toEqual([]);
    expect(seen).toContain('2');
  });

  it('and that cannot be made level now keeps the write waiting, and takes it when the Journal can be read', async () => {
    const { desk, store } = await emptied();
    desk.memory.openFailure = 'read-failed';
    expect((await store.perform(first, 'annotate', mark(4, 8))).ok).toBe(false);
    expect(store.saveState()).toMatchObject({ kind: 'failed', code: 'database-failed' });
    desk.memory.openFailure = null;
    await store.retry();
    expect(store.saveState().kind).toBe('saved');
    expect((await store.ownSet(first))?.annotations).toHaveLength(2);
    await desk.expectSound(store);
  });

  describe('and that is never answered again in this page', () => {
    /** A page whose own IndexedDB is silent, while a frame of it is served. */
    const silentPage = (): void => {
      const { open } = IDBFactory.prototype;
      vi.spyOn(indexedDB, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest);
      const served = { open: (...args: Parameters<IDBFactory['open']>) => open.apply(indexedDB, args) };
      vi.stubGlobal('document', { createElement: () => ({ contentWindow: { indexedDB: served } }), documentElement: { append: () => undefined } });
    };
    afterEach(() => void vi.unstubAllGlobals());

    it('is opened in a frame of it: the refused write is stored, those after it too, and nothing is lost', async () => {
      const desk = new Desk();
      const cutOff = watchConnections();
      const store = await desk.open({ seed });
      await store.perform(first, 'annotate', mark(0, 3));
      cutOff();
      silentPage();
      expect((await store.perform(first, 'annotate', mark(4, 8))).ok).toBe(true);
      expect((await store.perform(first, 'annotate', mark(9, 12))).ok).toBe(true);
      expect(store.saveState().kind).toBe('saved');
      expect((await store.ownSet(first))?.annotations).toHaveLength(3);
      vi.restoreAllMocks();
      await desk.expectSound(store);
    }, 60_000);
  });

  it('stays closed where the store was closed, or another opening has taken over', async () => {
    const desk = new Desk();
    const cutOff = watchConnections();
    const old = await desk.open({ seed });
    cutOff();
    const young = await desk.open();
    expect((await old.perform(first, 'annotate', mark(0, 3))).ok).toBe(false);
    expect(old.saveState()).toMatchObject({ kind: 'failed', code: 'opened-elsewhere' });
    await young.close();
    expect((await young.perform(first, 'annotate', mark(0, 3))).ok).toBe(false);
  });
});
