import { type Article } from '../../shared/model/article.ts';
import { type ArticleId } from '../../shared/model/id.ts';
import { type Fingerprint } from '../../shared/text/fingerprint.ts';
import { eachPage, type ProjectDatabase } from './database.ts';
import { type ArticleRow } from './project-store.ts';

/** Rows that are read at a time: small ones. */
const rowsAtOnce = 2000;

/** The first 48 bits: a number takes a tenth of the room, and two texts that share them are only looked up once too often. */
const short = (print: Fingerprint): number => Number.parseInt(print.slice(0, 12), 16);

/**
 * Which ids and texts a project holds or has left out, for an import in many parts: to ask the database about each of ten thousand Articles takes longer than
 * to store them. Says `true` of some that are not there, never `false` of one that is.
 */
export class PresentTexts {
  readonly #ids = new Set<ArticleId>();
  readonly #prints = new Set<number>();

  static async of(database: ProjectDatabase): Promise<PresentTexts> {
    const present = new PresentTexts();
    await eachPage(database.articles, (rows) => present.add(rows), rowsAtOnce);
    return present;
  }

  add(articles: readonly Pick<ArticleRow, 'id' | 'fingerprint' | 'leftOut'>[]): void {
    for (const { id, fingerprint, leftOut = [] } of articles) {
      this.#ids.add(id);
      for (const print of [fingerprint, ...leftOut]) this.#prints.add(short(print));
    }
  }

  mayHold({ id, fingerprint }: Pick<Article, 'id' | 'fingerprint'>): boolean {
    return this.#ids.has(id) || this.#prints.has(short(fingerprint));
  }
}
