import { keyMap } from '../../ui/keyboard.ts';

/** The keys of talking about an Article while one annotates it: where readings are settled, the same has keys of its own. */
export const discussionKeys = keyMap([
  { chord: 'KeyB', command: 'discussion', message: 'menu.discussion' },
  { chord: 'KeyN', command: 'comment', message: 'menu.comment' },
  { chord: 'Shift+KeyB', command: 'ask-guideline', message: 'menu.ask-guideline' },
  { chord: 'Shift+KeyN', command: 'flag-article', message: 'menu.flag-article' },
]);

/** The keys of all that is asked and discussed in the project. */
export const questionsKeys = keyMap([{ chord: 'Escape', command: 'leave-questions', message: 'questions.leave' }]);
