import { type Annotator } from '../../model/annotator.ts';
import { type Schema } from '../../model/schema.ts';
import { at, problem } from '../../result.ts';
import { type Assembly, assembly, schemaNamed } from '../assembly.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { unnamedAnnotator } from '../reductions/drop-set-heads.ts';
import { judgeUnits, unitsAgree } from '../unit-judgement.ts';
import { unitQuestion } from '../unit-question.ts';
import { expanded } from '../zip.ts';
import { type FeatureStructure } from './cas.ts';
import { casUnits, type CasUnit, markedPlaces, readMarks } from './read-marks.ts';
import { type CasSource, sourceOf } from './read-source.ts';

/** How the files of one dialect are known and read. */
export interface CasReader {
  /** With the dot. */
  readonly extension: string;
  readonly parse: (file: NamedBytes, found: Findings) => readonly FeatureStructure[] | null;
}

const isTypeSystem = ({ name }: NamedBytes): boolean => /(?:^|\/)typesystem\.xml$/i.test(name);

/** Every CAS among the files and in archives among them. Types are told by their names: the type system beside them is not needed. */
export function decodeCases({ extension, parse }: CasReader, files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const unpacked = expanded(files);
  for (const one of unpacked.problems) found.add(one);
  const isCas = ({ name }: NamedBytes): boolean => name.toLowerCase().endsWith(extension);
  const cases = unpacked.files.filter(isCas);
  const others = unpacked.files.filter((file) => !isCas(file) && !isTypeSystem(file));
  for (const { name } of others) found.add(problem('format-unknown', { file: name }, {}, cases.length > 0 ? 'warning' : 'error'));
  if (cases.length === 0 && unpacked.problems.length === 0)
    for (const { name } of files) found.add(problem('annotations-missing', { file: name }, { expected: `*${extension}` }));
  const parts = assembly(found);
  let schema: Schema | null = null;
  const sources = cases.flatMap((file) => sourceOf(parse(file, found), file.name, context.now, found) ?? []);
  const unit = unitOf(sources.filter(({ isOwn }) => !isOwn), context, found);
  for (const source of sources) {
    const named = schemaNamed(source.schema, context, source.place, found);
    schema ??= named;
    if (named === schema) take(source, { schema, unit: source.isOwn ? 'utf-16' : unit, annotator: context.annotator ?? unnamedAnnotator }, parts, found);
    else found.add(differentSchema(source, schema));
  }
  return { dataset: schema && parts.dataset(schema), problems: found.all() };
}

/**
 * UIMA counts UTF-16 code units, but not every program that writes its files does: code points are taken where the edges of words prove
 * them, or where whoever was asked says so.
 */
function unitOf(sources: readonly CasSource[], { offsetUnit }: DecodeContext, found: Findings): CasUnit {
  const told = casUnits.find((unit) => unit === offsetUnit) ?? null;
  const cases = sources.map((source) => ({ ...markedPlaces(source), place: source.place }));
  const judgement = judgeUnits(cases, casUnits);
  const isProven = judgement.verdict === 'clear' && judgement.unit === 'code-point';
  if (told !== null || isProven) {
    const first = cases.find((one) => !unitsAgree(one, casUnits));
    if (first) found.add(unitQuestion(judgement, first.place, told));
  }
  return told ?? (isProven ? 'code-point' : 'utf-16');
}

const differentSchema = ({ schema, place }: CasSource, expected: Schema) =>
  problem('schema-differs', place, { id: schema?.id ?? '?', version: schema?.version ?? '?', expected: `${expected.id} ${expected.version}` });

interface Reading {
  readonly schema: Schema;
  readonly unit: CasUnit;
  /** Whose work it is where the file does not say. */
  readonly annotator: Annotator;
}

function take(source: CasSource, { schema, unit, annotator }: Reading, parts: Assembly, found: Findings): void {
  const { article, place, warnings } = source;
  found.add(...at(place, warnings));
  if (!parts.addArticle(article, place)) return;
  const head = source.headFor(annotator);
  const { annotations, relations, entities } = readMarks(source, schema, unit, found);
  for (const entity of entities) parts.addEntity(entity, place);
  if (source.isBare && annotations.length === 0) return;
  parts.addAnnotator(head.annotator, place);
  parts.addSet({ ...head.set, annotations, relations }, place);
}
