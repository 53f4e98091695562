import { Menu } from '@base-ui/react/menu';
import { memo } from 'react';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { type Point } from '../../editor/editor-contract.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useKeyText } from '../../ui/KeyChoicesProvider.tsx';
import menu from '../../ui/Menu.module.css';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import panel from './panel.module.css';
import { annotationIn, labelIn, type Scene, wordsOf } from './scene.ts';
import { excerpt } from './wording.ts';

/** Several Annotations in one place of the text, innermost first. */
export interface Overlap {
  readonly annotations: readonly AnnotationId[];
  readonly at: Point;
  /** It was asked for with the pointer's other button: what may be said of the place stands below. */
  readonly isMenu: boolean;
}

/** What may be said of a place, by the names of the menu commands. */
const talkCommands = ['comment', 'ask-guideline', 'flag-article'] as const;
export type TalkCommand = (typeof talkCommands)[number];

interface OverlapMenuProps {
  readonly scene: Scene;
  readonly overlap: Overlap | null;
  readonly onFocus: (annotation: AnnotationId) => void;
  /** About the innermost Annotation of the place; where there is none, about what is selected or the Article. */
  readonly onTalk: (command: TalkCommand, annotation: AnnotationId | null) => void;
  readonly onClose: () => void;
}

const excerptLength = 36;

/** A menu that is closed shows nothing of the scene. */
const staysClosed = (before: OverlapMenuProps, now: OverlapMenuProps): boolean => before.overlap === null && now.overlap === null;

/** Lets one of the Annotations under the pointer be chosen, or something be said of the place. */
export const OverlapMenu = memo(({ scene, overlap, onFocus, onTalk, onClose }: OverlapMenuProps) => {
  const { t, language } = useMessages();
  const keyText = useKeyText();
  const found = overlap?.annotations.flatMap((id) => annotationIn(scene, id) ?? []) ?? [];
  const name = t(found.length > 1 ? 'overlap.title' : 'overlap.here');
  return (
    <Menu.Root open={overlap !== null} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal render={<section aria-label={name} />}>
        <Menu.Positioner anchor={overlap && pointAnchor(overlap.at)} align="start" side="bottom" sideOffset={6} className={menu.layer}>
          <Menu.Popup
            className={menu.popup}
            aria-label={name}
            finalFocus={false}
          >
            {found.length > 1 && found.map((annotation) => (
              <Menu.Item key={annotation.id} className={menu.item} onClick={() => onFocus(annotation.id)}>
                <LabelSign schema={scene.schema} label={annotation.label} />
                <span className={menu.words}>
                  <Words>{excerpt(wordsOf(scene.text, annotation), excerptLength)}</Words>{' '}
                  <span className={panel.muted}>{labelIn(scene, annotation).name[language]}</span>
                </span>
              </Menu.Item>
            ))}
            {overlap?.isMenu && found.length > 1 && <Menu.Separator className={menu.separator} />}
            {overlap?.isMenu && talkCommands.map((command) => (
              <Menu.Item key={command} className={menu.item} onClick={() => onTalk(command, overlap.annotations[0] ?? null)}>
                <span className={menu.words}>{t(`menu.${command}`)}</span>
                <kbd className={menu.shortcut}>{keyText(command)}</kbd>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}, staysClosed);

const pointAnchor = ({ x, y }: Point) => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) });
