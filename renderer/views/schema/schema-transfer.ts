import { readSchemaText, withLines } from '../../../shared/codecs/schema-file/schema-file.ts';
import { refusals } from '../../../shared/commands/schema/refusals.ts';
import { type ChosenFile } from '../../../shared/bridge.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { at, fail, problem, type Result } from '../../../shared/result.ts';
import { decodeUtf8 } from '../../../shared/text/utf8.ts';

/** The Schema in a file that a person chose. Problems name the file and, where it can be told, the line. */
export function schemaFrom({ name, bytes, failure = 'read-failed' }: ChosenFile): Result<Schema> {
  const file = { file: name };
  if (!bytes) return fail(problem(failure, file));
  const text = decodeUtf8(bytes);
  if (!text.ok) return fail(problem('line-not-utf8', file, { byte: text.byte + 1 }));
  const schema = readSchemaText(text.text);
  if (!schema.ok) return fail(...at(file, schema.problems));
  const refused = refusals(schema.value, { kind: 'replace', schema: schema.value });
  return refused.length === 0 ? schema : fail(...at(file, withLines(text.text, refused)));
}
