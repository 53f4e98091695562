import { type Annotator } from '../../model/annotator.ts';
import { type Schema } from '../../model/schema.ts';
import { at, problem } from '../../result.ts';
import { type Assembly, assembly, schemaNamed } from '../assembly.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { unnamedAnnotator } from '../reductions/drop-set-heads.ts';
import { expanded } from '../zip.ts';
import { type FeatureStructure } from './cas.ts';
import { readMarks } from './read-marks.ts';
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
  for (const file of cases) {
    const source = sourceOf(parse(file, found), file.name, context.now, found);
    if (!source) continue;
    const named = schemaNamed(source.schema, context, { file: file.name }, found);
    schema ??= named;
    if (named === schema) take(source, { schema, annotator: context.annotator ?? unnamedAnnotator }, parts, found);
    else found.add(differentSchema(source, schema));
  }
  return { dataset: schema && parts.dataset(schema), problems: found.all() };
}

const differentSchema = ({ schema, place }: CasSource, expected: Schema) =>
  problem('schema-differs', place, { id: schema?.id ?? '?', version: schema?.version ?? '?', expected: `${expected.id} ${expected.version}` });

interface Reading {
  readonly schema: Schema;
  /** Whose work it is where the file does not say. */
  readonly annotator: Annotator;
}

function take(source: CasSource, { schema, annotator }: Reading, parts: Assembly, found: Findings): void {
  const { article, place, warnings } = source;
  found.add(...at(place, warnings));
  if (!parts.addArticle(article, place)) return;
  const head = source.headFor(annotator);
  const { annotations, relations, entities } = readMarks(source, schema, found);
  for (const entity of entities) parts.addEntity(entity, place);
  if (source.isBare && annotations.length === 0) return;
  parts.addAnnotator(head.annotator, place);
  parts.addSet({ ...head.set, annotations, relations }, place);
}
