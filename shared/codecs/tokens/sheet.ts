import { type JsonObject } from '../../canonical-json.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { at, type Place } from '../../result.ts';
import { type DecodeContext } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { gather, type Line } from '../native/gather.ts';
import { format, version } from '../native/record.ts';
import { articleFromText } from '../plain-text/article-from-text.ts';
import { unnamedAnnotator, unnamedHead } from '../reductions/drop-set-heads.ts';
import { shapeProblems } from '../shape-problems.ts';
import { type Header, headerShape, isOurs } from './header.ts';

/** What a file tells of one set on one article, however it tells it. Records as on a native line; they are checked one by one. */
export interface Sheet {
  readonly place: Place;
  readonly text: string;
  /** Ours or a stranger's; `undefined` when there is none. */
  readonly header: unknown;
  /** False when nobody has looked at it: then it is an article alone. */
  readonly isAnnotated: boolean;
  readonly spans: readonly JsonObject[];
  readonly relations: readonly unknown[];
  readonly entities: readonly unknown[];
  readonly annotators: readonly unknown[];
}

/** The sheets of one reading put together; `null` when none could be read. */
export function datasetOf(sheets: readonly Sheet[], context: DecodeContext, found: Findings): Dataset | null {
  const lines = sheets.flatMap((sheet) => lineOf(sheet, context, found) ?? []);
  return lines.length === 0 ? null : gather(schemaOf(lines, context.schemas), lines, found);
}

/** The first Schema that a file names and that is at hand, otherwise the one that whoever reads has chosen. */
function schemaOf(lines: readonly Line[], schemas: DecodeContext['schemas']): Schema {
  for (const { record } of lines) {
    const named = schemas.find(({ id, version: release }) => id === record.schema.id && release === record.schema.version);
    if (named) return named;
  }
  return schemas[0];
}

function lineOf(sheet: Sheet, context: DecodeContext, found: Findings): Line | null {
  const annotator = context.annotator ?? unnamedAnnotator;
  const head = isOurs(sheet.header) ? ownHeader(sheet, found) : foreignHeader(sheet, context, annotator);
  if (!head) return null;
  const { source, extra, ...fields } = head;
  const whose = { by: fields.annotator ?? '', status: fields.set?.role ?? 'work' };
  return {
    place: sheet.place,
    extra,
    record: {
      format,
      version,
      offset_unit: 'code_point',
      ...fields,
      meta: source,
      text: sheet.text,
      spans: sheet.spans.map((one) => ({ ...one, ...whose })),
      relations: [...sheet.relations],
      entities: [...sheet.entities],
      annotators: isOurs(sheet.header) ? [...sheet.annotators] : [annotator],
    },
  };
}

function ownHeader({ header, place }: Sheet, found: Findings): Header | null {
  const parsed = headerShape.safeParse(header);
  if (parsed.success) return parsed.data;
  found.add(...at(place, shapeProblems(parsed.error, header)));
  return null;
}

/** Strangers number their texts from 1 as everybody does: the id is made from the text, and what they say of it is kept beside. */
function foreignHeader({ header, text, place, isAnnotated }: Sheet, { now, schemas }: DecodeContext, { id: by }: Annotator): Header {
  const { id, title, language, fingerprint: print, source } = articleFromText(text, { file: place.file ?? null, added: now });
  const { id: setId, role, status } = unnamedHead(id, by);
  const { publisher, url, published, licence, file } = source;
  const hasMore = typeof header === 'object' && header !== null && Object.keys(header).length > 0;
  return {
    doc_id: id,
    group_id: null,
    lang: language,
    title,
    text_sha256: print,
    source: { publisher, url, published, license: licence, file, added: now },
    schema: { id: schemas[0].id, version: schemas[0].version },
    set: isAnnotated ? { id: setId, role, status } : null,
    annotator: isAnnotated ? by : null,
    extra: hasMore ? { meta: header as JsonObject } : {},
  };
}
