import { ClipboardCopy, RotateCw } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './ErrorBoundary.module.css';
import { FailurePage } from './FailurePage.tsx';

interface ErrorBoundaryState {
  readonly bug: { readonly details: string } | null;
}

/** A bug was thrown: says what is safe and how to go on. Also shows what promises and events threw. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { bug: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { bug: { details: detailsOf(error) } };
  }

  override componentDidMount(): void {
    window.addEventListener('unhandledrejection', this.#onRejection);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('unhandledrejection', this.#onRejection);
  }

  readonly #onRejection = ({ reason }: PromiseRejectionEvent): void => this.setState({ bug: { details: detailsOf(reason) } });

  override render(): ReactNode {
    return this.state.bug ? <CrashPage details={this.state.bug.details} /> : this.props.children;
  }
}

const detailsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error));

function CrashPage({ details }: { readonly details: string }) {
  const { t } = useMessages();
  return (
    <FailurePage
      title={t('crash.title')}
      actions={
        <>
          <Button kind="primary" icon={RotateCw} onClick={() => location.reload()}>
            {t('crash.reload')}
          </Button>
          <Button icon={ClipboardCopy} onClick={() => void navigator.clipboard.writeText(details)}>
            {t('problems.copy')}
          </Button>
        </>
      }
    >
      <p>{t('crash.safe')}</p>
      <pre dir="ltr" lang="en" className={styles.details}>
        {details}
      </pre>
    </FailurePage>
  );
}
