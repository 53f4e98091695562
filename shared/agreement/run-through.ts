/** What long work comes to, without a pause; `onStep` hears what it tells at each. */
export function runThrough<Step, Outcome>(steps: Generator<Step, Outcome, undefined>, onStep?: (step: Step) => void): Outcome {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    onStep?.(next.value);
  }
}
