import { memo, type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { createReviewView, type ReviewView } from './review-view.ts';
import { type ReviewTextHandle, type ReviewTextProps } from './review-contract.ts';
import styles from './article-editor.module.css';

/** An article with all readings of it: the text locked, the lanes of everybody below it, the gold set's above. */
export const ReviewText = memo(({ ref, ...props }: ReviewTextProps & { readonly ref?: Ref<ReviewTextHandle> }) => {
  const container = useRef<HTMLDivElement>(null);
  const view = useRef<ReviewView | null>(null);

  useLayoutEffect(() => {
    if (!container.current) throw new Error('the text has no element to live in');
    if (view.current && view.current.text === props.text) view.current.update(props);
    else {
      view.current?.destroy();
      view.current = createReviewView(container.current, props);
    }
  });

  useLayoutEffect(
    () => () => {
      view.current?.destroy();
      view.current = null;
    },
    [],
  );

  useImperativeHandle(
    ref,
    () => ({
      focus: () => view.current?.handle.focus(),
      reveal: (span) => view.current?.handle.reveal(span),
      flash: (span) => view.current?.handle.flash(span),
      scrollTo: (place) => view.current?.handle.scrollTo(place),
    }),
    [],
  );

  return <div ref={container} className={styles.surface} />;
});
