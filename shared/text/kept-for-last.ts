/**
 * Answers of a text that is asked about again and again, and then no more: an export asks for the tokens of one article to snap borders, to
 * count broken words, to write rows, and goes on to the next. One answer is kept, so nothing grows.
 */
export function keptForLast<T>(answerOf: (text: string) => T): (text: string) => T {
  let kept: { readonly text: string; readonly answer: T } | null = null;
  return (text) => {
    if (kept?.text !== text) kept = { text, answer: answerOf(text) };
    return kept.answer;
  };
}
