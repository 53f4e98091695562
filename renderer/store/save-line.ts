import { type Bridge, type WrittenLine } from '../../shared/bridge.ts';
import { type ProjectId } from '../../shared/model/id.ts';
import { fail, problem, type Result } from '../../shared/result.ts';
import { appendLines } from './journal.ts';
import { type SaveState } from './project-store.ts';
import { storageFailure } from './storage-failure.ts';

/** One write of the database: what to answer, and the lines that the Journal must have as well. */
export type Write<T> = () => Promise<{ readonly result: Result<T>; readonly lines: readonly WrittenLine[] }>;

interface Failure {
  readonly code: string;
  readonly detail: string;
}

/** Milliseconds. */
const momentLater = 500;

/** What one turn came to. */
interface Outcome<T> {
  readonly result: T;
  readonly failure: Failure | null;
}

/**
 * Where writes wait for their turn: one after another, each to the database and then to the Journal.
 *
 * Two things can go wrong, and each has a list of its own:
 * - The database refuses. Nothing of the write was applied, so nothing of it shows; the answer is `save-failed`, and the
 *   write waits at the head of the line with all that come after it. Each runs again from the start on the state that it
 *   then finds, so that it can never be applied to a state it was not made for.
 * - The Journal refuses. The write is in the database and on the screen; its lines wait.
 *
 * Both are tried again with every later write and by `retry`, oldest first. Until both lists are empty the state is `failed`.
 */
export class SaveLine {
  readonly #bridge: Bridge;
  readonly #project: ProjectId;
  readonly #now: () => string;
  readonly #listeners = new Set<() => void>();
  #state: SaveState = { kind: 'saved', at: null };
  #savedAt: string | null = null;
  /** Writes that the database refused. */
  #waiting: Write<unknown>[] = [];
  /** Lines that the database has and the Journal has not. */
  #owed: readonly WrittenLine[] = [];
  #inLine = 0;
  /** Writes that the database has not been asked for yet. */
  #ahead = 0;
  #turn: Promise<unknown> = Promise.resolve();
  /** Until the last of them is in the database: the Journal may still be writing. */
  #databaseTurn: Promise<unknown> = Promise.resolve();

  readonly #reconnect: (owed: readonly WrittenLine[]) => Promise<void>;

  /** `reconnect`: before each write, where the database may have been cut off; it is told which lines the Journal has not. */
  constructor(bridge: Bridge, project: ProjectId, now: () => string, reconnect: (owed: readonly WrittenLine[]) => Promise<void>) {
    this.#reconnect = reconnect;
    this.#bridge = bridge;
    this.#project = project;
    this.#now = now;
  }

  readonly state = (): SaveState => this.#state;

  readonly onState = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Would a write that comes now be the very next one that the database is asked for? */
  readonly isClear = (): boolean => this.#ahead === 0 && this.#waiting.length === 0;

  /** Reads when all writes before it are in the database and none is under way; says nothing about saving. */
  read<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = Promise.allSettled([mine]);
    this.#databaseTurn = this.#turn;
    return mine;
  }

  /**
   * Takes the write into the line. It is answered when the Journal has been tried too; `onWritten` hears the answer as soon as the
   * database has it (or refuses), to be shown while it is being saved. Rejects only with a bug. `overlaps`: its turn at the database may come
   * while the Journal still writes what was before it, as further parts of an import do; in the Journal the order stays.
   */
  enqueue<T>(write: Write<T>, onWritten: (result: Result<T>) => void = () => undefined, overlaps = false): Promise<Result<T>> {
    this.#ahead += 1;
    const work = async (): Promise<Outcome<Result<T>>> => {
      const outcome = await this.#first(write);
      onWritten(outcome.result);
      return outcome;
    };
    return this.#inTurn(work, overlaps ? this.#databaseTurn : this.#turn);
  }

  /** Tries everything that waits again, and once more a moment later: a connection that the browser is ending is gone only then. */
  async retry(): Promise<void> {
    const attempt = () => this.#inTurn(async () => ({ result: null, failure: await this.#runWaiting() }));
    await attempt();
    if (this.#state.kind !== 'failed' || this.#state.code !== 'database-failed') return;
    await new Promise((resolve) => setTimeout(resolve, momentLater));
    await attempt();
  }

  /** Lines that were left over when the project was opened. */
  async oweJournal(lines: readonly WrittenLine[]): Promise<void> {
    this.#owed = [...this.#owed, ...lines];
    await this.retry();
  }

  async flush(): Promise<void> {
    await this.#turn;
  }

  #inTurn<T>(work: () => Promise<Outcome<T>>, after: Promise<unknown> = this.#turn): Promise<T> {
    this.#inLine += 1;
    if (this.#state.kind === 'saved') this.#become({ kind: 'saving', since: this.#now() });
    const inDatabase = after.then(work);
    const mine = this.#settling(inDatabase, this.#turn).finally(() => void (this.#inLine -= 1));
    this.#databaseTurn = Promise.allSettled([inDatabase]);
    this.#turn = Promise.allSettled([mine]);
    return mine;
  }

  /** When the work is done, and the turn before is over, gives the Journal what it is owed and sets the state, also when the work throws. */
  async #settling<T>(inDatabase: Promise<Outcome<T>>, before: Promise<unknown>): Promise<T> {
    let failure: Failure | null = null;
    try {
      const outcome = await inDatabase;
      failure = outcome.failure;
      return outcome.result;
    } finally {
      await before;
      const journalFailure = await this.#appendOwed();
      this.#settle(failure ?? journalFailure);
    }
  }

  async #first<T>(write: Write<T>): Promise<Outcome<Result<T>>> {
    try {
      const stopped = await this.#runWaiting();
      const outcome = stopped ? refused(stopped) : await this.#run(write);
      if (outcome.failure) this.#waiting.push(write);
      return outcome;
    } finally {
      this.#ahead -= 1;
    }
  }

  /** What stopped the writes that wait, or `null` when none is left. Their callers have had their answer long ago. */
  async #runWaiting(): Promise<Failure | null> {
    for (let write = this.#waiting.shift(); write; write = this.#waiting.shift()) {
      const { failure } = await this.#run(write);
      if (failure) {
        this.#waiting.unshift(write);
        return failure;
      }
    }
    return null;
  }

  async #run<T>(write: Write<T>): Promise<Outcome<Result<T>>> {
    try {
      await this.#reconnect(this.#owed);
      const { result, lines } = await write();
      this.#owed = [...this.#owed, ...lines];
      return { result, failure: null };
    } catch (error) {
      const failure = storageFailure(error);
      if (!failure) throw error;
      return refused(failure);
    }
  }

  async #appendOwed(): Promise<Failure | null> {
    if (this.#owed.length === 0) return null;
    const { appended, failure } = await appendLines(this.#bridge, this.#project, this.#owed);
    this.#owed = this.#owed.slice(appended);
    if (failure) return { code: failure.failure, detail: failure.detail };
    this.#savedAt = this.#now();
    return null;
  }

  #settle(failure: Failure | null): void {
    if (failure) this.#become({ kind: 'failed', ...failure });
    else if (this.#inLine === 1) this.#become({ kind: 'saved', at: this.#savedAt });
    else if (this.#state.kind === 'failed') this.#become({ kind: 'saving', since: this.#now() });
  }

  #become(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const refused = (failure: Failure): Outcome<Result<never>> => ({ result: fail(problem('save-failed')), failure });
