import { type LastExport } from '../../../shared/dataset/last-export.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { ExportForm } from './ExportForm.tsx';
import { type ExampleFound } from './find-example.ts';
import { useExportGround } from './use-export-ground.ts';

export interface ExportWizardProps {
  readonly store: ProjectStore;
  /** The project's name: the folder is suggested to be named after it. */
  readonly name: string;
  /** Version of the app. */
  readonly app: string;
  /** What was chosen last time: then there is nothing to choose but a place. */
  readonly last: LastExport | null;
  readonly onRemember: (last: LastExport) => void;
  readonly onOpen: (article: ArticleId) => void;
  readonly onOpenAt: (place: NonNullable<ExampleFound['at']> & { readonly article: ArticleId }) => void;
  readonly onClose: () => void;
}

/** Three steps to a dataset: what, how, and a look at what it will be before anything is written. */
export function ExportWizard(props: ExportWizardProps) {
  const { store, onClose } = props;
  const { t } = useMessages();
  const ground = useExportGround(store);
  const schema = useLive(() => store.schema(), [store]);
  const annotators = useLive(() => store.annotators(), [store]);
  if (ground && !ground.ok)
    return (
      <Dialog open onClose={onClose} title={t('export.title')}>
        <ProblemList problems={ground.problems} />
      </Dialog>
    );
  // Reading takes a few milliseconds: anything shown meanwhile would only flicker.
  if (!ground || !schema || !annotators) return null;
  return <ExportForm {...props} ground={ground.value} schema={schema} annotators={annotators} />;
}
