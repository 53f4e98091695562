import { type Outcome } from '../../shared/bridge.ts';
import { problem, type Problem } from '../../shared/result.ts';

/** A project cannot be opened now, and nothing of it was altered. The screen that opens projects shows the Problem. */
export class ProjectUnavailable extends Error {
  override readonly name = 'ProjectUnavailable';
  readonly problem: Problem;

  constructor(code: string, detail: string, values: Problem['values'] = {}) {
    super(`${code}: ${detail}`);
    this.problem = problem(code, {}, { ...values, detail });
  }
}

/** @throws ProjectUnavailable where the main process could not do it. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new ProjectUnavailable(outcome.failure, outcome.detail);
  return outcome.value;
}
