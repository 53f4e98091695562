import { BookOpen } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { type ArticleId, type LabelId } from '../../../shared/model/id.ts';
import { labelDef, type Schema } from '../../../shared/model/schema.ts';
import { rulesIn } from '../../../shared/review/discussion.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { BesidePane } from '../../ui/BesidePane.tsx';
import { Button } from '../../ui/Button.tsx';
import { RuleBox } from '../../ui/discussion/RuleBox.tsx';
import { dispatchMenuCommand, useMenuCommand } from '../../ui/menu-commands.ts';
import { useKeys } from '../../ui/use-keys.ts';
import styles from './Guideline.module.css';
import { guidelines, sectionsOf } from './guidelines.ts';
import { guidelineKeys } from './keys.ts';
import { Markdown } from './Markdown.tsx';

export interface GuidelineProps {
  readonly store: ProjectStore;
  readonly article: ArticleId;
  readonly schema: Schema;
  /** The Label that the person is at: of the focused Annotation, or the armed one. */
  readonly label: LabelId | null;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** What was labelled before there was the entry of this number. */
  readonly onEarlier: (number: number) => void;
  /** The focus goes back to the text. */
  readonly onLeave: () => void;
}

/** The rules of the task beside the text. Answers the commands that open it and that lead to a label's rule, open or not. */
export function Guideline(props: GuidelineProps) {
  const { isOpen, onOpenChange, label } = props;
  const [asked, setAsked] = useState<{ readonly label: LabelId | null }>({ label: null });
  useMenuCommand('guideline', () => {
    setAsked({ label: null });
    if (isOpen) props.onLeave();
    onOpenChange(!isOpen);
  });
  useMenuCommand('label-rule', () => {
    setAsked({ label });
    onOpenChange(true);
  });
  useKeys(guidelineKeys, { guideline: () => dispatchMenuCommand('guideline'), 'label-rule': () => dispatchMenuCommand('label-rule') });
  return isOpen && <OpenGuideline {...props} asked={asked} onAsk={setAsked} />;
}

interface OpenGuidelineProps extends GuidelineProps {
  /** Another value each time, so that asking for the same rule again leads to it again. */
  readonly asked: { readonly label: LabelId | null };
  readonly onAsk: (asked: { readonly label: LabelId | null }) => void;
}

function OpenGuideline({ store, article, onEarlier, schema, label, onOpenChange, onLeave, asked, onAsk }: OpenGuidelineProps) {
  const { t, language } = useMessages();
  const prefix = useId();
  const rules = useLive(async () => rulesIn(await store.events(article)), [store, article]) ?? [];
  const blocks = guidelines[language];
  const sections = sectionsOf(blocks);
  const anchorOf = (id: string) => `${prefix}${id}`;
  const current = asked.label !== null && sections.has(asked.label) ? asked.label : null;

  useEffect(() => {
    if (asked.label === null) return;
    const heading = document.getElementById(`${prefix}${asked.label}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [asked, prefix, language]);

  const nameOf = (id: LabelId) => labelDef(schema, id)?.name[language] ?? id;
  const own = asked.label === null ? '' : (labelDef(schema, asked.label)?.definition?.[language] ?? '');
  return (
    <BesidePane
      icon={BookOpen}
      title={t('guideline.title')}
      closing={t('guideline.close')}
      className={styles.guideline}
      ways={
        label !== null && sections.has(label) && (
          <Button kind="quiet" onClick={() => onAsk({ label })}>
            {t('guideline.rule-of', { label: nameOf(label) })}
          </Button>
        )
      }
      onClose={() => {
        onOpenChange(false);
        onLeave();
      }}
    >
      <section className={styles.pane} aria-label={t('guideline.text')} tabIndex={0} lang={language}>
        {asked.label !== null && (current === null || own !== '') && (
          <p role="status" className={styles.none}>
            {own === '' ? t('guideline.no-rule', { label: nameOf(asked.label) }) : t('guideline.own', { label: nameOf(asked.label), definition: own })}
          </p>
        )}
        {rules.length > 0 && (
          <section className={styles.rules} aria-label={t('guideline.decided')}>
            <h3>{t('guideline.decided')}</h3>
            {rules.map((ruled) => (
              <RuleBox key={ruled.id} ruled={ruled}>
                <div>
                  <Button kind="quiet" onClick={() => onEarlier(ruled.number)}>{t('discussion.rule.earlier')}</Button>
                </div>
              </RuleBox>
            ))}
          </section>
        )}
        <Markdown blocks={blocks} anchorOf={anchorOf} current={current} />
      </section>
    </BesidePane>
  );
}
