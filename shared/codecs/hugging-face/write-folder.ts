import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { type DocumentRecord } from '../native/record.ts';
import { companyOf, documentRecord, tokensOf, viewOf } from '../native/write-record.ts';
import { documentRow, judgementRow, type Row } from './article-rows.ts';
import { bioRow } from './bio-row.ts';
import { clusters } from './clusters.ts';
import { type Config, type ConfigName, configsOf } from './configs.ts';
import { type Layer, layersOf } from './layers.ts';
import { majorityRow } from './majority-row.ts';
import { type JudgementChoice, placingOf } from './placing.ts';
import { type Form, type RowFile } from './row-file.ts';
import { softRow } from './soft-row.ts';

/** One split of the folder: `<folder>/<stem>…` for each table that has rows, `data/<stem>…` in any case and first. */
export function writeFolder(form: Form, choice: JudgementChoice, schema: Schema, stem: string): Writer {
  const layers = layersOf(schema);
  const configs = new Map(configsOf(schema).map((config) => [config.name, config]));
  const files = new Map<ConfigName, RowFile>();
  const nameOf = ({ folder }: Config): string => `${folder}/${stem}${form.suffix}`;
  const begun = (name: ConfigName): { readonly config: Config; readonly file: RowFile } => {
    const config = configs.get(name);
    if (!config) throw new Error(`no table "${name}"`);
    const file = files.get(name) ?? form.begin(config);
    files.set(name, file);
    return { config, file };
  };
  const written = (name: ConfigName, row: Row, weight: number): NamedBytes => {
    const { config, file } = begun(name);
    return { name: nameOf(config), bytes: file.add(row, weight), rows: 1 };
  };
  begun('documents');
  return {
    add: (slice) => rowsOf(slice, layers, choice).map(([name, row]) => written(name, row, slice.articles[0]?.text.length ?? 0)),
    end: () => [...files].map(([name, file]) => ({ name: nameOf(begun(name).config), bytes: file.end() })),
  };
}

/** The rows of one Article; of a slice without one there are none. */
function rowsOf({ schema, articles: [article], sets, ...company }: Dataset, layers: readonly Layer[], choice: JudgementChoice) {
  const rows: (readonly [ConfigName, Row])[] = [];
  if (!article) return rows;
  const { settled, tagged, judged, clustered } = placingOf(sets, choice);
  const view = viewOf(article);
  const records = new Map(sets.map((set) => [set, documentRecord(view, set, schema, companyOf(set, company))]));
  const recordOf = (set: AnnotationSet | null): DocumentRecord | null => (set && records.get(set)) ?? null;
  const bare = documentRecord(view, null, schema, { entities: [], annotators: [] });
  const taggedRecord = recordOf(tagged);
  const judgements = clustered.map((set) => ({ annotator: set.annotator, spans: recordOf(set)?.spans ?? [] }));
  rows.push(['documents', documentRow(article, bare, recordOf(settled))]);
  if (taggedRecord) rows.push(['bio', bioRow(view, taggedRecord.spans, layers)]);
  for (const set of judged) rows.push(['judgements', judgementRow(set, recordOf(set) ?? bare)]);
  if (judgements.length > 0) {
    const found = clusters(tokensOf(view), judgements, layers);
    rows.push(['soft', softRow(article, found, judgements.length)], ['majority', majorityRow(article, found, judgements.length)]);
  }
  return rows;
}
