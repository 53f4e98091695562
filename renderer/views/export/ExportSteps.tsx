import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './ExportWizard.module.css';

export const steps = ['what', 'how', 'check'] as const;
export type Step = (typeof steps)[number];

/** Where one is, and the way to the other steps. */
export function ExportSteps({ step, onStep }: { readonly step: Step; readonly onStep: (step: Step) => void }) {
  const { t, number } = useMessages();
  return (
    <nav aria-label={t('export.steps')}>
      <ol className={styles.steps}>
        {steps.map((name, index) => (
          <li key={name}>
            <button type="button" aria-current={name === step ? 'step' : undefined} className={styles.stepButton} onClick={() => onStep(name)}>
              <span className={styles.stepNumber} aria-hidden>{number(index + 1)}</span>
              {t(`export.step.${name}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
