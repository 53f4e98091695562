import { readSchemaText } from '../../../shared/codecs/schema-file/schema-file.ts';
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
  return schema.ok ? schema : fail(...at(file, schema.problems));
}
