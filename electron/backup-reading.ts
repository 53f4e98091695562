import { type BackupPreview, type JournalLine } from '../shared/bridge.ts';
import { entryShape } from '../shared/exchange/bundle/shapes.ts';
import { entryNow, shapeOf } from '../shared/exchange/entry-now.ts';
import { type Entry } from '../shared/exchange/log.ts';
import { mend } from '../shared/exchange/mend.ts';
import { explode, type RecordMap, recordKey } from '../shared/model/change.ts';
import { checkDataset, errorsOf } from '../shared/model/check.ts';
import { type Dataset } from '../shared/model/dataset.ts';
import { type AnnotatorId } from '../shared/model/id.ts';
import { storedVersion } from '../shared/model/migrations/migrate.ts';
import { decodeLine } from './journal-line.ts';

const mostTitles = 8;
/** Bytes of lines that are folded to be judged: more would keep the main process from everything else. */
const mostJudged = 64 * 1024 * 1024;

/** The lines of a backup, one after another, and whether they lead to a project that could have come about here: a file from outside is foreign. */
export class BackupReading {
  #lines = 0;
  #damaged = 0;
  #bytes = 0;
  /** Lines that are whole, and no Entries of ours. */
  #strange = 0;
  #isNewer = false;
  #last: string | null = null;
  #owner: AnnotatorId | null = null;
  readonly #names = new Map<AnnotatorId, string>();
  readonly #titles: string[] = [];
  readonly #records: RecordMap = new Map();

  /** One line, without its line end. */
  take(bytes: Buffer): void {
    const line = decodeLine(bytes);
    if (!line) {
      this.#damaged += 1;
      return;
    }
    this.#lines += 1;
    this.#bytes += bytes.length;
    // Of a later version: opening it will be refused, politely.
    if (shapeOf(line) > storedVersion) this.#isNewer = true;
    else this.#hear(line);
  }

  answer(): Omit<BackupPreview, 'counts'> {
    const owner = this.#owner && { id: this.#owner, name: this.#names.get(this.#owner) ?? '' };
    return { lines: this.#lines, damaged: this.#damaged, last: this.#last, titles: this.#titles, unsound: this.#unsound(), owner };
  }

  /** What the lines fold to; `null` where there is nothing in them, or they were not judged. */
  dataset(): Dataset | null {
    return this.#isJudged() && this.#records.has('schema') ? mend(new Map(this.#records)) : null;
  }

  #hear(line: JournalLine): void {
    const entry = ourEntry(line);
    if (!entry) {
      this.#strange += 1;
      return;
    }
    const { added, updated, removed } = entry.change;
    [this.#last, this.#owner] = [entry.wall, entry.annotator];
    for (const record of added) if (record.kind === 'article' && this.#titles.length < mostTitles) this.#titles.push(record.value.title);
    const written = [...updated.map(([, after]) => after), ...added];
    for (const record of written) if (record.kind === 'annotator') this.#names.set(record.value.id, record.value.name);
    if (!this.#isJudged()) return;
    for (const record of removed) this.#records.delete(recordKey(record));
    for (const record of written) this.#records.set(recordKey(record), record);
  }

  #isJudged(): boolean {
    return !this.#isNewer && this.#bytes <= mostJudged;
  }

  /** Records that break the model's rules, or rest on nothing; behind a damaged line that is no wonder. */
  #unsound(): number {
    const dataset = this.dataset();
    if (!dataset) return this.#strange + (this.#isJudged() && this.#records.size > 0 ? 1 : 0);
    const homeless = this.#damaged + this.#strange > 0 ? 0 : this.#records.size - explode(dataset).size;
    return this.#strange + homeless + errorsOf(checkDataset(dataset)).length;
  }
}

function ourEntry(line: JournalLine): Entry | null {
  const entry = entryNow(line);
  return entryShape.safeParse(entry).success ? entry : null;
}
