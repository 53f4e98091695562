import { useState } from 'react';
import { codecs } from '../../../shared/codecs/registry.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';
import { type Problem, problem } from '../../../shared/result.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { encodeFiles } from '../../workers/codec-client.ts';
import styles from './ExportDialog.module.css';
import { LossList } from './LossList.tsx';
import { outputFiles, stemOf } from './output-files.ts';
import { type Selection } from './selection.ts';
import { type ExportPlan, useExportPlan } from './use-export-plan.ts';

export interface ExportDialogProps {
  readonly store: ProjectStore;
  /** The project's name: the suggested file is named after it. */
  readonly name: string;
  readonly annotator: AnnotatorId;
  readonly onClose: () => void;
}

/** Formats that can be written as files beside each other, the native one first: a folder of datasets is another errand. */
const writable = codecs.filter(({ write, layout }) => write !== undefined && layout !== 'folder');

/** Chooses what to write and how, says beforehand what is lost, and writes it where the person wants it. */
export function ExportDialog({ store, name, annotator, onClose }: ExportDialogProps) {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const [codec, setCodec] = useState(writable[0]?.id ?? '');
  const [selection, setSelection] = useState<Selection>('all');
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);
  const plan = useExportPlan(store, codec, selection, annotator);

  const write = async ({ dataset, counts }: ExportPlan) => {
    setWriting(true);
    setFailure(null);
    const stem = stemOf(name);
    const files = outputFiles(await encodeFiles(dataset, codec, stem), stem);
    const suggestedName = `${stem}${files[0]?.suffix ?? ''}`;
    const saved = await bridge.saveFiles(t('export.save.title'), suggestedName, files);
    setWriting(false);
    if (!saved.ok) return setFailure(problem(saved.failure, { file: suggestedName }));
    if (saved.value === null) return toast(t('export.cancelled'));
    toast(t('export.done', { n: counts.articles, file: saved.value }));
    onClose();
  };

  const footer = (
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button kind="primary" disabled={plan === null || isWriting} onClick={() => plan && write(plan).catch(raise)}>
        {isWriting ? t('export.writing') : t('export.save')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('export.title')} footer={footer}>
      <ChoiceGroup
        label={t('export.format')}
        value={codec}
        choices={writable.map(({ id, title }) => ({ value: id, label: <bdi>{title}</bdi> }))}
        onChoose={setCodec}
      />
      <ChoiceGroup
        label={t('export.which')}
        value={selection}
        choices={[
          { value: 'all', label: t('export.which.all') },
          { value: 'mine', label: t('export.which.mine') },
        ]}
        onChoose={setSelection}
      />
      <div className={styles.plan} role="status">
        <p className={styles.counts}>{plan ? t('export.counts', { ...plan.counts }) : t('export.counting')}</p>
        {plan && <LossList report={plan.loss} />}
      </div>
      {failure && (
        <div className={styles.failure} role="alert">
          <ProblemList problems={[failure]} />
          <p className={styles.safe}>{t('export.failed.safe')}</p>
        </div>
      )}
    </Dialog>
  );
}
