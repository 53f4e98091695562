import { memo, type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { type ArticleView, createArticleView } from './article-view.ts';
import { type ArticleEditorProps, type EditorHandle } from './editor-contract.ts';
import styles from './article-editor.module.css';

/** The article with its Annotations: the text locked, everything else on it by mouse and keyboard. */
export const ArticleEditor = memo(({ ref, ...props }: ArticleEditorProps & { readonly ref?: Ref<EditorHandle> }) => {
  const container = useRef<HTMLDivElement>(null);
  const view = useRef<ArticleView | null>(null);

  useLayoutEffect(() => {
    if (!container.current) throw new Error('the editor has no element to live in');
    if (view.current && view.current.text === props.text) view.current.update(props);
    else {
      view.current?.destroy();
      view.current = createArticleView(container.current, props);
    }
  });

  useLayoutEffect(
    () => () => {
      view.current?.destroy();
      view.current = null;
    },
    [],
  );

  useImperativeHandle(ref, () => forwardTo(() => view.current?.handle), []);

  return <div ref={container} className={styles.surface} />;
});

/** A handle that stays the same while the view behind it changes with the text. */
function forwardTo(current: () => EditorHandle | undefined): EditorHandle {
  const there = (): EditorHandle => {
    const handle = current();
    if (!handle) throw new Error('the editor was asked before it was there');
    return handle;
  };
  return {
    focus: () => there().focus(),
    select: (span) => there().select(span),
    reveal: (span) => there().reveal(span),
    caret: () => there().caret(),
    rectangle: (span) => there().rectangle(span),
  };
}
