import { ArrowLeft, FileDown, FileUp, Redo2, Undo2 } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { schemaText } from '../../../shared/codecs/schema-file/schema-file.ts';
import { labelDef, relationDef, type Schema } from '../../../shared/model/schema.ts';
import { idsBeside } from '../../../shared/commands/schema/rows.ts';
import { idOfPart } from '../../../shared/commands/schema/schema-edit.ts';
import { countUses } from '../../../shared/commands/schema/uses.ts';
import { type Result } from '../../../shared/result.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMenuCommand } from '../../ui/menu-commands.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { CrossingForm } from './CrossingForm.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { schemaKeys } from './keys.ts';
import { LabelForm } from './LabelForm.tsx';
import { PartList } from './PartList.tsx';
import { QuestionDialog } from './QuestionDialog.tsx';
import { RelationForm } from './RelationForm.tsx';
import { RulesForm } from './RulesForm.tsx';
import { type SchemaDesk } from './schema-desk.ts';
import { schemaFrom } from './schema-transfer.ts';
import { SchemaNews } from './SchemaNews.tsx';
import { type PreviewLook, SchemaPreview } from './SchemaPreview.tsx';
import screen from '../../ui/screen.module.css';
import styles from './SchemaView.module.css';
import { type Selection, selectionIn, type Wanted, wantedThrough } from './selection.ts';
import { useSchemaEditor } from './use-schema-editor.ts';

export interface SchemaViewProps {
  readonly store: ProjectStore;
  readonly look: PreviewLook;
  readonly onBack: () => void;
}

const fileName = 'schema.json';

/** The annotation scheme of the project: everything about it can be altered, and the data goes along. */
export function SchemaView({ store, look, onBack }: SchemaViewProps) {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const root = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState<Wanted>([]);
  const [chosen, setChosen] = useState<Selection | null>(null);
  const [read, setRead] = useState<Result<Schema> | null>(null);
  const dataset = useLive(() => store.dataset(), [store]);
  const steps = useLive(() => store.nextSteps(null), [store]);
  const uses = useMemo(() => dataset && countUses(dataset), [dataset]);
  const schema = dataset?.schema;
  const selection = schema && selectionIn(schema, wanted);
  const editor = useSchemaEditor(store, (edit) => selection && setWanted(wantedThrough(edit, wanted, selection)));

  const choose = (part: Selection) => {
    setWanted([part]);
    setChosen(part);
  };
  // In a zoomed window the screen scrolls as a whole, and what was chosen opens below the list.
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = root.current ?? {};
    if (chosen && scrollHeight > clientHeight) main.current?.scrollIntoView({ block: 'start' });
  }, [chosen]);

  useMenuCommand('undo', editor.undo, (steps?.undo ?? null) !== null);
  useMenuCommand('redo', editor.redo, (steps?.redo ?? null) !== null);

  const move = (by: 1 | -1): boolean => {
    if (!schema || !selection || selection.kind === 'crossing' || selection.kind === 'rules') return false;
    const beside = idsBeside(schema, selection) ?? [];
    const to = beside.indexOf(idOfPart(selection)) + by;
    if (to >= 0 && to < beside.length) editor.edit({ kind: 'move', part: selection, to }).catch(raise);
    return true;
  };
  useKeys(
    schemaKeys,
    {
      undo: () => (editor.undo(), true),
      redo: () => (editor.redo(), true),
      'part-up': () => move(-1),
      'part-down': () => move(1),
      'leave-schema': () => {
        // Escape lets go what is being dragged, and no more.
        if (root.current?.querySelector('[data-dragged=true]')) return false;
        onBack();
        return true;
      },
    },
    root,
  );

  const importFile = async () => {
    const [file] = await bridge.chooseFiles(t('schema.import.title'));
    if (file) setRead(schemaFrom(file));
  };
  const exportFile = async (now: Schema) => {
    const bytes = new TextEncoder().encode(schemaText(now));
    const saved = await bridge.saveFiles(t('schema.export.title'), fileName, [{ suffix: '.json', bytes }]);
    if (!saved.ok) return toast(t(problemMessage(saved.failure)), { kind: 'error' });
    return saved.value === null ? toast(t('export.cancelled')) : toast(t('schema.export.done', { file: saved.value }));
  };

  if (!dataset || !uses || !schema || !selection) return <Waiting />;
  const desk: SchemaDesk = { schema, dataset, uses, editor };
  return (
    <div ref={root} className={styles.view}>
      <div className={styles.top}>
        <header className={screen.head}>
          <IconButton icon={ArrowLeft} label={t('schema.back')} directional command="leave-schema" onClick={onBack} />
          <h1 className={screen.title}>{t('menu.schema')}</h1>
          <span className={styles.version}>{t('schema.version', { version: schema.version })}</span>
          <span className={screen.gap} />
          <IconButton icon={Undo2} label={t('keys.undo')} directional command="undo" disabled={!steps?.undo} onClick={editor.undo} />
          <IconButton icon={Redo2} label={t('keys.redo')} directional command="redo" disabled={!steps?.redo} onClick={editor.redo} />
          <Button icon={FileDown} onClick={() => void importFile().catch(raise)}>
            {t('schema.import')}
          </Button>
          <Button icon={FileUp} onClick={() => void exportFile(schema).catch(raise)}>
            {t('schema.export')}
          </Button>
        </header>
        <SchemaNews desk={desk} />
      </div>
      <PartList desk={desk} selection={selection} onSelect={choose} />
      <main ref={main} className={styles.main} key={`${JSON.stringify(selection)} ${editor.refusals}`}>
        <OpenPart desk={desk} selection={selection} />
      </main>
      <SchemaPreview schema={schema} selection={selection} look={look} />
      <QuestionDialog editor={editor} />
      {read && <ImportDialog read={read} desk={desk} onClose={() => setRead(null)} />}
    </div>
  );
}

/** @throws if the selection is not in the Schema: `selectionIn` has seen to it. */
function OpenPart({ desk, selection }: { readonly desk: SchemaDesk; readonly selection: Selection }) {
  if (selection.kind === 'crossing') return <CrossingForm desk={desk} />;
  if (selection.kind === 'rules') return <RulesForm desk={desk} />;
  if (selection.kind === 'relation') {
    const relation = relationDef(desk.schema, selection.relation);
    if (!relation) throw new Error(`relation ${selection.relation} is open and not there`);
    return <RelationForm relation={relation} desk={desk} />;
  }
  const label = labelDef(desk.schema, selection.label);
  if (!label) throw new Error(`label ${selection.label} is open and not there`);
  return <LabelForm label={label} desk={desk} />;
}
