import { type ProjectStore } from '../../store/project-store.ts';
import { type Progress } from '../../ui/time-left.ts';
import { type SearchThread } from '../../workers/search-client.ts';
import { type Found } from '../../workers/search-index.ts';

type Source = Pick<ProjectStore, 'articleIds' | 'searchables' | 'searchShardIds' | 'searchShard' | 'keepSearchShards' | 'forgetSearchShards'>;

export interface IndexProgress extends Progress {
  readonly phase: 'index';
}

/** Articles that cross to the index at a time. */
const articlesAtOnce = 200;
/** After so many, what is known so far is kept. */
const keptAfter = 5000;

/**
 * Search in one project. The index begins with what was kept, learns what came since and forgets what went; parts that cannot be read are
 * made anew. It is asked for when somebody begins to search, and lives as long as the project is open.
 */
export class ArticleSearch {
  readonly #store: Source;
  readonly #start: () => SearchThread;
  #thread: SearchThread | null = null;
  #turn: Promise<void> = Promise.resolve();
  #isEnded = false;

  constructor(store: Source, start: () => SearchThread) {
    this.#store = store;
    this.#start = start;
  }

  /** Brings the index to what the project holds now. */
  bring(onProgress: (progress: IndexProgress | null) => void = () => undefined): Promise<void> {
    const mine = this.#turn.then(() => this.#bring(onProgress)).catch((error: unknown) => {
      // A project that is closed meanwhile gives no more articles, and nobody asks for them.
      if (!this.#isEnded) throw error;
    });
    this.#turn = Promise.allSettled([mine]).then(() => undefined);
    return mine;
  }

  async find(query: string, limit: number): Promise<Found> {
    return this.#thread ? this.#thread.ask('search', { query, limit }) : { ids: [], total: 0 };
  }

  end(): void {
    this.#isEnded = true;
    this.#thread?.end();
  }

  async #bring(onProgress: (progress: IndexProgress | null) => void): Promise<void> {
    if (this.#isEnded) return;
    const thread = this.#thread ?? (await this.#begin());
    const missing = await thread.ask('match', await this.#store.articleIds());
    let unkept = 0;
    for (let done = 0; done < missing.length && !this.#isEnded; done += articlesAtOnce) {
      onProgress({ phase: 'index', done, total: missing.length });
      const articles = await this.#store.searchables(missing.slice(done, done + articlesAtOnce));
      await thread.ask('add', articles);
      unkept += articles.length;
      if (unkept < keptAfter) continue;
      await this.#keep(thread);
      unkept = 0;
    }
    if (!this.#isEnded) await this.#keep(thread);
    onProgress(null);
  }

  async #begin(): Promise<SearchThread> {
    const thread = this.#start();
    const damaged: number[] = [];
    for (const id of await this.#store.searchShardIds()) {
      const shard = await this.#store.searchShard(id);
      if (!shard || !(await thread.ask('load', shard))) damaged.push(id);
    }
    await this.#store.forgetSearchShards(damaged);
    this.#thread = thread;
    return thread;
  }

  async #keep(thread: SearchThread): Promise<void> {
    const shards = await thread.ask('altered', null);
    if (shards.length > 0) await this.#store.keepSearchShards(shards);
  }
}
