import { type RefObject, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { errorsAmong, type Finding } from '../../../shared/checks/finding.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { ok } from '../../../shared/result.ts';
import { type EditorHandle } from '../../editor/editor-contract.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { problemMessage } from '../../messages/translate.ts';
import { type Heard, type ProjectStore } from '../../store/project-store.ts';
import { painted } from '../../ui/after-paint.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { type UndoOffer, useUndoOffer } from '../../ui/use-undo-offer.ts';
import { type Desk, makeDesk, type OnForeseen, type Snapshot, type Surroundings } from './desk.ts';
import { commandOf } from './intent.ts';
import { pressed } from './gesture.ts';
import { type Region, type ScreenEffect } from './mode.ts';
import { annotationIn, type Scene } from './scene.ts';
import { attributeWords, description, inLanguage } from './wording.ts';

interface DeskParts {
  readonly store: ProjectStore;
  readonly article: ArticleId;
  /** Gregorian date of the Article, if it is known. */
  readonly published: string | null;
  readonly first: Scene;
  /** The scene as it is stored now. */
  readonly read: () => Promise<Scene>;
  readonly editor: RefObject<EditorHandle | null>;
  readonly onSay: (words: string | (() => string)) => void;
  /** Says and shows. */
  readonly onTell: (words: string) => void;
  readonly onGo: (region: Region) => void;
  /** What the rules of the task find in a scene. */
  readonly check: (scene: Scene) => readonly Finding[];
  /** Errors stand between the set and "done". */
  readonly onBlocked: (errors: readonly Finding[]) => void;
  /** The next Article that is not done, or `null` when none is left. */
  readonly onFinished: (next: ArticleId | null) => void;
}

/** Ties the desk to the store and to the screen for as long as one set of one Article is shown. */
export function useDesk(parts: DeskParts): Snapshot & { readonly desk: Desk } {
  const [desk] = useState(() => makeDesk(parts.first));
  const undoing = useUndoOffer();
  const screen = useScreen(parts, desk, undoing);
  const { fail } = screen;
  const { store, article, read, check, onBlocked, onFinished } = parts;
  const isShown = useIsShown();
  useEffect(() => {
    store.prepare(article).catch(fail);
  }, [store, article, fail]);
  useLayoutEffect(() =>
    desk.connect({
      ...screen,
      read,
      perform: (intent, onForeseen) => {
        undoing.withdraw();
        return asSoonAsWritten((onWritten) => store.perform(article, intent.name, commandOf(intent), { onForeseen: drawnBefore(onForeseen), onWritten }));
      },
      undo: (onForeseen) => {
        undoing.withdraw();
        return asSoonAsWritten((onWritten) => store.undo(article, { onForeseen: drawnBefore(onForeseen), onWritten }));
      },
      redo: (onForeseen) => {
        undoing.withdraw();
        return asSoonAsWritten((onWritten) => store.redo(article, { onForeseen: drawnBefore(onForeseen), onWritten }));
      },
      finish: async (override) => {
        const errors = override ? [] : errorsAmong(check(desk.snapshot().scene));
        if (errors.length > 0) {
          onBlocked(errors);
          return ok(false);
        }
        const input = { status: 'done', ...(override && { override }) } as const;
        undoing.withdraw();
        const done = await store.perform(article, 'set-status', commandOf({ name: 'set-status', input }));
        if (!done.ok) return done;
        const next = await store.nextToDo(article);
        // Whoever has gone to the library meanwhile is not called back.
        if (isShown.current) onFinished(next);
        return ok(isShown.current && next !== null);
      },
    }),
  );
  return { ...useSyncExternalStore(desk.subscribe, desk.snapshot), desk };
}

/** It is written when it stands on the screen: beside a frame the database, in a process of its own, would take longer than both do one after the other. */
const drawnBefore = (onForeseen: OnForeseen): NonNullable<Heard<unknown>['onForeseen']> => (change, after) => {
  onForeseen(change, after);
  return painted();
};

/** The answer when the database has the write: it is shown while the Journal is given it, and the status bar says how that goes. */
const asSoonAsWritten = <T>(write: (onWritten: (result: T) => void) => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    write(resolve).then(resolve, reject);
  });

/** False once the view has gone. */
function useIsShown(): RefObject<boolean> {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
}

/** What is shown and said. */
function useScreen({ published, editor, onSay, onTell, onGo }: DeskParts, desk: Desk, undoing: UndoOffer): Pick<Surroundings, 'show' | 'stepName' | 'fail'> {
  const messages = useMessages();
  const toast = useToast();
  const fail = useThrow();
  const { t, language } = messages;
  const tell = (words: string, options: Parameters<typeof toast>[1] = {}) => {
    onSay(words);
    toast(words, options);
  };
  const show = (effect: ScreenEffect, scene: Scene): void => {
    switch (effect.kind) {
      case 'select':
        return editor.current?.select(effect.span);
      case 'caret':
        return editor.current?.select({ start: effect.at, end: effect.at });
      case 'reveal':
        return editor.current?.reveal(effect.span);
      case 'go':
        return onGo(effect.region);
      case 'say':
        return onTell(t(effect.code, inLanguage(effect.values, language)));
      case 'describe': {
        const annotation = annotationIn(scene, effect.annotation);
        return annotation && onSay(() => description(scene, annotation, messages));
      }
      case 'say-attribute': {
        const annotation = annotationIn(scene, effect.annotation);
        return annotation && onSay(() => attributeWords(scene, annotation, effect.attribute, published, messages));
      }
      case 'refuse':
        return tell(t(effect.code, inLanguage(effect.values, language)));
      case 'problem':
        return tell(t(problemMessage(effect.problem.code), effect.problem.values), { kind: 'error' });
      case 'offer-undo': {
        const words = t(effect.code, inLanguage(effect.values, language));
        onSay(words);
        return undoing.offer(words, () => desk.gesture(pressed('undo')));
      }
    }
  };
  return { show, fail, stepName: (command) => t(stepMessage(command)) };
}

/** @throws if a command of this view has no name in the catalogues. */
const stepMessage = (command: string): MessageCode => `command.${command}` as MessageCode;
