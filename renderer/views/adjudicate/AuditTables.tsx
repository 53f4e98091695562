import { Table2 } from 'lucide-react';
import { auditHead, auditRows } from '../../../shared/review/audit-table.ts';
import { fileName } from '../../bridge/file-name.ts';
import { saveTable } from '../../bridge/save-table.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import styles from './AdjudicateView.module.css';
import { type ReviewScene } from './scene.ts';

interface AuditTablesProps {
  readonly store: ProjectStore;
  readonly scene: ReviewScene;
  readonly projectName: string;
}

/** Who decided what, when and why, as a table to be kept: of this Article, or of all of them. */
export function AuditTables({ store, scene, projectName }: AuditTablesProps) {
  const { t, language } = useMessages();
  const raise = useThrow();
  const toast = useToast();
  const save = async (about: string, rows: string): Promise<void> => {
    if (rows === '') return void toast(t('audit.csv.empty'));
    const saved = await saveTable(t('audit.csv.title'), fileName(about, t('audit.csv.name')), `${auditHead(language)}${rows}`);
    if (!saved.ok) return void toast(t(problemMessage(saved.failure)), { kind: 'error' });
    toast(saved.value === null ? t('audit.csv.not-saved') : t('audit.csv.saved', { file: saved.value }));
  };
  const ofArticle = async (): Promise<void> => {
    const traces = await (await store.exportSource('audit')).traces?.();
    await save(scene.article.title, auditRows({ ...scene, articles: [scene.article] }, language, traces));
  };
  const ofProject = async (): Promise<void> => {
    const source = await store.exportSource('audit');
    const traces = await source.traces?.();
    const rows: string[] = [];
    for await (const slice of source.slices()) rows.push(auditRows({ ...source.head, articles: slice.articles, sets: slice.sets, events: slice.events ?? [] }, language, traces));
    await save(projectName, rows.join(''));
  };
  return (
    <div className={styles.ways}>
      <Button icon={Table2} onClick={() => void ofArticle().catch(raise)}>
        {t('audit.csv')}
      </Button>
      <Button icon={Table2} onClick={() => void ofProject().catch(raise)}>
        {t('audit.csv.project')}
      </Button>
    </div>
  );
}
