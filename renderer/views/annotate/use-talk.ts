import { type RefObject, useRef } from 'react';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { type AnnotationId, type ArticleId, type SetId } from '../../../shared/model/id.ts';
import { openTalk } from '../../../shared/review/discussion.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type EditorHandle } from '../../editor/editor-contract.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { dispatchMenuCommand } from '../../ui/menu-commands.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { anchorsHere } from './anchors-here.ts';
import { type BesideTextProps } from './beside-text.ts';
import { type Desk } from './desk.ts';
import { type TalkCommand } from './TextMenu.tsx';
import { annotationIn } from './scene.ts';

interface TalkParts {
  readonly desk: Desk;
  readonly editor: RefObject<EditorHandle | null>;
  readonly store: ProjectStore;
  readonly article: ArticleId;
  /** The set that is shown; `null` before there is one. */
  readonly set: SetId | null;
}

interface Talk extends Pick<BesideTextProps, 'anchorsHere' | 'onJump'> {
  readonly onTalk: (command: TalkCommand, annotation: AnnotationId | null) => void;
  /** Threads and questions on the Article that wait for somebody, as far as they may be heard. */
  readonly open: number;
}

/** What can be talked about here, and the way back to it. */
export function useTalk({ desk, editor, store, article, set }: TalkParts): Talk {
  const messages = useMessages();
  const open = useLive(async () => openTalk(await store.events(article)), [store, article]) ?? 0;
  /** What the pointer is on has the focus a moment later: gestures wait for each other. */
  const pointed = useRef<AnnotationId | null>(null);
  const here = useSteady(() => {
    const { scene, state } = desk.snapshot();
    return anchorsHere(scene, { ...state, focused: pointed.current ?? state.focused }, set, messages);
  });
  const onJump = useSteady((anchor: Anchor, place: readonly Span[]): void => {
    if (anchor.kind === 'annotation' && anchor.set === set && annotationIn(desk.snapshot().scene, anchor.annotation)) return desk.gesture({ kind: 'focus', annotation: anchor.annotation });
    const [first] = place;
    if (!first) return;
    // A selection is the text's only where the text has the focus.
    editor.current?.focus();
    editor.current?.select(first);
    editor.current?.reveal(first);
  });
  const onTalk = useSteady((command: TalkCommand, annotation: AnnotationId | null) => {
    if (annotation && command !== 'flag-article' && !desk.snapshot().state.selection) {
      pointed.current = annotation;
      desk.gesture({ kind: 'focus', annotation });
    }
    dispatchMenuCommand(command);
    pointed.current = null;
  });
  return { anchorsHere: here, onJump, onTalk, open };
}
