// How `lesson` is to be called, in words; and what it throws when it is called in another way, or a file can't be read or written.

/** One sentence for whoever typed the command. */
export class LessonError extends Error {
  override readonly name = 'LessonError';
}

export const usage = `Makes a package for learning platforms (SCORM 1.2) out of a lesson; without a package, reads the lesson and says what is wrong.

  npm run -s lesson -- FILE.md [OUT.zip] [flags]

  --mastery N|none  the score from 0 to 100 from which on the lesson is passed, unless the platform names another; 80 by
                    default, and none: whoever is through has completed it. A lesson without questions needs none
  --page FILE       the page that holds everything; by default dist/countersign.html, which npm run build makes

Exit status: 0 all is well, 1 the lesson has mistakes: each is told with its line, 2 a bad flag or file.
`;
