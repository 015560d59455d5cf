/** A stylesheet as text: `import css from './base.css?raw'`. The bundler and the test runner both know the ending. */
declare module '*.css?raw' {
  const css: string;
  export default css;
}
