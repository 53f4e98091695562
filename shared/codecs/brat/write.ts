import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Article } from '../../model/article.ts';
import { type Dataset, emptyDataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { companyOf } from '../native/write-record.ts';
import { zipped } from '../zip.ts';
import { annotationConf, visualConf } from './configuration.ts';
import { fileNames } from '../file-names.ts';
import { linesKept } from './kept-lines.ts';
import { restName, sidecarOf, sidecarOfRest } from './sidecar.ts';
import { annLines, textView } from './write-lines.ts';

export const file = (name: string, text: string): NamedBytes => ({ name, bytes: encodeUtf8(text) });
/** Lines with LF at the end of each; an empty file for none. */
export const inLines = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/**
 * `<stem>.zip`: the configuration, and for each article its text, its annotations and its sidecar. Sets of one article that several
 * people made stand in a folder for each of them, as brat's users keep them.
 */
export function writeBrat(schema: Schema, stem: string): Writer {
  const articleName = fileNames([restName]);
  const folderName = fileNames();
  let isEmpty = true;
  const writer: Writer = {
    add: (slice) => {
      isEmpty = false;
      const [article] = slice.articles;
      if (!article) return [file(`${restName}.json`, sidecarOfRest(slice))];
      return folders(slice.sets, folderName).flatMap(({ folder, set }) => filesOf(article, set, slice, `${folder}${articleName(article.id)}`));
    },
    end: () => [
      ...(isEmpty ? [file(`${restName}.json`, sidecarOfRest(emptyDataset(schema)))] : []),
      file('annotation.conf', annotationConf(schema)),
      file('visual.conf', visualConf(schema)),
    ],
  };
  return zipped(writer, `${stem}.zip`);
}

interface Placed {
  readonly folder: string;
  readonly set: AnnotationSet | null;
}

function folders(sets: readonly AnnotationSet[], folderName: (id: string) => string): readonly Placed[] {
  if (sets.length <= 1) return [{ folder: '', set: sets[0] ?? null }];
  const counts = new Map<string, number>();
  return sets.map((set) => {
    const count = (counts.get(set.annotator) ?? 0) + 1;
    counts.set(set.annotator, count);
    return { folder: `${folderName(set.annotator)}${count === 1 ? '' : `__${count}`}/`, set };
  });
}

function filesOf(article: Article, set: AnnotationSet | null, slice: Dataset, name: string): readonly NamedBytes[] {
  const company = set ? companyOf(set, slice) : { entities: [], annotators: [] };
  return [
    file(`${name}.txt`, article.text),
    file(`${name}.ann`, set ? inLines(annLines(set, company.entities, textView(article.text), linesKept(article.extra, set.id))) : ''),
    file(`${name}.json`, sidecarOf(article, set, slice.schema, company)),
  ];
}
