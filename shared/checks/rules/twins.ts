import { type Annotation, sameSpans } from '../../model/annotation.ts';
import { finding, type Finding } from '../finding.ts';
import { type SetRule } from '../rule.ts';

const isTwin = (a: Annotation, b: Annotation): boolean => a.label === b.label && sameSpans(a.spans, b.spans);

/** W7: one Label lies over the same pieces once. In reading order, those that begin alike follow each other. */
export const twins: SetRule = {
  needs: {},
  find: ({ annotations }) => {
    const found: Finding[] = [];
    let alike: Annotation[] = [];
    for (const annotation of annotations) {
      if (alike[0]?.spans[0]?.start !== annotation.spans[0]?.start) alike = [];
      const twin = alike.find((one) => isTwin(one, annotation));
      if (twin) found.push(finding('W7.twice', [annotation.id, twin.id]));
      else alike.push(annotation);
    }
    return found;
  },
};
