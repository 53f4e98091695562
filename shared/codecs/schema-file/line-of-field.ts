/** A string, or one of the signs that make the structure; what lies between cannot be either. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

interface Level {
  /** The key or index that is being read. */
  name: string | number;
  readonly isList: boolean;
}

/**
 * The line, counted from 1, where a field of sound JSON begins: `labels.3.key`. Where the path leads further than the text,
 * the line of the last part that is there; `null` when not even the first one is.
 */
export function lineOfField(text: string, field: string): number | null {
  const path = field.split('.');
  const levels: Level[] = [];
  let found: { readonly depth: number; readonly offset: number } | null = null;
  /** Notes the place when it leads further along the path than the best one so far. */
  const reach = (offset: number): void => {
    const isOnPath = levels.every(({ name }, depth) => String(name) === path[depth]);
    if (isOnPath && levels.length > (found?.depth ?? 0)) found = { depth: levels.length, offset };
  };
  for (const { 0: sign, index } of text.matchAll(token)) {
    const level = levels.at(-1);
    if (sign === '}' || sign === ']') levels.pop();
    else if (sign === ',' && level?.isList) level.name = Number(level.name) + 1;
    else if (sign === '{' || sign === '[') {
      reach(index);
      levels.push({ name: sign === '[' ? 0 : '', isList: sign === '[' });
    } else if (sign.startsWith('"')) {
      if (level && !level.isList && isKey(text, index + sign.length)) level.name = JSON.parse(sign) as string;
      reach(index);
    }
  }
  return found && lineAt(text, (found as { readonly offset: number }).offset);
}

const isKey = (text: string, after: number): boolean => /^\s*:/.test(text.slice(after, after + 200));

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
