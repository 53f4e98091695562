import { useMemo } from 'react';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { ArticleEditor } from '../../editor/ArticleEditor.tsx';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { previewAnnotations, sentence } from './preview-sentence.ts';
import styles from './SchemaView.module.css';
import { type Selection } from './selection.ts';

interface SchemaPreviewProps {
  readonly schema: Schema;
  readonly selection: Selection;
  /** CSS pixels. */
  readonly readingSize: number;
}

const nothing = () => {};
const noBadges: ReadonlyMap<AnnotationId, string> = new Map();

/** A sentence of the sample as an article would show it now, the open label raised. */
export function SchemaPreview({ schema, selection, readingSize }: SchemaPreviewProps) {
  const { t, language } = useMessages();
  const annotations = useMemo(() => previewAnnotations(schema), [schema]);
  const focused = selection.kind === 'label' ? annotations.find(({ label }) => label === selection.label)?.id : undefined;
  return (
    <aside className={styles.preview} aria-label={t('schema.preview')}>
      <h2 className={styles.previewTitle}>{t('schema.preview')}</h2>
      <div dir="rtl" lang="fa">
        <ArticleEditor
          text={sentence}
          schema={schema}
          language={language}
          annotations={annotations}
          focused={focused ?? null}
          related={[]}
          pieces={[]}
          badges={noBadges}
          readingSize={readingSize}
          ariaLabel={t('schema.preview')}
          ariaDescription={t('annotate.text.locked')}
          onSelect={nothing}
          onPress={nothing}
          onMoveBorder={nothing}
        />
      </div>
    </aside>
  );
}
