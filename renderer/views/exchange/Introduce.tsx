import { type Manifest } from '../../../shared/exchange/bundle/manifest.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import styles from './exchange.module.css';
import { makeIntroduction } from './make-bundles.ts';
import { type MakingGround, useMaking } from './use-making.ts';

/** Tells whoever leads this project of this device, before there is any work from it. */
export function Introduce({ project, ...ground }: MakingGround & { readonly project: Manifest['project'] }) {
  const { t } = useMessages();
  const { make, isBusy, problems } = useMaking(ground);
  return (
    <>
      <p>
        <Button disabled={isBusy} onClick={() => make('exchange.introduce.title', 'exchange.introduced', (tools) => makeIntroduction(tools, project))}>{t('exchange.introduce')}</Button>
      </p>
      <p className={styles.hint}>{t('exchange.introduce.how')}</p>
      {problems.length > 0 && <ProblemList problems={problems} />}
    </>
  );
}
