import { useCallback } from 'react';
import { bridge } from '../bridge/bridge.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { problemMessage } from '../messages/translate.ts';
import { useToast } from '../ui/Toast.tsx';
import { useThrow } from '../ui/use-throw.ts';
import { type OnPaper } from '../views/annotate/on-paper.ts';

/** Puts what is shown on paper, and says how that went. `annotator`: the person's own name. */
export function usePaper(project: string, annotator: string): OnPaper {
  const messages = useMessages();
  const toast = useToast();
  const raise = useThrow();
  return useCallback(
    (command, { article, owner, ...scene }) => {
      const put = async () => {
        const { putOnPaper } = await import('../views/print/put-on-paper.tsx');
        const facts = {
          title: article.title, project, annotator: owner ?? annotator, publisher: article.source.publisher, published: article.source.published,
          made: new Date().toISOString(), language: article.language,
        };
        const done = await putOnPaper(command, { ...scene, article }, facts, { bridge, messages });
        if (!done.ok) toast(messages.t(problemMessage(done.failure), { detail: done.detail }), { kind: 'error' });
        else if (done.value !== null) toast(messages.t('print.saved', { name: done.value }));
      };
      put().catch(raise);
    },
    [project, annotator, messages, toast, raise],
  );
}
