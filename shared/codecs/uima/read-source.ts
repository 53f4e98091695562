import { type SetHead } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Article } from '../../model/article.ts';
import { isId } from '../../model/id.ts';
import { at, type Place, problem, type Problem } from '../../result.ts';
import { type Span } from '../../text/offsets.ts';
import { type z } from '../../model/shape.ts';
import { type Findings } from '../findings.ts';
import { readForeignText } from '../foreign-text.ts';
import { parseJson } from '../json.ts';
import { annotatorFrom, articleFrom, type ArticleRecord, articleShape, headFrom, headShape, isTextOf } from '../luggage.ts';
import { articleFromText } from '../plain-text/article-from-text.ts';
import { unnamedHead } from '../reductions/drop-set-heads.ts';
import { shapeProblems } from '../shape-problems.ts';
import { type FeatureStructure, initialView, referenceOf, sofaType, textOf } from './cas.ts';
import { articleType, documentType, setType } from './type-system.ts';

export interface SourceHead {
  readonly set: SetHead;
  readonly annotator: Annotator;
}

/** One CAS, its text made an Article. */
export interface CasSource {
  readonly place: Place;
  readonly article: Article;
  /** The text as the file has it, which its offsets count in. */
  readonly raw: string;
  /** Written by Naql, which counts as UIMA says. */
  readonly isOwn: boolean;
  /** What was altered in the text. */
  readonly warnings: readonly Problem[];
  /** Where a Span of the file's text lies in the Article's. */
  readonly moved: (span: Span) => Span;
  /** What the file says of its Schema. */
  readonly schema: { readonly id: string; readonly version: string } | null;
  /** An Article of ours that nobody has worked on. */
  readonly isBare: boolean;
  /** Whose work it is and in which state; by the one given where the file does not say. */
  readonly headFor: (annotator: Annotator) => SourceHead;
  /** Feature structures by id: those that lie in the text read, and those that lie in none. */
  readonly structures: ReadonlyMap<number, FeatureStructure>;
}

/** `null`, with a Problem, where there is no text or another one than the file was made for. */
export function sourceOf(all: readonly FeatureStructure[] | null, file: string, now: string, found: Findings): CasSource | null {
  if (!all) return null;
  const place = { file };
  const sofas = all.filter(({ type }) => type === sofaType);
  const sofa = sofas.find((one) => textOf(one, 'sofaID') === initialView) ?? sofas[0];
  const text = sofa && textOf(sofa, 'sofaString');
  if (!sofa || text === null || text === undefined) {
    found.add(problem('sofa-missing', place));
    return null;
  }
  const structures = inView(all, sofa, place, found);
  const record = recordIn(structures, articleType, articleShape, place, found);
  return record ? ownSource(record, text, structures, place, found) : foreignSource(text, structures, place, now, found);
}

/** Those of the first text. Others, if there are any, are counted and left out. */
function inView(all: readonly FeatureStructure[], sofa: FeatureStructure, place: Place, found: Findings): ReadonlyMap<number, FeatureStructure> {
  const structures = new Map<number, FeatureStructure>();
  let elsewhere = 0;
  for (const one of all) {
    const text = referenceOf(one, 'sofa');
    if (text !== null && text !== sofa.id) elsewhere++;
    else if (structures.has(one.id)) found.add(problem('id-twice', { ...place, ...lineOf(one), record: String(one.id) }, { id: String(one.id) }));
    else structures.set(one.id, one);
  }
  if (elsewhere > 0) found.add(problem('view-left-out', place, { view: textOf(sofa, 'sofaID') ?? '?', count: elsewhere }, 'warning'));
  return structures;
}

export const lineOf = ({ line }: FeatureStructure): Place => (line === undefined ? {} : { line });

type Structures = ReadonlyMap<number, FeatureStructure>;

/** The record that the first feature structure of this type carries; a broken one is a Problem. */
function recordIn<Shape extends z.ZodType>(structures: Structures, type: string, shape: Shape, place: Place, found: Findings): z.infer<Shape> | null {
  const structure = [...structures.values()].find((one) => one.type === type);
  return structure ? recordOf(structure, shape, place, found) : null;
}

/** What the feature `details` of one of our own types says. */
export function recordOf<Shape extends z.ZodType>(structure: FeatureStructure, shape: Shape, place: Place, found: Findings): z.infer<Shape> | null {
  const value = parseJson(textOf(structure, 'details') ?? '');
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  found.add(...at({ ...place, ...lineOf(structure) }, shapeProblems(parsed.error, value)));
  return null;
}

function ownSource(record: ArticleRecord, text: string, structures: Structures, place: Place, found: Findings): CasSource | null {
  if (!isTextOf(record, text)) {
    found.add(problem('fingerprint-wrong', { ...place, record: record.doc_id }));
    return null;
  }
  const article = articleFrom(record, text);
  const head = recordIn(structures, setType, headShape, place, found);
  return {
    place,
    article,
    raw: text,
    isOwn: true,
    warnings: [],
    moved: (span) => span,
    schema: record.schema,
    isBare: head === null,
    headFor: (annotator) =>
      head
        ? { set: headFrom(head, article.id), annotator: annotatorFrom(head.annotator) }
        : { set: unnamedHead(article.id, annotator.id), annotator },
    structures,
  };
}

function foreignSource(raw: string, structures: Structures, place: Place, now: string, found: Findings): CasSource | null {
  const read = readForeignText(raw, place);
  if (!read.ok) {
    found.add(...read.problems);
    return null;
  }
  const { text, moved, warnings } = read.value;
  const all = [...structures.values()];
  const said = (feature: string, types: readonly string[]): string | null =>
    all.flatMap((one) => (types.includes(one.type) ? [textOf(one, feature) ?? ''] : [])).find((value) => value !== '') ?? null;
  const named = articleFromText(text, { file: said('documentTitle', [metadataType]) ?? place.file ?? null, added: now });
  const language = said('language', [metadataType, documentType]);
  const article = language === null || language === 'x-unspecified' ? named : { ...named, language };
  const user = said('username', [casMetadataType]);
  const own: Annotator | null = isId(user) ? { id: user as Annotator['id'], kind: 'person', name: user, version: null } : null;
  return {
    place,
    article,
    raw,
    isOwn: false,
    warnings,
    moved,
    schema: null,
    isBare: false,
    headFor: (annotator) => ({ set: unnamedHead(article.id, (own ?? annotator).id), annotator: own ?? annotator }),
    structures,
  };
}

export const metadataType = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';
/** INCEpTION says there whose CAS it is. */
export const casMetadataType = 'de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata';
