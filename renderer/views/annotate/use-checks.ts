import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type Finding } from '../../../shared/checks/finding.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { keeper } from '../../store/kept.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { isAbout } from './check-list.ts';
import { type Checking, makeChecking } from './checking.ts';
import { type Scene } from './scene.ts';

/** The rules of the task over the Article. A key never waits for them, and what they find draws again only what shows it. */
export function useChecking(article: Article): Checking {
  const fail = useThrow();
  return useMemo(() => makeChecking(article, fail), [article, fail]);
}

/** Lets the rules follow the scene that is shown. */
export const useFollowing = (checking: Checking, scene: Scene): void => useEffect(() => checking.follow(scene), [checking, scene]);

/** What they found last; `null` while that is not known. */
export const useFindings = ({ subscribe, findings }: Checking): readonly Finding[] | null => useSyncExternalStore(subscribe, findings);

/** What they found last about one Annotation: the same value for as long as it says the same. */
export function useFindingsAbout({ subscribe, findings }: Checking, annotation: AnnotationId): readonly Finding[] {
  const [keep] = useState(() => keeper<readonly Finding[]>());
  return useSyncExternalStore(subscribe, () => keep((findings() ?? []).filter((one) => isAbout(one, annotation))));
}
