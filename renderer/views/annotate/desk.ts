import { type Override } from '../../../shared/model/annotation-set.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type Result } from '../../../shared/result.ts';
import { type Utf16Offset } from '../../../shared/text/offsets.ts';
import { kept, keptFields } from '../../store/kept.ts';
import { type Foreseen } from '../../store/project-store.ts';
import { recentWith } from '../../store/recent-entities.ts';
import { claims, opens } from './claims.ts';
import { type Gesture } from './gesture.ts';
import { react } from './interaction.ts';
import { type Intent } from './intent.ts';
import { type AnnotateCommand } from './keys.ts';
import { atRest, type Effect, type Interaction, refuse, say, type ScreenEffect, type Step, type StoredEffect } from './mode.ts';
import { succeeded } from './outcome.ts';
import { type Scene } from './scene.ts';

/** What will be stored, if nothing stands in its way. */
export type OnForeseen = (change: Change, after: Foreseen) => void;

/** What lies outside: the store, and the screen. */
export interface Surroundings {
  /** The scene as it is stored now. */
  read(): Promise<Scene>;
  /** `onForeseen` may be called at once, before anything is stored: for drawing. The answer says whether it came to that. */
  perform(intent: Intent, onForeseen: OnForeseen): Promise<Result<Change>>;
  /** The name of the command that was taken back or done again; `null` when there was none. */
  undo(onForeseen: OnForeseen): Promise<Result<string | null>>;
  redo(onForeseen: OnForeseen): Promise<Result<string | null>>;
  /** Marks the Article done; without an override, only if the checks find no error. True: the next one is being opened. */
  finish(override?: Override): Promise<Result<boolean>>;
  show(effect: ScreenEffect, scene: Scene): void;
  /** The words of an undo step. */
  stepName(command: string): string;
  /** A bug came up while a gesture was worked off. */
  fail(bug: unknown): void;
}

export interface Snapshot {
  readonly state: Interaction;
  readonly scene: Scene;
}

/**
 * Where gestures meet the store. They are worked off one after another, each on the state that the one before left behind, so that quick
 * keys (select, 1, L, 1) mean the same as slow ones.
 */
export interface Desk {
  /** What lies outside from now on; before the first gesture. */
  connect(surroundings: Surroundings): void;
  snapshot(): Snapshot;
  subscribe(listener: () => void): () => void;
  gesture(gesture: Gesture): void;
  /** Will this gesture be heard, or is the key for whatever has the focus? */
  hears(gesture: Gesture): boolean;
  /** The key that will lead into a field, for text or of choices, and waits; what is typed now is for that field. */
  leadsToField(): AnnotateCommand | null;
  /** Is the Article being finished, or has it been left for the next one? Keys that come now are for whatever that leads to. */
  leadsAway(): boolean;
  /** The person has moved the caret: gestures made before that, and worked off only now, must not pull it back. */
  wandered(): void;
  /** Is the store still at something that a gesture asked for? */
  isWorking(): boolean;
  /** The stored data has changed by another way. */
  renew(): void;
}

interface Waiting {
  readonly gesture: Gesture;
  readonly number: number;
}

/** What only the latest of all gestures may do: another sentence would cut its own short, another place take the focus from its own. */
type Claim = 'words' | 'place';

const claimOf = ({ kind }: ScreenEffect): Claim | null => {
  if (kind === 'say' || kind === 'describe' || kind === 'say-attribute') return 'words';
  // A refusal, a Problem and an offer are shown beside being said: they are never left out.
  return kind === 'refuse' || kind === 'problem' || kind === 'offer-undo' ? null : 'place';
};

/** Has the person put the caret or the selection somewhere by it? */
const movesCaret = ({ kind }: Gesture): boolean => kind === 'select' || kind === 'press';

const isStored = (effect: Effect): effect is StoredEffect =>
  effect.kind === 'perform' || effect.kind === 'undo' || effect.kind === 'redo' || effect.kind === 'finish';

/** Keys that lead into a field, in which one writes or chooses. */
const asksForField: ReadonlySet<AnnotateCommand> = new Set<AnnotateCommand>(['entity', 'note', 'find', 'attributes']);

/** Milliseconds that what a key alters at once waits for what the store makes of it. */
const patience = 60;

export function makeDesk(first: Scene): Desk {
  let outside: Surroundings | null = null;
  let now: Snapshot = { state: atRest, scene: first };
  let working = false;
  /** What the store is at has been drawn: gestures that ask nothing of it need not wait for it. */
  let isForeseen = false;
  let readings = 0;
  /** The screen is doing what the desk asked for: what it reports is the answer, and no gesture of the person. */
  let showing = false;
  let isLeaving = false;
  /** Gestures come in numbered; of those up to `overtaken` the person has moved on from where they were made. */
  let last = 0;
  let overtaken = 0;
  /** Whose answer the screen is showing. */
  let answered = 0;
  /** The latest gesture that has said something, and that has led somewhere. */
  const claimed: Record<Claim, number> = { words: 0, place: 0 };
  const waiting: Waiting[] = [];
  const listeners = new Set<() => void>();

  const surroundings = (): Surroundings => {
    if (!outside) throw new Error('a gesture before the desk was connected');
    return outside;
  };
  /** Whoever draws has not heard yet of how it is now. */
  let isUntold = false;
  const tell = (): void => {
    isUntold = false;
    for (const listener of listeners) listener();
  };
  const become = (next: Snapshot): void => {
    if (next.state === now.state && next.scene === now.scene && !isUntold) return;
    now = next;
    tell();
  };
  /** The store is asked next, and mostly answers within a frame: both are drawn together then. */
  const becomeSoon = (next: Snapshot): void => {
    now = next;
    isUntold = true;
    setTimeout(() => isUntold && tell(), patience);
  };
  /** The scene as it is stored now, unless something newer has been read meanwhile. */
  const readAnew = async (): Promise<Scene> => {
    const reading = ++readings;
    const scene = await surroundings().read();
    return reading === readings ? keptFields(now.scene, scene) : now.scene;
  };
  const sceneAfter = ({ set, entities }: Foreseen): Scene =>
    keptFields(now.scene, { ...now.scene, annotations: set?.annotations ?? [], relations: set?.relations ?? [], entities });
  const refresh = async (): Promise<void> => {
    const scene = await readAnew();
    become({ ...now, scene });
  };
  /** Keys are answered while an earlier one is still being stored: what that comes to then must not undo what they came to. */
  const show = (effect: ScreenEffect, number: number): void => {
    if ((effect.kind === 'caret' || effect.kind === 'select') && number <= overtaken) return;
    const claim = claimOf(effect);
    if (claim && number < claimed[claim]) return;
    if (claim) claimed[claim] = number;
    // Whatever is shown is said as well.
    else claimed.words = Math.max(claimed.words, number);
    if (effect.kind === 'caret') caretMoved(effect.at);
    if (effect.kind === 'select') caretMoved(effect.span.end);
    showing = true;
    answered = number;
    try {
      surroundings().show(effect, now.scene);
    } finally {
      showing = false;
    }
  };

  /** Keys that wait were pressed before the caret came there, and mean what they mean from there on. */
  const caretMoved = (caret: Utf16Offset): void =>
    waiting.forEach(({ gesture, number }, index) => {
      if (gesture.kind === 'key') waiting[index] = { gesture: { ...gesture, caret }, number };
    });

  const foreseen = (next: Snapshot): void => {
    become(next);
    isForeseen = true;
    goAhead();
  };
  /** Works off what needs no word to the store, as far as nothing that does stands before it. */
  const goAhead = (): void => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      const pending = react(now.state, now.scene, next.gesture);
      if (pending.effects.some(isStored) || (opensField(pending.state) && waiting.length > 1)) return;
      waiting.shift();
      void follow(pending, next.number);
    }
  };
  /** With its answer behind it such a question waits for that: its field would take the keys that follow for letters. */
  const opensField = ({ mode }: Interaction): boolean => mode.kind === 'entity' && mode !== now.state.mode;

  const carryOut = async (effect: StoredEffect, number: number): Promise<void> => {
    if (effect.kind === 'perform') return performed(effect.intent, number);
    if (effect.kind === 'finish') return finished(effect.override, number);
    const onForeseen: OnForeseen = (_, after) => foreseen({ ...now, scene: sceneAfter(after) });
    const result = await surroundings()[effect.kind](onForeseen);
    isForeseen = false;
    await refresh();
    if (result.ok) show(stepWords(effect.kind, result.value), number);
    else result.problems.forEach((problem) => show({ kind: 'problem', problem }, number));
  };
  const finished = async (override: Override | undefined, number: number): Promise<void> => {
    isLeaving = true;
    const result = await surroundings().finish(override);
    isForeseen = false;
    await refresh();
    isLeaving = result.ok && result.value;
    if (!result.ok) result.problems.forEach((problem) => show({ kind: 'problem', problem }, number));
  };
  const stepWords = (kind: 'undo' | 'redo', name: string | null): ScreenEffect => {
    if (name === null) return refuse(kind === 'undo' ? 'annotate.nothing-to-undo' : 'annotate.nothing-to-redo');
    return say(kind === 'undo' ? 'annotate.undone' : 'annotate.redone', { step: surroundings().stepName(name) });
  };
  const performed = async (intent: Intent, number: number): Promise<void> => {
    const before = now;
    let early: Step | null = null;
    const result = await surroundings().perform(intent, (change, picture) => {
      const after = sceneAfter(picture);
      // Whoever asks "who?" before it is stored is shown them in this order already: a digit must not come to mean somebody else.
      const scene = { ...after, recent: kept(after.recent, recentWith(after.recent, change, picture.set ? [picture.set] : [])) };
      early = succeeded(before.state, intent, change, before.scene, scene);
      foreseen({ state: early.state, scene });
    });
    isForeseen = false;
    const after = await readAnew();
    // Nothing was stored: what was drawn before goes again.
    if (!result.ok) {
      if (early) become({ state: before.state, scene: after });
      return result.problems.forEach((problem) => show({ kind: 'problem', problem }, number));
    }
    if (early) return follow({ ...(early as Step), state: now.state }, number, after);
    await follow(succeeded(now.state, intent, result.value, before.scene, after), number, after);
  };
  const follow = async ({ state, effects }: Step, number: number, scene: Scene = now.scene): Promise<void> => {
    // A question that is answered goes at once: its field would take the next keys for letters.
    if (effects.some(isStored) && state.mode === now.state.mode) becomeSoon({ state, scene });
    else become({ state, scene });
    for (const effect of effects) {
      if (isStored(effect)) await carryOut(effect, number);
      else show(effect, number);
    }
  };
  const workOff = async (): Promise<void> => {
    if (working) return;
    working = true;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const pending = react(now.state, now.scene, next.gesture);
        // Without a word to the store everything happens within the key press.
        if (pending.effects.some(isStored)) await follow(pending, next.number);
        else void follow(pending, next.number);
      }
    } finally {
      working = false;
      if (isUntold) tell();
    }
  };

  return {
    connect(next) {
      outside = next;
    },
    snapshot: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    gesture(gesture) {
      // The selection that a key has asked for belongs to that key: the next one must find it.
      if (showing) waiting.unshift({ gesture, number: answered });
      else waiting.push({ gesture, number: ++last });
      if (!showing && movesCaret(gesture)) overtaken = last - 1;
      if (isForeseen && !showing) goAhead();
      workOff().catch(surroundings().fail);
    },
    hears(gesture) {
      if (gesture.kind !== 'key') return true;
      const opened = waiting.flatMap(({ gesture: one }) => (one.kind === 'key' ? (opens(one.command) ?? []) : [])).at(-1);
      // What is being made will have the focus, and there is a step back from that.
      return (working && gesture.command === 'back') || claims(now.state, gesture.command) || claims(now.state, gesture.command, opened);
    },
    leadsToField() {
      const waits = waiting.findLast(({ gesture }) => gesture.kind === 'key')?.gesture;
      return waits?.kind === 'key' && asksForField.has(waits.command) ? waits.command : null;
    },
    leadsAway: () => isLeaving || waiting.some(({ gesture }) => gesture.kind === 'finish-anyway' || (gesture.kind === 'key' && gesture.command === 'finish')),
    isWorking: () => working,
    wandered() {
      overtaken = last;
    },
    renew() {
      if (!working) refresh().catch(surroundings().fail);
    },
  };
}
