import { canonicalJson } from '../../canonical-json.ts';
import { type Annotation, hull } from '../../model/annotation.ts';
import { type AttributeDef, type Bilingual, labelDef, relationDef, type Schema } from '../../model/schema.ts';
import { type Demand, type StatedRule } from '../../model/stated-rule.ts';
import { tokens } from '../../text/tokens.ts';
import { type Finding, finding, type FindingCode } from '../finding.ts';
import { type Rule } from '../rule.ts';
import { type Task } from '../task.ts';
import { statedRules, usualRules } from '../usual-rules.ts';

/** Rules that ship have words of their own, as long as they speak of what they spoke of. */
const ownCodes: Readonly<Record<string, FindingCode>> = {
  'E4-promiser': 'E4.promiser', 'E4-quote': 'E4.outside', E7: 'E7.entity', E8: 'E8.quote', W4: 'W4.long', W6: 'W6.heading',
  'W8-speaker': 'W8.unlinked', 'W8-deadline': 'W8.unlinked', 'W8-condition': 'W8.unlinked',
};

/** How grave it is, and where the limit of words lies, is not said in words. */
const spokenOf = (rule: StatedRule): string => canonicalJson({ ...rule, severity: null, ...(rule.kind === 'words' && { most: null }) });

type Fault = Demand['kind'] | 'most' | 'unlinked';

function codeOf(rule: StatedRule, fault: Fault): FindingCode {
  const usual = usualRules.find(({ id }) => id === rule.id);
  const own = fault === 'most' ? undefined : ownCodes[rule.id];
  return own !== undefined && usual && spokenOf(usual) === spokenOf(rule) ? own : `rule.${fault}`;
}

/** The rules that a Schema states, as all others are. */
export const statedIn = (schema: Schema): readonly Rule[] => statedRules(schema).map((rule) => ruleOf(schema, rule));

function ruleOf(schema: Schema, rule: StatedRule): Rule {
  const name = labelDef(schema, rule.label)?.name ?? rule.label;
  const found = (id: Annotation['id'], values: Finding['values'] = {}, more: Partial<Pick<Finding, 'relation'>> = {}, fault: Fault = rule.kind) =>
    finding(codeOf(rule, fault), [id], { values: { label: name, ...values }, severity: rule.severity, ...more });
  switch (rule.kind) {
    case 'links':
      return {
        needs: {},
        find: (task) =>
          linksOf(task, rule).flatMap(({ id, count }) => {
            const values = { relation: relationDef(schema, rule.relation)?.name ?? rule.relation, count, least: rule.least, most: rule.most ?? 0 };
            if (count < rule.least) return [found(id, values, { relation: rule.relation })];
            return rule.most !== null && count > rule.most ? [found(id, values, { relation: rule.relation }, 'most')] : [];
          }),
      };
    case 'linked':
      return {
        needs: {},
        find: ({ labelled, to }) =>
          labelled(rule.label)
            .filter(({ id }) => !to(id).some(({ type }) => rule.relation === null || type === rule.relation))
            .map(({ id }) =>
              rule.relation === null ? found(id, {}, {}, 'unlinked') : found(id, { relation: relationDef(schema, rule.relation)?.name ?? rule.relation }),
            ),
      };
    case 'entity':
      // More than one it cannot have: the model holds a single one.
      return {
        needs: {},
        find: ({ labelled, entities }) => labelled(rule.label).filter(({ entity }) => entity === null || !entities.has(entity)).map(({ id }) => found(id)),
      };
    case 'within':
      return {
        needs: {},
        find: ({ labelled }) => outside(labelled(rule.label), labelled(rule.within)).map(({ id }) => found(id, { within: labelDef(schema, rule.within)?.name ?? rule.within })),
      };
    case 'attribute': {
      const attribute: AttributeDef | undefined = labelDef(schema, rule.label)?.attributes.find(({ id }) => id === rule.attribute);
      const named: Bilingual | string = attribute?.name ?? rule.attribute;
      return {
        needs: {},
        findIn: (_, { id, label, attributes }) => (label === rule.label && (attributes[rule.attribute] ?? '').trim() === '' ? [found(id, { attribute: named })] : []),
      };
    }
    case 'words':
      return {
        needs: {},
        findIn(text, annotation) {
          const n = annotation.label === rule.label ? wordCount(text, annotation, rule.most) : 0;
          return n > rule.most ? [found(annotation.id, { n, most: rule.most })] : [];
        },
      };
  }
}

function linksOf(task: Task, { label, relation, when }: Extract<StatedRule, { kind: 'links' }>) {
  const meant = task.labelled(label).filter(({ attributes }) => when === null || attributes[when.attribute] === when.value);
  return meant.map(({ id }) => ({ id, count: task.from(id, relation).length }));
}

/**
 * Those that lie in none of the holders; both in reading order, so one walk over the text is enough. An interrupted holder counts with its
 * gaps: what has one piece cannot but cover the interruption.
 */
function outside(inner: readonly Annotation[], holders: readonly Annotation[]): readonly Annotation[] {
  const spans = holders.map(hull);
  let next = 0;
  let furthest = 0;
  return inner.filter((annotation) => {
    const { start, end } = hull(annotation);
    for (let holder = spans[next]; holder && holder.start <= start; holder = spans[++next]) furthest = Math.max(furthest, holder.end);
    return furthest < end;
  });
}

/** So many words need so many characters and the blanks between them: short Annotations need no counting, and count as none. */
function wordCount(text: string, { spans }: Annotation, most: number): number {
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length < 2 * most) return 0;
  return spans.reduce((sum, { start, end }) => sum + tokens(text.slice(start, end)).filter(({ kind }) => kind === 'word').length, 0);
}
