import { type Problem } from '../../shared/result.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { problemMessage } from '../messages/translate.ts';
import { useToast } from './Toast.tsx';

/** Says why something was not done, each reason in a message of its own. */
export function useRefusals(): (problems: readonly Problem[]) => void {
  const { t } = useMessages();
  const toast = useToast();
  return (problems) => problems.forEach(({ code, values }) => toast(t(problemMessage(code), values), { kind: 'error' }));
}
