import { type Annotation, hull } from '../../../shared/model/annotation.ts';
import { type Span, type Utf16Offset } from '../../../shared/text/offsets.ts';
import { type Translator } from '../../messages/translate.ts';
import { labelIn, type Scene } from './scene.ts';
import { about } from './wording.ts';

/** How much is said of a span that the caret enters: its label alone, or all that there is to know about it. */
export type SpeechDetail = 'low' | 'full';

/** One border that the caret has passed. `inside`: it came down in the middle of the piece. */
interface Crossing {
  readonly annotation: Annotation;
  readonly piece: number;
  readonly where: 'start' | 'inside' | 'end';
}

/** The piece that the caret stands in; at a piece's end it has left it. -1 for none. */
const pieceAt = ({ spans }: Annotation, caret: Utf16Offset): number => spans.findIndex(({ start, end }) => start <= caret && caret < end);

const length = ({ annotation }: Crossing): number => {
  const { start, end } = hull(annotation);
  return end - start;
};

/** Left first, from the inside out; then entered, from the outside in. What was jumped over is not met. */
function crossings(annotations: readonly Annotation[], before: Utf16Offset, after: Utf16Offset): readonly Crossing[] {
  const left: Crossing[] = [];
  const entered: Crossing[] = [];
  for (const annotation of annotations) {
    const [from, to] = [pieceAt(annotation, before), pieceAt(annotation, after)];
    if (from === to) continue;
    if (to < 0) left.push({ annotation, piece: from, where: 'end' });
    else entered.push({ annotation, piece: to, where: (annotation.spans[to] as Span).start === after ? 'start' : 'inside' });
  }
  return [...left.sort((a, b) => length(a) - length(b)), ...entered.sort((a, b) => length(b) - length(a))];
}

function wordsOf(scene: Scene, { annotation, piece, where }: Crossing, detail: SpeechDetail, translator: Translator): string {
  const { t, language } = translator;
  const label = labelIn(scene, annotation).name[language];
  const isSplit = annotation.spans.length > 1;
  const border = t(`speech.${where}`, { part: isSplit ? t('speech.piece', { n: piece + 1, label }) : label });
  if (detail === 'low' || where === 'end') return border;
  return [border, ...about(scene, annotation, translator)].join(t('annotate.separator'));
}

/**
 * What is said when a person has moved the caret: «شروع نقل‌قول، ۱۴ واژه، گفتهٔ وزیر نیرو» on entering, «پایان نقل‌قول» on leaving.
 * The text stays one plain text node per paragraph, so nothing else would tell whoever does not see it. Empty when nothing was crossed.
 */
export const caretSpeech = (
  scene: Scene, before: Utf16Offset, after: Utf16Offset, detail: SpeechDetail, translator: Translator,
): string =>
  crossings(scene.annotations, before, after)
    .map((crossing) => wordsOf(scene, crossing, detail, translator))
    .join(translator.t('speech.separator'));
