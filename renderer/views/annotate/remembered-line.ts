import { type Annotation } from '../../../shared/model/annotation.ts';
import { type Translator } from '../../messages/translate.ts';
import { type Counts } from './check-list.ts';
import { entityIn, relationsOf, type Scene, targetIn } from './scene.ts';
import { listLine } from './wording.ts';

interface Line {
  /** Everything that the words were made of. */
  readonly from: readonly unknown[];
  readonly words: string;
}

const lines = new WeakMap<Annotation, Line>();

/** `listLine`, worded anew only where what it speaks of has changed: after each key a screenful of lines asks again. */
export function rememberedLine(scene: Scene, annotation: Annotation, counts: Counts, translator: Translator): string {
  const linked = relationsOf(scene, annotation.id).flatMap((relation) => [relation, targetIn(scene, relation.to)]);
  const from = [translator, scene.schema, scene.text, entityIn(scene, annotation.entity)?.name, counts.errors, counts.warnings, ...linked];
  const known = lines.get(annotation);
  if (known && known.from.length === from.length && known.from.every((one, index) => one === from[index])) return known.words;
  const words = listLine(scene, annotation, counts, translator);
  lines.set(annotation, { from, words });
  return words;
}
