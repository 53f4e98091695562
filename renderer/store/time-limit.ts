/** Nothing was heard of something for too long. */
export class Silence extends Error {
  override readonly name = 'TimeoutError';
}

/**
 * What the work gives, unless nothing is heard of it for `limit` milliseconds: Chromium can leave a request to a damaged
 * database unanswered for ever. Long work calls `alive` as it goes on.
 * @throws Silence when the limit is over, naming what was waited for. The work itself is not stopped.
 */
export function unlessSilent<T>(limit: number, what: string, work: (alive: () => void) => PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new Silence(`${what}: no answer in ${limit} ms`));
    let timer = setTimeout(giveUp, limit);
    const alive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, limit);
    };
    void work(alive).then(resolve, reject).then(() => clearTimeout(timer));
  });
}
