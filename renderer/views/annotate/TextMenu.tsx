import { Menu } from '@base-ui/react/menu';
import { memo } from 'react';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { type Direction } from '../../../shared/text/direction.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { type Point, type PressedPlace } from '../../editor/editor-contract.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useKeyText } from '../../ui/KeyChoicesProvider.tsx';
import menu from '../../ui/Menu.module.css';
import { MenuChoices, MenuSeparator } from '../../ui/Menu.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import { framedLabels } from './frame-proposals.ts';
import { type AnnotateCommand } from './keys.ts';
import panel from './panel.module.css';
import { annotationIn, labelIn, type Scene, wordsOf } from './scene.ts';
import { type Directions } from './use-directions.ts';

/** What may be said of a place, by the names of the menu commands. */
const talkCommands = ['comment', 'ask-guideline', 'flag-article'] as const;
export type TalkCommand = (typeof talkCommands)[number];

/** What a key does and no button: whoever holds the mouse has it here. */
const keyWords = {
  'same-text': 'keys.same-text', frame: 'text-menu.frame', 'copy-attributes': 'keys.copy-attributes', quote: 'text-menu.quote',
} as const satisfies Readonly<Partial<Record<AnnotateCommand, MessageCode>>>;
export type MenuKey = keyof typeof keyWords;

/** Those that the place has a use for: of the innermost Annotation there, and of the bare text. */
function keysAt(scene: Scene, annotation: Annotation | undefined): readonly MenuKey[] {
  if (scene.readOnly) return [];
  if (!annotation) return ['quote'];
  const { id, attributes } = labelIn(scene, annotation);
  return [
    ...(annotation.spans.length === 1 ? ['same-text' as const] : []),
    ...(framedLabels(scene).some((def) => def.id === id) ? ['frame' as const] : []),
    ...(attributes.length > 0 ? ['copy-attributes' as const] : []),
    'quote',
  ];
}

interface TextMenuProps {
  readonly scene: Scene;
  /** Where it was asked for; `null`: it is closed. */
  readonly place: PressedPlace | null;
  readonly directions: Directions;
  readonly onFocus: (annotation: AnnotationId) => void;
  /** Presses a key, about this Annotation or where the caret is. */
  readonly onKey: (command: MenuKey, annotation: AnnotationId | null) => void;
  /** About the innermost Annotation of the place; where there is none, about what is selected or the Article. */
  readonly onTalk: (command: TalkCommand, annotation: AnnotationId | null) => void;
  readonly onClose: () => void;
}

const excerptLength = 36;

/** A menu that is closed shows nothing of the scene. */
const staysClosed = (before: TextMenuProps, now: TextMenuProps): boolean => before.place === null && now.place === null;

/** What can be done at a place of the text: one of the labels there chosen, what keys do with it, something said of it, its paragraph laid out in another direction. */
export const TextMenu = memo(({ scene, place, directions, onFocus, onKey, onTalk, onClose }: TextMenuProps) => {
  const { t, language } = useMessages();
  const keyText = useKeyText();
  const shortcut = (command: string) => <kbd className={menu.shortcut}>{keyText(command)}</kbd>;
  const found = place?.annotations.flatMap((id) => annotationIn(scene, id) ?? []) ?? [];
  const keys = keysAt(scene, found[0]);
  return (
    <Menu.Root open={place !== null} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal render={<section aria-label={t('text-menu.title')} />}>
        <Menu.Positioner anchor={place && pointAnchor(place.at)} align="start" side="bottom" sideOffset={6} className={menu.layer}>
          <Menu.Popup className={menu.popup} aria-label={t('text-menu.title')} finalFocus={false}>
            {found.length > 1 && (
              <Menu.Group>
                <Menu.GroupLabel className={menu.group}>{t('text-menu.labels')}</Menu.GroupLabel>
                {found.map((annotation) => (
                  <Menu.Item key={annotation.id} className={menu.item} onClick={() => onFocus(annotation.id)}>
                    <LabelSign schema={scene.schema} label={annotation.label} />
                    <span className={menu.words}>
                      <Words>{excerpt(wordsOf(scene.text, annotation), excerptLength)}</Words>{' '}
                      <span className={panel.muted}><bdi>{labelIn(scene, annotation).name[language]}</bdi></span>
                    </span>
                  </Menu.Item>
                ))}
              </Menu.Group>
            )}
            {found.length > 1 && <MenuSeparator />}
            {keys.map((command) => (
              <Menu.Item key={command} className={menu.item} onClick={() => onKey(command, command === 'quote' ? null : (found[0]?.id ?? null))}>
                <span className={menu.words}>{t(keyWords[command])}</span>
                {shortcut(command)}
              </Menu.Item>
            ))}
            {keys.length > 0 && <MenuSeparator />}
            {talkCommands.map((command) => (
              <Menu.Item key={command} className={menu.item} onClick={() => onTalk(command, place?.annotations[0] ?? null)}>
                <span className={menu.words}>{t(`menu.${command}`)}</span>
                {shortcut(command)}
              </Menu.Item>
            ))}
            <MenuSeparator />
            {place && <DirectionChoices line={place.line} {...directions} />}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}, staysClosed);

function DirectionChoices({ line, set, usual, onTurn }: Directions & { readonly line: number }) {
  const { t } = useMessages();
  const choices = [
    { value: 'auto', label: t('text-menu.direction.auto', { direction: usual(line) }) },
    { value: 'rtl', label: t('text-menu.direction.rtl') },
    { value: 'ltr', label: t('text-menu.direction.ltr') },
  ] as const;
  return (
    <MenuChoices<Direction | 'auto'>
      label={t('text-menu.direction')}
      value={set[line] ?? 'auto'}
      choices={choices}
      onChoose={(chosen) => onTurn(line, chosen === 'auto' ? null : chosen)}
    />
  );
}

const pointAnchor = ({ x, y }: Point) => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) });
