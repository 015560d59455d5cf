/**
 * A script for browsers as text, with all that it imports, minified: `import text from '../client/x.ts?script'`. The bundler
 * and the test runner both know the ending.
 */
declare module '*.ts?script' {
  const text: string;
  export default text;
}
