import { useCallback, useEffect, useRef, useState } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CaretMove } from '../../editor/editor-contract.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { afterPaint } from '../../ui/after-paint.ts';
import { caretSpeech, type SpeechDetail } from './caret-speech.ts';
import { type Scene } from './scene.ts';

/** Milliseconds without a key after which the caret counts as having arrived: a walk past ten spans is not ten speeches. */
const rest = 180;

/** What the live region holds; `turn` tells two equal sentences apart. */
export interface Said {
  readonly words: string;
  readonly turn: number;
  /** What is shown as well; the caret that wanders on leaves it, any other sentence takes its place. A new value each time. */
  readonly told: { readonly words: string } | null;
}

/** A sentence, or the way to one that takes time to find. */
type Words = string | (() => string);

export interface Announcer {
  /** Heard by the live region alone: what is said is no reason to draw the view again. */
  readonly said: Pick<StoreApi<Said>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Nothing is said before what it is about has been painted. */
  readonly say: (words: Words) => void;
  /** Said, and shown to those who read: what happened, where nothing else on the screen tells it. */
  readonly tell: (words: Words) => void;
  /** The person has moved the caret: once it rests, what it entered or left is said, unless something else was said meanwhile. */
  readonly followCaret: (scene: Scene, move: CaretMove) => void;
}

/** Everything that the annotation view says aloud goes through here, so that one sentence never cuts another short. */
export function useAnnouncer(detail: SpeechDetail): Announcer {
  const messages = useMessages();
  const [said] = useState(() => createStore<Said>(() => ({ words: '', turn: 0, told: null })));
  const moved = useRef<{ readonly from: CaretMove['before']; readonly timer: number } | null>(null);

  const stopSaying = useRef<(() => void) | null>(null);

  const forget = useCallback(() => {
    window.clearTimeout(moved.current?.timer);
    moved.current = null;
  }, []);
  const speak = useCallback(
    (given: Words, toldBy: (words: string, before: Said['told']) => Said['told']) => {
      forget();
      stopSaying.current?.();
      stopSaying.current = afterPaint(() => {
        const words = typeof given === 'string' ? given : given();
        said.setState(({ turn, told }) => ({ words, turn: turn + 1, told: toldBy(words, told) }));
      });
    },
    [said, forget],
  );
  const say = useCallback((words: Words) => speak(words, () => null), [speak]);
  const tell = useCallback((words: Words) => speak(words, (shown) => ({ words: shown })), [speak]);
  const followCaret = useCallback(
    (scene: Scene, { before, after }: CaretMove) => {
      const from = moved.current?.from ?? before;
      forget();
      const arrive = () => {
        const words = caretSpeech(scene, from, after, detail, messages);
        if (words === '') forget();
        else speak(words, (_, told) => told);
      };
      moved.current = { from, timer: window.setTimeout(arrive, rest) };
    },
    [forget, speak, detail, messages],
  );
  useEffect(
    () => () => {
      forget();
      stopSaying.current?.();
    },
    [forget],
  );
  return { said, say, tell, followCaret };
}
