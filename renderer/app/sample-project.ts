import { standoff } from '../../shared/codecs/standoff/standoff.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type Schema } from '../../shared/model/schema.ts';
import annotation from '../../seeds/sample/seed.json?raw';
import text from '../../seeds/sample/seed.txt?raw';

const file = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });

/**
 * The sample article with a colleague's finished annotation. The person's own set is empty: the sample is there to be marked.
 * @throws if the seeds are not sound: they came with this version.
 */
export function sampleProject(schema: Schema, now: string): Dataset {
  const decoded = standoff.decode?.([file('seed.txt', text), file('seed.json', annotation)], { schemas: [schema], now });
  if (!decoded?.dataset || decoded.problems.length > 0) throw new Error(`the sample is not sound: ${JSON.stringify(decoded?.problems)}`);
  return decoded.dataset;
}
