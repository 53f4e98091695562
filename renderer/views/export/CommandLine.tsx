import { ClipboardCopy } from 'lucide-react';
import { useState } from 'react';
import { exportCommand } from '../../../shared/dataset/command-line.ts';
import { type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { type AnnotatorId, type ProjectId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import styles from './CheckStep.module.css';

const [cardFile, selectionFile] = ['release.json', 'selection.json'];

interface CommandLineProps {
  readonly options: ExportOptions;
  readonly project: ProjectId;
  readonly stem: string;
  readonly annotator: AnnotatorId;
}

/** The same export as a command, to be copied into a script. */
export function CommandLine({ options, project, stem, annotator }: CommandLineProps) {
  const { t } = useMessages();
  const command = exportCommand(options, { project: `projects/${project}`, out: stem, card: cardFile, selection: selectionFile, annotator });
  return (
    <details className={styles.details}>
      <summary>{t('export.command')}</summary>
      <pre dir="ltr" lang="en" translate="no" tabIndex={0} aria-label={t('export.command')} role="region" className={styles.command}>{command}</pre>
      <p className={styles.muted}>{t('export.command.hint')}</p>
      <div className={styles.actions}>
        <CopyButton text={command} words={t('export.command.copy')} />
        <CopyButton text={`${JSON.stringify(options.selection, null, 2)}\n`} words={t('export.command.selection')} />
        {options.release && <CopyButton text={`${JSON.stringify(options.release, null, 2)}\n`} words={t('export.command.card')} />}
      </div>
    </details>
  );
}

/** Says beside itself that it has copied: a message in passing would lie over the dialog's buttons. */
function CopyButton({ text, words }: { readonly text: string; readonly words: string }) {
  const { t } = useMessages();
  const raise = useThrow();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <span className={styles.copy}>
      <Button kind="quiet" icon={ClipboardCopy} onClick={() => void copy().catch(raise)}>
        {words}
      </Button>
      <span role="status" className={styles.muted}>
        {copied === text && t('export.copied')}
      </span>
    </span>
  );
}
