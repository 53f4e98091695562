import { type MessageCode } from '../../shared/messages/catalogue.ts';
import { type Place, type Problem } from '../../shared/result.ts';
import { type MessageValues, problemMessage, type Translator } from '../messages/translate.ts';

/** Problems of one file that say the same thing: one sentence and the places where it holds. */
export interface ProblemGroup {
  readonly severity: Problem['severity'];
  readonly code: MessageCode;
  readonly values: MessageValues;
  readonly places: readonly Place[];
}

/** Problems of one file; `file` is null for those that belong to none. */
export interface FileProblems {
  readonly file: string | null;
  readonly groups: readonly ProblemGroup[];
}

function addTo<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

const sentenceKey = ({ code, severity, values }: Problem): string => JSON.stringify([code, severity, values]);

/** By file, then by sentence, in order of appearance; errors before warnings. */
export function groupProblems(problems: readonly Problem[]): readonly FileProblems[] {
  const files = new Map<string | null, Problem[]>();
  for (const problem of problems) addTo(files, problem.place.file ?? null, problem);
  return [...files].map(([file, own]) => ({ file, groups: groupsOf(own) }));
}

function groupsOf(problems: readonly Problem[]): readonly ProblemGroup[] {
  const sentences = new Map<string, Problem[]>();
  for (const problem of problems) addTo(sentences, sentenceKey(problem), problem);
  const groups = [...sentences.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, code: problemMessage(first.code), places: same.map(({ place }) => place) }] : [];
  });
  return [...groups.filter(({ severity }) => severity === 'error'), ...groups.filter(({ severity }) => severity === 'warning')];
}

/** «سطر ۳، رکورد art-1»; empty when the place names neither line, record nor field. The file is not repeated. */
export function placeWords({ t, language }: Translator, { line, record, field }: Place): string {
  const words = [
    line === undefined ? null : t('place.line', { line }),
    record === undefined ? null : t('place.record', { record }),
    field === undefined ? null : t('place.field', { field }),
  ];
  return words.filter((word) => word !== null).join(language === 'fa' ? '، ' : ', ');
}

/** For a bug report: codes, places and numbers in English. Free text is left out, for it may come from an article. */
export function problemDetails(problems: readonly Problem[]): string {
  const isName = (value: string | number) => typeof value === 'number' || /^[\w.:/+-]{1,64}$/.test(value);
  return problems
    .map(({ code, severity, place, values }) => {
      const named = Object.fromEntries(Object.entries(values).filter(([, value]) => isName(value)));
      return `${severity} ${code} ${JSON.stringify(place)} ${JSON.stringify(named)}`;
    })
    .join('\n');
}
