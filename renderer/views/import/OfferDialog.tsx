import { useRef } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CopyDetailsButton } from '../../ui/ProblemList.tsx';
import { type ImportOffer } from './import-tools.ts';
import { ProblemSections } from './ProblemSections.tsx';

interface OfferDialogProps {
  readonly offer: ImportOffer;
  readonly onAnswer: (isTaken: boolean) => void;
}

/** What would come in, what would not and why, before anything is stored; whoever closes it takes in nothing. */
export function OfferDialog({ offer: { articles, annotations, relations, problems }, onAnswer }: OfferDialogProps) {
  const { t } = useMessages();
  const take = useRef<HTMLButtonElement>(null);
  const records = articles + annotations + relations;
  const footer = (
    <>
      <CopyDetailsButton problems={problems} />
      <Button kind={records === 0 ? 'primary' : 'secondary'} onClick={() => onAnswer(false)} {...(records === 0 && { ref: take })}>
        {t(records === 0 ? 'import.done' : 'import.take.nothing')}
      </Button>
      {records > 0 && (
        <Button kind="primary" ref={take} onClick={() => onAnswer(true)}>
          {t('import.take', { n: records })}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open onClose={() => onAnswer(false)} title={t('import.title')} size="wide" footer={footer} focusFirst={() => take.current}>
      <p>{records === 0 ? t('import.sound.none') : t('import.sound', { articles, annotations, relations })}</p>
      <ProblemSections problems={problems} isOffer />
    </Dialog>
  );
}
