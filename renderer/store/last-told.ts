import { canonicalJson } from '../../shared/canonical-json.ts';
import { entryNow } from '../../shared/exchange/entry-now.ts';
import { type Article } from '../../shared/model/article.ts';
import { type DataRecord } from '../../shared/model/change.ts';
import { type Entity } from '../../shared/model/entity.ts';
import { type ArticleId, type EntityId, type SetId } from '../../shared/model/id.ts';
import { type EntryRow, type TextRow } from './database.ts';
import { type ArticleRow } from './project-store.ts';
import { type SetRow } from './set-rows.ts';

/** Of an Article that was altered: its title, and the rest but the text, which never changes, as canonical JSON. */
interface ToldArticle {
  readonly title: string;
  readonly rest: string;
}

const restOf = ({ language, group, source, extra }: Pick<Article, 'language' | 'group' | 'source' | 'extra'>): string =>
  canonicalJson({ language, group, source, extra });

/**
 * What the Entries say of records last: a row that lags behind it is an older one that came back, which no count shows. Entries are heard in
 * their order, and before any row is judged.
 */
export class LastTold {
  /** Sequence of the last Entry that touched a set. */
  readonly #sets = new Map<SetId, number>();
  readonly #entities = new Map<EntityId, Entity>();
  /** Only those that were altered: a row cannot be older than the one that was added. */
  readonly #articles = new Map<ArticleId, ToldArticle>();

  hear(row: EntryRow): void {
    const { sequence, change } = entryNow(row);
    const touch = (record: DataRecord): void => {
      if (record.kind === 'set') this.#sets.set(record.value.id, sequence);
      else if (record.kind === 'annotation' || record.kind === 'relation') this.#sets.set(record.set, sequence);
    };
    for (const record of change.removed) {
      touch(record);
      if (record.kind === 'entity') this.#entities.delete(record.value.id);
      else if (record.kind === 'article') this.#articles.delete(record.value.id);
    }
    for (const [, after] of change.updated) {
      touch(after);
      if (after.kind === 'entity') this.#entities.set(after.value.id, after.value);
      else if (after.kind === 'article') this.#articles.set(after.value.id, { title: after.value.title, rest: restOf(after.value) });
    }
    for (const record of change.added) {
      touch(record);
      if (record.kind === 'entity') this.#entities.set(record.value.id, record.value);
    }
  }

  /** Several Entries of one transaction give a set the sequence of the last of them; 0 is a row of before there were any. */
  isOldSet({ id, revision }: Pick<SetRow, 'id' | 'revision'>): boolean {
    return revision !== 0 && revision < (this.#sets.get(id) ?? 0);
  }

  isOldEntity(row: Entity): boolean {
    const told = this.#entities.get(row.id);
    return told !== undefined && canonicalJson(told) !== canonicalJson(row);
  }

  isOldArticle({ id, title }: Pick<ArticleRow, 'id' | 'title'>): boolean {
    const told = this.#articles.get(id);
    return told !== undefined && told.title !== title;
  }

  isOldText(row: TextRow): boolean {
    const told = this.#articles.get(row.id);
    return told !== undefined && told.rest !== restOf(row);
  }
}
