import { annotatorSuffix, isAmongAttributions, isTable } from './brat/polnear-layout.ts';
import { isAnnotation, isConfiguration, isRest } from './brat/sort-files.ts';
import { stemOf } from './codec-for.ts';

/** What is known of a file before it is read. */
interface Named {
  readonly name: string;
}

/** So many texts at most are read with annotations that may name them: what is read together is in memory together. */
const mostLinked = 200;

/**
 * Parts files into those that have to be read together, by their names alone, so that not all need be in memory at once: what `batches` makes of
 * the parts is what it makes of all, except that files which stand for themselves are read part by part.
 */
export function companies<T extends Named>(files: readonly T[]): readonly (readonly T[])[] {
  const keyOf = keysOf(files.map(({ name }) => name));
  const parts = new Map<string, T[]>();
  for (const file of files) {
    const own = parts.get(keyOf(file.name));
    if (own) own.push(file);
    else parts.set(keyOf(file.name), [file]);
  }
  return [...parts.values()];
}

const folderOf = (name: string): string => name.replace(/[^/]*$/, '');
const isText = (name: string): boolean => /\.txt$/i.test(name);
const isLinked = (name: string): boolean => /\.jsonld$/i.test(name);
const isXmi = (name: string): boolean => /\.xmi$/i.test(name);
const isTypeSystem = (name: string): boolean => /(?:^|\/)typesystem\.xml$/i.test(name);

/** The folder that texts and attributions of a release stand below, each in a folder of their own. */
const compartmentOf = (name: string): string => (isTable(name) ? folderOf(name) : name.replace(/(?:text|attributions)\/[^/]*$/, ''));

/** Tables of one split of a Hugging Face folder: `data/train.jsonl`, `judgements/train.jsonl`. */
const splitOf = (name: string): string => name.replace(/(^|\/)(?:data|bio|judgements|soft|majority)\/([^/]*\.(?:jsonl|parquet))$/i, '$1$2');

/** What files that are read together have in common: mostly their stem. */
function keysOf(names: readonly string[]): (name: string) => string {
  const compartments = new Set(names.filter(isAmongAttributions).map(compartmentOf));
  const texts = new Set(names.filter(isText).map(stemOf));
  const linked = linkedStems(names);
  // What is beside all of them goes with one: it says nothing of the others.
  const [annotation, xmi] = [names.find(isAnnotation), names.find(isXmi)];
  const hostOf = (name: string): string | undefined => (isConfiguration(name) || isRest(name) || isTable(name) ? annotation : isTypeSystem(name) ? xmi : undefined);
  return function keyOf(name): string {
    if (compartments.has(compartmentOf(name))) return compartmentOf(name);
    const host = hostOf(name);
    if (host !== undefined) return keyOf(host);
    const stem = stemOf(splitOf(name));
    if (isAnnotation(name) && !texts.has(stem)) return stem.replace(annotatorSuffix, '');
    return linked.get(stem) ?? stem;
  };
}

/** W3C annotations name their texts, whatever these are called: those of a folder share one stem with the texts beside them that stand alone. */
function linkedStems(names: readonly string[]): ReadonlyMap<string, string> {
  const firstOf = new Map<string, string>();
  for (const name of names.filter(isLinked).toReversed()) firstOf.set(folderOf(name), stemOf(name));
  const files = new Map<string, number>();
  for (const name of firstOf.size > 0 ? names : []) files.set(stemOf(name), (files.get(stemOf(name)) ?? 0) + 1);
  const alone = names.filter((name) => isText(name) && files.get(stemOf(name)) === 1 && firstOf.has(folderOf(name)));
  const together = alone.length > mostLinked ? [] : [...alone, ...names.filter(isLinked)];
  return new Map(together.map((name) => [stemOf(name), firstOf.get(folderOf(name)) ?? stemOf(name)]));
}
