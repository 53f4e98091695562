/** A thread that is in the middle of something and says only what it is made to say. */
export class Busy extends EventTarget {
  static readonly all: Busy[] = [];
  readonly told: unknown[] = [];
  isEnded = false;
  constructor() {
    super();
    Busy.all.push(this);
  }
  postMessage(message: unknown): void {
    this.told.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
