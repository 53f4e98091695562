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
}

export interface Announcer {
  /** Heard by the live region alone: what is said is no reason to draw the view again. */
  readonly said: Pick<StoreApi<Said>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Words that take time to find are given as the way to them: nothing is said before what it is about has been painted. */
  readonly say: (words: string | (() => string)) => void;
  /** The person has moved the caret: once it rests, what it entered or left is said, unless something else was said meanwhile. */
  readonly followCaret: (scene: Scene, move: CaretMove) => void;
}

/** Everything that the annotation view says aloud goes through here, so that one sentence never cuts another short. */
export function useAnnouncer(detail: SpeechDetail): Announcer {
  const messages = useMessages();
  const [said] = useState(() => createStore<Said>(() => ({ words: '', turn: 0 })));
  const moved = useRef<{ readonly from: CaretMove['before']; readonly timer: number } | null>(null);

  const stopSaying = useRef<(() => void) | null>(null);

  const forget = useCallback(() => {
    window.clearTimeout(moved.current?.timer);
    moved.current = null;
  }, []);
  const say = useCallback(
    (words: string | (() => string)) => {
      forget();
      stopSaying.current?.();
      stopSaying.current = afterPaint(() => said.setState(({ turn }) => ({ words: typeof words === 'string' ? words : words(), turn: turn + 1 })));
    },
    [said, forget],
  );
  const followCaret = useCallback(
    (scene: Scene, { before, after }: CaretMove) => {
      const from = moved.current?.from ?? before;
      forget();
      const speak = () => {
        const words = caretSpeech(scene, from, after, detail, messages);
        if (words === '') forget();
        else say(words);
      };
      moved.current = { from, timer: window.setTimeout(speak, rest) };
    },
    [forget, say, detail, messages],
  );
  useEffect(
    () => () => {
      forget();
      stopSaying.current?.();
    },
    [forget],
  );
  return { said, say, followCaret };
}
