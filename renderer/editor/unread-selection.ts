/**
 * React remembers the selection of a focused editable element round every commit of anything in the window, and for that walks through
 * all nodes of the element: several milliseconds in a long article. It would never restore it, since React draws nothing in there.
 * It asks for this property, which now names the other editable state; the attribute, by which the browser goes, stays as it is.
 */
export function leaveSelectionUnread(dom: HTMLElement): void {
  Object.defineProperty(dom, 'contentEditable', { get: () => 'plaintext-only' });
}
