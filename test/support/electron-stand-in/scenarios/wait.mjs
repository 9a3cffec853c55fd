// Nothing happens: what was done at the start is all.
export async function play({ seen, until }) {
  await until(() => seen.dialogs.length > 0 || seen.urls.length > 0);
}
