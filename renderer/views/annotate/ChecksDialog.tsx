import { type KeyboardEvent, useId, useState } from 'react';
import { type Finding } from '../../../shared/checks/finding.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { fieldDirection } from '../../ui/field-direction.ts';
import { FindingLine, mostShown, NoSpeaker } from './Checks.tsx';
import styles from './ChecksDialog.module.css';
import { annotationIn, type Scene } from './scene.ts';

interface ChecksDialogProps {
  readonly scene: Scene;
  readonly errors: readonly Finding[];
  /** To mend this one; `null` to leave everything as it is. */
  readonly onBack: (annotation: AnnotationId | null) => void;
  readonly onOverride: (reason: string) => void;
}

/** Errors are in the way of "done": mend them, or say why not. */
export function ChecksDialog({ scene, errors, onBack, onOverride }: ChecksDialogProps) {
  const { t } = useMessages();
  const [reason, setReason] = useState('');
  const id = useId();
  const first = errors.flatMap(({ annotations }) => annotations)[0] ?? null;
  const override = () => {
    if (reason.trim() !== '') onOverride(reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) override();
  };
  return (
    <Dialog
      open
      onClose={() => onBack(null)}
      title={t('checks.dialog.title', { n: errors.length })}
      footer={
        <>
          <Button disabled={reason.trim() === ''} onClick={override}>
            {t('checks.dialog.override')}
          </Button>
          <Button kind="primary" onClick={() => onBack(first)}>
            {t('checks.dialog.back')}
          </Button>
        </>
      }
    >
      <NoSpeaker findings={errors} />
      <ul
        className={styles.errors}
        aria-label={t('checks.dialog.errors')}
      >
        {errors.slice(0, mostShown).map((finding) => (
          <li key={`${finding.code} ${finding.annotations.join(' ')} ${finding.relation} ${JSON.stringify(finding.values)}`}>
            <FindingLine
              schema={scene.schema}
              text={scene.text}
              annotation={annotationIn(scene, finding.annotations[0] ?? null)}
              finding={finding}
              isFocused={false}
              onFocus={onBack}
            />
          </li>
        ))}
      </ul>
      {errors.length > mostShown && <p className={styles.hint}>{t('checks.more', { n: errors.length - mostShown })}</p>}
      <div>
        <label htmlFor={id} className={styles.name}>
          {t('checks.dialog.reason')}
        </label>
        <textarea
          id={id}
          dir={fieldDirection(reason)}
          rows={2}
          required
          className={styles.reason}
          aria-describedby={`${id}-hint`}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <p id={`${id}-hint`} className={styles.hint}>
          {t('checks.dialog.reason.hint')}
        </p>
      </div>
    </Dialog>
  );
}
