/** Words in a line: plain, strong, an example (`*…*`) or code. Strong words and examples hold plain words and code alone. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'example'; readonly parts: readonly Inline[] };

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly id: string | null; readonly parts: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly Inline[])[] };

/**
 * The part of Markdown that a guideline is written in: headings (with `{#ID}`), paragraphs, flat lists, `**strong**`, `*example*`
 * and `` `code` ``. Total: what is none of these is text. HTML is text, too.
 */
export function parseMarkdown(source: string): readonly Block[] {
  const lines = source.split(/\r\n|\r|\n/).map((line) => line.trim());
  const blocks: Block[] = [];
  let isOpen = false;
  for (const line of lines) {
    const last = isOpen ? blocks.pop() : undefined;
    const next = blockOf(line);
    if (last) blocks.push(...joined(last, next, line));
    else if (next) blocks.push(next);
    isOpen = line !== '' && blocks.at(-1)?.kind !== 'heading';
  }
  return blocks;
}

function blockOf(line: string): Block | null {
  const heading = /^(#{1,6})\s+(.*?)(?:\s*\{#([\w-]+)\})?$/.exec(line);
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, id: heading[3] ?? null, parts: parseInline(heading[2] ?? '') };
  const item = /^(?:([-*])|\d+\.)\s+(.*)$/.exec(line);
  if (item) return { kind: 'list', isNumbered: item[1] === undefined, items: [parseInline(item[2] ?? '')] };
  return line === '' ? null : { kind: 'paragraph', parts: parseInline(line) };
}

/** A line goes on with the paragraph or the list item above it, or begins another block. */
function joined(last: Block, next: Block | null, line: string): readonly Block[] {
  if (next === null) return [last];
  if (last.kind === 'list' && next.kind === 'list' && last.isNumbered === next.isNumbered) return [{ ...last, items: [...last.items, ...next.items] }];
  if (next.kind !== 'paragraph') return [last, next];
  const more = parseInline(` ${line}`);
  if (last.kind === 'paragraph') return [{ ...last, parts: [...last.parts, ...more] }];
  if (last.kind === 'list') return [{ ...last, items: [...last.items.slice(0, -1), [...(last.items.at(-1) ?? []), ...more]] }];
  return [last, next];
}

const mark = /\*\*(?=\S)(.+?)\*\*|\*(?=\S)([^*]+?)\*|`([^`]+)`/g;

export function parseInline(source: string): readonly Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  const text = (from: number, to: number): readonly Inline[] => (from < to ? [{ kind: 'text', text: source.slice(from, to) }] : []);
  for (const { 0: whole, 1: strong, 2: example, 3: code, index } of source.matchAll(mark)) {
    parts.push(...text(end, index));
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (strong !== undefined) parts.push({ kind: 'strong', parts: parseInline(strong) });
    else parts.push({ kind: 'example', parts: parseInline(example ?? '') });
    end = index + whole.length;
  }
  return [...parts, ...text(end, source.length)];
}
