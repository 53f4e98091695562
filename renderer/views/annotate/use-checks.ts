import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { checkTask } from '../../../shared/checks/check-task.ts';
import { type Finding } from '../../../shared/checks/finding.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type Scene } from './scene.ts';

/** The rules of the task over any scene of the Article. */
export const useCheck = (article: Article): ((scene: Scene) => readonly Finding[]) =>
  useCallback(({ annotations, relations, entities, schema }) => checkTask(article, { annotations, relations }, entities, schema), [article]);

/** What they find in the present one; `null` while that is not known. A key must never wait for it. */
export function useFindings(check: (scene: Scene) => readonly Finding[], scene: Scene): readonly Finding[] | null {
  const settled = useDeferredValue(useSettled(scene), null);
  return useMemo(() => settled && check(settled), [check, settled]);
}

/** More Annotations than this take longer to check than an eye takes for one. */
const mostAtOnce = 1000;
/** Milliseconds without a change after which a long set is looked at. */
const quiet = 400;

/** The scene itself, or of a long one what it was when the hands last rested; `null` until they have. */
function useSettled(scene: Scene): Scene | null {
  const [rested, setRested] = useState<Scene | null>(null);
  const isLong = scene.annotations.length > mostAtOnce;
  useEffect(() => {
    if (!isLong) return undefined;
    const timer = setTimeout(() => setRested(scene), quiet);
    return () => clearTimeout(timer);
  }, [scene, isLong]);
  return isLong ? rested : scene;
}
