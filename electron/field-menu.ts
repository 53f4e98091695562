import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { type Language } from '../shared/bridge.ts';
import { type NativeCode, nativeMessage } from './native-message.ts';

type Asked = Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & { readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'> };

/**
 * What the other mouse button offers in a field, and on words that are selected: Electron has no such menu of its own. Where the page has one
 * (the text of an article), this is not asked for.
 */
export function fieldMenu({ isEditable, selectionText, editFlags }: Asked, language: Language): MenuItemConstructorOptions[] {
  const item = (role: 'cut' | 'copy' | 'paste' | 'selectAll', code: NativeCode, enabled: boolean): MenuItemConstructorOptions => ({ role, label: nativeMessage(language, code), enabled });
  const copy = item('copy', 'native.copy', editFlags.canCopy);
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    item('cut', 'native.cut', editFlags.canCut), copy, item('paste', 'native.paste', editFlags.canPaste),
    { type: 'separator' }, item('selectAll', 'native.select-all', editFlags.canSelectAll),
  ];
}
