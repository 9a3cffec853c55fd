/** What the build fills in: true in `npm run dev` and under test, false in a built program. */
interface ImportMetaEnv {
  readonly DEV: boolean;
}
interface ImportMeta {
  readonly env: ImportMetaEnv;
}
