import { checkingTask, checkTask } from '../../../shared/checks/check-task.ts';
import { type Finding } from '../../../shared/checks/finding.ts';
import { type Article } from '../../../shared/model/article.ts';
import { inIdleTime } from '../../ui/in-idle-time.ts';
import { type Scene } from './scene.ts';

/** The rules of the task over the scenes of one Article. */
export interface Checking {
  /** What they find in a scene, at once. */
  readonly check: (scene: Scene) => readonly Finding[];
  /** What they found when the hands last rested; `null` until they have. */
  readonly findings: () => readonly Finding[] | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** From now on this scene is the one to look at. The function that it gives leaves off, however far it has come. */
  readonly follow: (scene: Scene) => () => void;
}

/** Fewer Annotations than this are looked at soon. */
const few = 200;
/** Milliseconds without a change after which few of them are looked at (when the change is saved, mostly), and more. */
const [soon, quiet] = [60, 400];

/** `fail`: a rule has a bug. */
export function makeChecking(article: Article, fail: (bug: unknown) => void): Checking {
  let found: readonly Finding[] | null = null;
  const listeners = new Set<() => void>();

  const look = ({ annotations, relations, entities, schema }: Scene): (() => void) => {
    const checking = checkingTask(article, { annotations, relations }, entities, schema);
    const step = (): boolean => {
      const { done, value } = checking.next();
      if (!done) return false;
      found = value;
      for (const listener of listeners) listener();
      return true;
    };
    return inIdleTime(() => {
      try {
        return step();
      } catch (bug) {
        fail(bug);
        return true;
      }
    });
  };
  return {
    check: ({ annotations, relations, entities, schema }) => checkTask(article, { annotations, relations }, entities, schema),
    findings: () => found,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow(scene) {
      let leave = (): void => {};
      const timer = setTimeout(
        () => {
          leave = look(scene);
        },
        scene.annotations.length < few ? soon : quiet,
      );
      return () => {
        clearTimeout(timer);
        leave();
      };
    },
  };
}
