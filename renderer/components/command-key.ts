/** The keys of macOS: its command key is where Ctrl is elsewhere, and is printed by its sign. */
function onMac(): boolean {
  const { navigator } = globalThis as { navigator?: { readonly platform?: string } }; // Node has none
  return /^(Mac|iPhone|iPad)/.test(navigator?.platform ?? '');
}

/** Whether the key that commands are given with is down: Cmd on macOS, Ctrl elsewhere. */
export function hasCommand({ ctrlKey, metaKey }: { readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean {
  return onMac() ? metaKey : ctrlKey;
}

/** Keys as they are printed: on macOS by their signs, the arrows as signs, Escape as on the keyboard. */
export function keyCaption(keys: string): string {
  const plain = keys.replace('ArrowDown', '↑↓').replace('ArrowRight', '←→').replace('Escape', 'Esc');
  return onMac() ? plain.replace(/\bCtrl\b/, '⌘').replace(/\bAlt\b/, '⌥') : plain;
}
