import { ClipboardCopy } from 'lucide-react';
import { exportCommand } from '../../../shared/dataset/command-line.ts';
import { type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import styles from './CheckStep.module.css';

const cardFile = 'release.json';

/** The same export as a command, to be copied into a script. */
export function CommandLine({ options, stem }: { readonly options: ExportOptions; readonly stem: string }) {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const command = exportCommand(options, { project: `${stem}.jsonl`, out: stem, card: cardFile });
  const copied = async (text: string, done: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toast(done);
  };
  const copy = (text: string, done: string): void => void copied(text, done).catch(raise);
  return (
    <details className={styles.details}>
      <summary>{t('export.command')}</summary>
      <pre dir="ltr" lang="en" tabIndex={0} aria-label={t('export.command')} role="region" className={styles.command}>{command}</pre>
      <div className={styles.actions}>
        <Button kind="quiet" icon={ClipboardCopy} onClick={() => copy(command, t('export.command.copied'))}>
          {t('export.command.copy')}
        </Button>
        {options.release && (
          <Button kind="quiet" icon={ClipboardCopy} onClick={() => copy(`${JSON.stringify(options.release, null, 2)}\n`, t('export.command.card.copied'))}>
            {t('export.command.card', { file: cardFile })}
          </Button>
        )}
      </div>
    </details>
  );
}
