import { losesData } from '../../../shared/commands/schema/preview.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TouchedList } from './TouchedList.tsx';
import { type SchemaEditor } from './use-schema-editor.ts';

/** Asks before an edit that would lose data or checks. */
export function QuestionDialog({ editor: { question, answer } }: { readonly editor: SchemaEditor }) {
  const { t } = useMessages();
  if (!question) return null;
  const footer = (
    <>
      <Button onClick={() => answer(false)}>{t('dialog.cancel')}</Button>
      <Button kind="danger" onClick={() => answer(true)}>
        {t('schema.question.do')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={() => answer(false)} title={t(losesData(question.touched) ? 'schema.question' : 'schema.question.checks')} footer={footer}>
      <TouchedList touched={question.touched} silenced={question.silenced} />
    </Dialog>
  );
}
