export const help = `Usage: naql COMMAND [OPTIONS]

  convert IN [IN...] --to FORMAT --out OUT   read everything, write it as one file (and what belongs beside it)
  validate PATH [PATH...]                    list what is wrong, as file:line: record: reason
  stats PATH [PATH...]                       count articles, annotations, relations
  formats                                    list the formats

IN and PATH name a file, a folder with everything in it, or - for the standard input (with --from).
OUT names a file, which is replaced as a whole or not at all, or - for the standard output.

  --from FORMAT   read every file as this format; without it name and contents tell
  --to FORMAT     write this format
  -o, --out OUT   where to write
  --now TIME      when articles whose file says no time were taken in; 1970-01-01T00:00:00.000Z if not given,
                  so that every run on the same input gives the same bytes
  --json          answer with one JSON object
  -h, --help      this page
  -V, --version   the version of Naql

Answers go to the standard output, complaints to the standard error.
Exit codes: 0 fine, 1 problems in the data, 2 wrong usage, 3 a file that cannot be read or written.
`;
