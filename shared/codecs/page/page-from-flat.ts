import { type FlatPage } from './flat-page.ts';
import { TreeDocument, TreeElement, TreeText } from './page-nodes.ts';

/** The tree that `FlatPage` was made of. Each time a new one, which its reader may take apart. */
export function pageFromFlat({ depths, kinds, names, text, textEnds, attributes, attributeEnds }: FlatPage): TreeDocument {
  const page = new TreeDocument();
  const localNames = names.map((name) => name.toLowerCase());
  const open: (TreeDocument | TreeElement)[] = [page];
  let [texts, textAt, elements, attributeAt] = [0, 0, 0, 0];
  for (let index = 0; index < kinds.length; index++) {
    const kind = kinds[index] ?? 0;
    const depth = depths[index] ?? 0;
    const parent = open[depth];
    if (!parent) throw new Error(`node ${index} of a page stands in ${depth} elements, and ${open.length - 1} are open`);
    open.length = depth + 1;
    if (kind === 0) {
      const end = textEnds[texts++] ?? textAt;
      parent.appendChild(new TreeText(text.slice(textAt, end)));
      textAt = end;
      continue;
    }
    const element = new TreeElement(names[kind - 1] ?? '', localNames[kind - 1]);
    const end = attributeEnds[elements++] ?? attributeAt;
    for (; attributeAt < end; attributeAt += 2) element.setAttribute(attributes[attributeAt] ?? '', attributes[attributeAt + 1] ?? '');
    parent.appendChild(element);
    open.push(element);
  }
  return page;
}
