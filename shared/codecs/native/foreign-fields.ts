import { type JsonObject } from '../../canonical-json.ts';
import { knownFields } from './record.ts';

/**
 * `Article.extra` on a line, after the known fields and in code-unit order. A foreign field that bears the name of a
 * known one is written with `~` before it, and one with `~` before a known name with one more, so each finds its way back.
 */
export const foreignFields = (extra: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(extra)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [knownFields.has(name.replace(/^~+/, '')) ? `~${name}` : name, value]),
  );

/** The fields of a line that are not ours: what `Article.extra` is made from. */
export const extraOf = (line: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(line)
      .filter(([name]) => !knownFields.has(name))
      .map(([name, value]) => [knownFields.has(name.replace(/^~+/, '')) ? name.slice(1) : name, value]),
  );
